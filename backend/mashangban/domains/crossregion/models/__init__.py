"""How alliances, their zones and items lie in the crossregion table (docs/data/crossregion.md)."""

from mashangban.domains.crossregion.models.alliances import AllianceRecord, BatchRecord, MemberRecord
from mashangban.domains.crossregion.models.base import TABLE
from mashangban.domains.crossregion.models.items import ItemRecord

__all__ = ["TABLE", "AllianceRecord", "BatchRecord", "ItemRecord", "MemberRecord"]
