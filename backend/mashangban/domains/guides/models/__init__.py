"""How items, packages and plans lie in the guides table (docs/data/guides.md)."""

from mashangban.domains.guides.models.items import (
    TABLE,
    CodeRecord,
    CurrentRecord,
    DraftRecord,
    EditionRecord,
    FollowerRecord,
    GuidesRecord,
    ItemRecord,
    ShelfRecord,
)
from mashangban.domains.guides.models.packages import (
    OfferedRecord,
    PackageDraftRecord,
    PackageEditionRecord,
    PackageRecord,
    PlanRecord,
)

__all__ = [
    "TABLE",
    "CodeRecord",
    "CurrentRecord",
    "DraftRecord",
    "EditionRecord",
    "FollowerRecord",
    "GuidesRecord",
    "ItemRecord",
    "OfferedRecord",
    "PackageDraftRecord",
    "PackageEditionRecord",
    "PackageRecord",
    "PlanRecord",
    "ShelfRecord",
]
