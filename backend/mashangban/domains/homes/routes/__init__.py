"""The doors of homes: parse, call one service function, shape."""

from mashangban.domains.homes.routes import (
    bindings,
    defects,
    doors,
    estates,
    facts,
    imports,
    inspections,
    issues,
)

blueprints = (
    estates.api,
    doors.api,
    imports.api,
    bindings.api,
    facts.api,
    inspections.api,
    defects.api,
    issues.api,
)
