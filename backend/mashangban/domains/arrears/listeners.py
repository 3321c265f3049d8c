"""What the arrears table's stream sets in motion."""

from mashangban.documents import events as documents
from mashangban.domains.arrears import events
from mashangban.domains.arrears.models import ArrearsEmployment
from mashangban.domains.arrears.service import answering, boards, complaining, evidence, hearing
from mashangban.domains.arrears.terms import Level, ReplyKind
from mashangban.employment import service as employment
from mashangban.employment.events import EMPLOYMENT
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Own events: count, open a complaint at the county rung, gather evidence, let a unit's reply move the matter."""
    act = system_act("arrears_stream")
    match event.subject.kind:
        case "expectation":
            boards.count_pay(event.subject.id)
            _pay(act, event)
        case "complaint":
            boards.count_complaint(event.subject.id)
            if event.type == events.OPENED:
                evidence.order(act, event.subject.id)
        case "complaint_reply":
            answering.replied(act, str(event.data["complaint"]), ReplyKind(event.data["reply"]))


def _pay(act: Act, event: Event) -> None:
    if event.type == events.ESCALATED and event.data.get("rung") == Level.COUNTY.value:
        complaining.open_by_clock(act, event.subject.id)
    if event.type == events.SETTLED and event.data.get("state") == SETTLED_BY_WORKER:
        complaining.month_settled(act, event.subject.id)


SETTLED_BY_WORKER = "received"


def on_message(delivery: Delivery) -> None:
    """Who works where, days of attendance, pay lines, and papers that were printed."""
    act, body = system_act("arrears_stream", delivery.at), dict(delivery.body)
    match delivery.kind:
        case kind if kind == EMPLOYMENT:
            known = employment.heard(ArrearsEmployment, delivery)
            if known is not None:
                hearing.employed(act, known)
        case events.ATTENDANCE_DAY:
            hearing.day(act, body)
        case events.WAGES_LINE:
            hearing.line(act, body)
        case documents.RENDERED:
            evidence.printed(act, str(body["subject"]).partition(":")[2], body)
