"""The doors of public areas: the protocol's and our own."""

from mashangban.domains.publicareas.routes import offices, open311, residents

blueprints = (open311.api, offices.api, residents.api)
