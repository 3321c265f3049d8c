"""The doors of the API: items for everybody, and their office's desk."""

from mashangban.domains.guides.routes import desk, items

blueprints = (items.api, desk.api)
