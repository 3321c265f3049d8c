"""What the policies table's stream sets in motion."""

from mashangban.domains.policies import events
from mashangban.domains.policies.service import favouring, importing, matching, opening, replaying, tallying
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_CHANGED = (events.POLICY_PUBLISHED, events.POLICY_WITHDRAWN)
_STATED = (events.FACTS_STATED, events.FACT_ANSWERED)


def on_event(event: Event) -> None:
    """Own events: lists and matches follow what was published, matches follow each changed fact, runs go on."""
    act = system_act("policies_stream")
    if event.type in (*_CHANGED, events.POLICY_DRAFTED):
        tallying.count(event.subject.id)
    if event.type in _CHANGED:
        opening.keep(event.subject.id)
        matching.spread(act, event.subject.id, None)
    if event.type == events.POLICY_SPREAD:
        matching.spread(act, event.subject.id, str(event.data["cursor"]))
    if event.type in (events.REPLAY_BEGUN, events.REPLAY_ADVANCED):
        replaying.go_on(act, event)
    if event.type in events.IMPORTS.followed:
        importing.DESK.go_on(event)
    if event.type in _STATED:
        matching.rematch(act, event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Who left the platform keeps nothing here. Raises ValueError for a kind nobody here handles."""
    if delivery.kind == events.FORGET:
        favouring.forget(str(delivery.body["person_id"]))
        return
    raise ValueError(f"nobody here handles {delivery.kind}")
