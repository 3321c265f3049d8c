"""The doors of the API: items and packages for everybody, a person's plans, whoever helps, the office's desk."""

from mashangban.domains.guides.routes import (
    completing,
    desk,
    helping,
    imports,
    items,
    packagedesk,
    packages,
    plans,
)

blueprints = (
    items.api,
    packages.api,
    plans.api,
    helping.api,
    desk.api,
    packagedesk.api,
    completing.api,
    imports.api,
)
