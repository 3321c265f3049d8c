"""What the payments table's stream sets in motion."""

from collections.abc import Callable
from typing import Any

from mashangban.domains.payments import events
from mashangban.domains.payments.models import PaymentsEmployment
from mashangban.domains.payments.service import boards, cards, checking, collecting, sending
from mashangban.employment import service as employment
from mashangban.employment.events import EMPLOYMENT
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_ORDERS: dict[str, Callable[[Act, Any], None]] = {
    events.RUN: collecting.announce,
    events.TRANSFER: collecting.order,
}


def on_event(event: Event) -> None:
    """Own events: a named card and a complete run go to the bank at once, boards count accounts and runs."""
    if event.type in (events.CARD_REGISTERED, events.CARD_CHANGED):
        checking.check(system_act("payments_stream"), event.subject.id)
    elif event.type == events.RUN_READY:
        sending.work(system_act("payments_stream"), event.subject.id)
    if event.subject.kind == "payrun":
        boards.count_run(event.subject.id)
    elif event.subject.kind == "account":
        boards.count_account(event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Who works where, what wages want paid, and who left for good."""
    if delivery.kind == EMPLOYMENT:
        employment.heard(PaymentsEmployment, delivery)
        return
    if delivery.kind == events.FORGET:
        cards.forget_card(system_act("payments_stream", delivery.at), str(delivery.body["person_id"]))
        return
    order = _ORDERS.get(delivery.kind)
    if order is not None:
        order(system_act("payments_stream", delivery.at), dict(delivery.body))
