"""Wire shapes of arrears: expected pay, complaints, the accused side's view, boards."""

from mashangban.domains.arrears.schemas.accused import AccusedRow, AccusedView, Answer, Reply
from mashangban.domains.arrears.schemas.boards import BoardView
from mashangban.domains.arrears.schemas.complaints import (
    Complaining,
    ComplaintDone,
    ComplaintRow,
    ComplaintView,
    Decision,
    Joining,
    Order,
    Proposal,
    Reason,
    Step,
)
from mashangban.domains.arrears.schemas.evidence import EvidenceView
from mashangban.domains.arrears.schemas.pay import PayRow, PayView, PlaceQuery

__all__ = [
    "AccusedRow",
    "AccusedView",
    "Answer",
    "BoardView",
    "Complaining",
    "ComplaintDone",
    "ComplaintRow",
    "ComplaintView",
    "Decision",
    "EvidenceView",
    "Joining",
    "Order",
    "PayRow",
    "PayView",
    "PlaceQuery",
    "Proposal",
    "Reason",
    "Reply",
    "Step",
]
