"""Whom a step of a plan concerns, in which words (templates of the notices room)."""

from mashangban.domains.guides.rules.plan import Plan
from mashangban.kernel.events import Message

NOTICES = "notices"
NOTIFY = "notices.notify"
_PLAN = "/guides/pages/plan/index?id="


def person(one: Plan, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose plan it is, unless they left."""
    if not one.person_id:
        return ()
    body = {
        "person_id": one.person_id,
        "kind": kind,
        "values": {"plan": one.name, **values},
        "dedupe": f"{one.id}|{kind}|{one.version + 1}",
        "link": f"{_PLAN}{one.id}",
    }
    return (Message(NOTICES, NOTIFY, body),)
