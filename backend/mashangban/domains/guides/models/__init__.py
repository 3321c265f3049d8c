"""How items, packages and plans lie in the guides table (docs/data/guides.md)."""

from mashangban.domains.guides.models.items import (
    TABLE,
    CodeRecord,
    CurrentRecord,
    DraftRecord,
    EditionRecord,
    GuidesRecord,
    ItemRecord,
    ShelfRecord,
)

__all__ = [
    "TABLE",
    "CodeRecord",
    "CurrentRecord",
    "DraftRecord",
    "EditionRecord",
    "GuidesRecord",
    "ItemRecord",
    "ShelfRecord",
]
