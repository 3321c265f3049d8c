"""The registers' API: `/v1/registry/...`."""

from mashangban.registry.routes import enterprises, persons, projects, regions

blueprints = (regions.api, projects.api, enterprises.api, persons.api)
