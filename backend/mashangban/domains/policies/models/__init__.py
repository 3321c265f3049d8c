"""How facts, policies, profiles and matches lie in the policies table (docs/data/policies.md)."""

from mashangban.domains.policies.models.items import (
    TABLE,
    EditionRecord,
    FavouriteRecord,
    IndicatorRecord,
    PolicyRecord,
    RowRecord,
    TallyRecord,
)
from mashangban.domains.policies.models.profiles import MatchesRecord, ProfileRecord, StatementRecord
from mashangban.domains.policies.models.replays import ReplayedRecord, ReplayRecord

__all__ = [
    "TABLE",
    "EditionRecord",
    "FavouriteRecord",
    "IndicatorRecord",
    "MatchesRecord",
    "PolicyRecord",
    "ProfileRecord",
    "ReplayRecord",
    "ReplayedRecord",
    "RowRecord",
    "StatementRecord",
    "TallyRecord",
]
