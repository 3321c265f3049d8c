"""What the answers table's stream sets in motion."""

from mashangban.domains.answers import events
from mashangban.domains.answers.service import forgetting, gaps, importing, telling
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_ENDS = (events.PAIR_WITHDRAWN, events.PAIR_LAPSED)


def on_event(event: Event) -> None:
    """Own events: a file is written on, an open question follows its answer, whoever got an answer hears of its end."""
    act = system_act("answers_stream")
    if event.type in events.IMPORTS.followed:
        importing.DESK.go_on(event)
    if gap_id := str(event.data.get("gap") or ""):
        follow = gaps.take if event.type == events.PAIR_DRAFTED else gaps.close
        follow(act, gap_id, event.subject.id)
    if event.type in _ENDS or (event.type == events.PAIR_TOLD and event.data["cursor"]):
        telling.spread(act, event)


def on_message(delivery: Delivery) -> None:
    """Who left for good."""
    if delivery.kind == events.FORGET:
        forgetting.forget(str(delivery.body["person_id"]))
