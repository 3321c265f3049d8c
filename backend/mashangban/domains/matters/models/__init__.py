"""How matters lie in the matters table (docs/data/matters.md)."""

from mashangban.domains.matters.models.base import TABLE, MattersRecord
from mashangban.domains.matters.models.matters import (
    CountedRecord,
    DeskRecord,
    DossierRecord,
    DraftRecord,
    ItemMonthRecord,
    MatterDeadlineRecord,
    MatterRecord,
    MineRecord,
    PinnedRecord,
    RatedWordsRecord,
    ResultsRecord,
)
from mashangban.domains.matters.models.offers import OfferRecord

__all__ = [
    "TABLE",
    "CountedRecord",
    "DeskRecord",
    "DossierRecord",
    "DraftRecord",
    "ItemMonthRecord",
    "MatterDeadlineRecord",
    "MatterRecord",
    "MattersRecord",
    "MineRecord",
    "OfferRecord",
    "PinnedRecord",
    "RatedWordsRecord",
    "ResultsRecord",
]
