"""What the accused unit sees and says. Nothing here can carry a person: no name, id, contract, team, sum or log."""

from datetime import date, datetime

from mashangban.domains.arrears.schemas.pay import Text
from mashangban.domains.arrears.terms import ReplyKind
from mashangban.kernel.http.schemas import Schema


class Answer(Schema):
    """The unit's answer to a warning."""

    text: Text


class Reply(Schema):
    """The unit's answer to a complaint."""

    reply: ReplyKind
    text: Text


class AccusedRow(Schema):
    """A complaint in the unit's list. `worker_name_masked` is empty when the worker hid the name."""

    id: str
    number: str
    month_label: str
    project: str
    employer: str
    state: str
    state_label: str
    reason_label: str
    worker_name_masked: str
    opened_on: date


class AccusedReply(Schema):
    at: datetime
    label: str
    text: str


class AccusedView(Schema):
    """A complaint as the unit sees it: what is asked of it and until when."""

    id: str
    row: AccusedRow
    proposal_text: str
    proposal_fen: int
    order_text: str
    order_fen: int
    pay_by: date | None
    due_label: str
    replies: list[AccusedReply]
    actions: list[str]
