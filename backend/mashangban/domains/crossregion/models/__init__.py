"""How alliances, items and cases lie in the crossregion table (docs/data/crossregion.md)."""

from mashangban.domains.crossregion.models.affairs import AffairPartRecord, AffairRecord
from mashangban.domains.crossregion.models.alliances import AllianceRecord, BatchRecord, MemberRecord
from mashangban.domains.crossregion.models.base import TABLE
from mashangban.domains.crossregion.models.cases import (
    CaseRecord,
    CountedRecord,
    CrossDeadlineRecord,
    DeskRecord,
    HandoverRecord,
    PairMonthRecord,
    SheetsRecord,
    WishRecord,
)
from mashangban.domains.crossregion.models.items import ItemRecord
from mashangban.domains.crossregion.models.windows import WindowRecord

__all__ = [
    "TABLE",
    "AffairPartRecord",
    "AffairRecord",
    "AllianceRecord",
    "BatchRecord",
    "CaseRecord",
    "CountedRecord",
    "CrossDeadlineRecord",
    "DeskRecord",
    "HandoverRecord",
    "ItemRecord",
    "MemberRecord",
    "PairMonthRecord",
    "SheetsRecord",
    "WindowRecord",
    "WishRecord",
]
