"""The doors of homes: parse, call one service function, shape."""

from mashangban.domains.homes.routes import bindings, defects, doors, estates, imports

blueprints = (estates.api, doors.api, imports.api, bindings.api, defects.api)
