"""The doors of claims: an enterprise's people, offices, everybody."""

from mashangban.domains.claims.routes import budgets, enterprises, offices, publicity

blueprints = (enterprises.api, offices.api, budgets.api, publicity.api)
