"""The pages of homes for builders' offices and regulators."""

from mashangban.domains.homes.console import (
    board,
    defects,
    estates,
    facts,
    homes,
    imports,
    inspections,
    issues,
    plans,
)

blueprints = (
    board.pages,
    defects.pages,
    estates.pages,
    facts.pages,
    homes.pages,
    imports.pages,
    inspections.pages,
    issues.pages,
    plans.pages,
)
