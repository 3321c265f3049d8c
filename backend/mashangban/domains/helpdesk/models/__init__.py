"""How tickets, ratings, conversations, departments and posts lie in the helpdesk table (docs/data/helpdesk.md)."""

from mashangban.domains.helpdesk.models.base import TABLE, HelpDeadlineRecord, HelpdeskRecord
from mashangban.domains.helpdesk.models.departments import DepartmentRecord, PostRecord, PromiseRecord
from mashangban.domains.helpdesk.models.rosters import RosterRecord
from mashangban.domains.helpdesk.models.talks import (
    CannedRecord,
    DutyRecord,
    LineRecord,
    OwnTalkRecord,
    TalkingRecord,
    TalkRecord,
)
from mashangban.domains.helpdesk.models.tickets import (
    AskedRecord,
    ChildRecord,
    OwnRecord,
    RatingRecord,
    RowRecord,
    TicketRecord,
    WordsRecord,
)

__all__ = [
    "TABLE",
    "AskedRecord",
    "CannedRecord",
    "ChildRecord",
    "DepartmentRecord",
    "DutyRecord",
    "HelpDeadlineRecord",
    "HelpdeskRecord",
    "LineRecord",
    "OwnRecord",
    "OwnTalkRecord",
    "PostRecord",
    "PromiseRecord",
    "RatingRecord",
    "RosterRecord",
    "RowRecord",
    "TalkRecord",
    "TalkingRecord",
    "TicketRecord",
    "WordsRecord",
]
