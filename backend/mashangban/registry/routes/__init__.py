"""The registers' API: `/v1/registry/...`."""

from mashangban.registry.routes import conflicts, enterprises, imports, persons, projects, regions

blueprints = (regions.api, projects.api, enterprises.api, persons.api, imports.api, conflicts.api)
