"""Whom a step of a plan concerns, in which words (templates of the notices room)."""

from mashangban.domains.guides.rules.plan import Plan
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom, notice

_PLAN = "/guides/pages/plan/index?id="


def person(one: Plan, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell whose plan it is, unless they left."""
    if not one.person_id:
        return ()
    told, dedupe = {"plan": one.name, **values}, f"{one.id}|{kind}|{one.version + 1}"
    return (notice(Whom(one.person_id), kind, told, link=f"{_PLAN}{one.id}", dedupe=dedupe),)
