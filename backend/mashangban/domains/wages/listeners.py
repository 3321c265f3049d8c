"""What the wages table's stream sets in motion."""

from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.wages import events
from mashangban.domains.wages.models import WagesEmployment
from mashangban.domains.wages.repository import known
from mashangban.domains.wages.repository.known import Day, Payee
from mashangban.domains.wages.rules.line import Result
from mashangban.domains.wages.service import boards, correcting, fanning, paying, uploading
from mashangban.employment import events as employments
from mashangban.employment import service as employment
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Own events: count lines, carry a table's act to its lines, go on with an upload."""
    if event.subject.kind == "payline":
        boards.count(event.subject.id)
    elif event.subject.kind == "paytable":
        fanning.go_on(event)
    elif event.subject.kind == "payupload":
        uploading.go_on(event)


def on_message(delivery: Delivery) -> None:
    """Contracts, days, cards, the bank's words, and slips that were printed."""
    body = dict(delivery.body)
    match delivery.kind:
        case employments.EMPLOYMENT:
            employment.heard(WagesEmployment, delivery)
        case events.DAY:
            _day(body)
        case events.PAYEE:
            payee = Payee(body.get("bank") or "", body.get("card_masked") or "", body["state"])
            known.note_payee(body["person"], payee, int(body["version"]))
        case events.RESULT:
            _result(delivery, body)
        case documents.RENDERED:
            kind, _, line_id = str(body.get("subject", "")).partition(":")
            if kind == "payline":
                act = system_act("wages_stream", delivery.at)
                paying.slip_printed(act, line_id, body["document_id"])
        case _:
            return


def _day(body: dict[str, Any]) -> None:
    day = Day(body["contract"], body["day"], int(body["halves"]), int(body["minutes"]), int(body["version"]))
    tally = known.note_day(day) or known.tallies([day.contract_id], day.month).get(day.contract_id)
    if tally is not None:
        correcting.attendance_changed(day, tally.halves)


def _result(delivery: Delivery, body: dict[str, Any]) -> None:
    result = Result(int(body["attempt"]), body["state"], body.get("reason") or "", int(body["version"]))
    paying.heard(system_act("wages_stream", delivery.at), body["line"], result)
