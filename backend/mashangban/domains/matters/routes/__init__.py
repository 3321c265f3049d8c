"""The API of matters: one's own, and the office's desk."""

from mashangban.domains.matters.routes import desk, own

blueprints = (own.api, desk.api)
