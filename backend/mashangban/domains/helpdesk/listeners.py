"""What the helpdesk table's stream sets in motion."""

from collections.abc import Mapping
from typing import Any

from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.repository import duties, lines, talks
from mashangban.domains.helpdesk.service import carrying, counting, forgetting, gathering, seating, spreading
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_COUNTED = ("helpticket", "helprating", "helptalk")


def on_event(event: Event) -> None:
    """Own events: tickets, ratings, conversations count as they stand; an answer goes to all who joined, or they are
    let go; whoever waits gets whoever is free; a file of rosters is written on;
    what is open at a department that went into another goes along.
    """
    if event.type in events.IMPORTS.followed:
        _write_on(event)
    if event.subject.kind in _COUNTED:
        counting.count(event.subject.kind, event.subject.id)
        carrying.follow(system_act("helpdesk_stream"), event.subject.kind, event.subject.id)
    if event.type == events.DEPARTMENT_MERGED:
        carrying.carry(system_act("helpdesk_stream"), event.subject.id)
    if event.type == events.ANSWERED:
        gathering.spread(system_act("helpdesk_stream"), event.subject.id)
    if event.type in (events.WITHDRAWN, events.FORGOTTEN):
        gathering.scatter(system_act("helpdesk_stream"), event.subject.id)
    if event.subject.kind == "helptalk":
        _talk_moved(event)
    if event.type == events.DUTY_TURNED:
        _came(event)


def on_item(item: Mapping[str, Any]) -> None:
    """A line of a conversation: who listens hears of it."""
    pk, sk = item["PK"]["S"], item["SK"]["S"]
    if sk.startswith(lines.PREFIX):
        author = item.get("author_id", {}).get("S", "")
        number, at = lines.number_of(sk), clock.now()
        spreading.conversation(pk.partition("#")[2], number, author, at)


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        forgetting.forget(system_act("helpdesk_stream", delivery.at), str(delivery.body["person_id"]))


def _write_on(event: Event) -> None:
    # Files are rare, and who waits for an agent waits for this function to start (ADR 27).
    from mashangban.domains.helpdesk.service import importing

    importing.DESK.go_on(event)


def _talk_moved(event: Event) -> None:
    act, one = system_act("helpdesk_stream"), talks.get(event.subject.id)
    seating.seat(act, one.desk.id, one)
    spreading.queue(one.desk.id, act.at)


def _came(event: Event) -> None:
    act = system_act("helpdesk_stream")
    for desk in duties.of(event.subject.id).desks:
        seating.seat(act, desk.id)
        spreading.queue(desk.id, act.at)
