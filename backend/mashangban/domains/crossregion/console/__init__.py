"""The pages of matters across regions: cases with their chain of custody, the window's intake, alliances and items."""

from mashangban.domains.crossregion.console import (
    acts,
    affairs,
    alliances,
    cases,
    imports,
    intake,
    items,
    standards,
    windows,
    wishes,
)

blueprints = (
    cases.pages,
    intake.pages,
    acts.pages,
    alliances.pages,
    affairs.pages,
    items.pages,
    standards.pages,
    imports.pages,
    windows.pages,
    wishes.pages,
)
