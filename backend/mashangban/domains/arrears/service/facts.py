"""What the credit registry is told of an employer: pay that stayed unpaid, and that it was paid after all."""

from datetime import datetime

from mashangban.domains.arrears import events
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.domains.arrears.terms import Level
from mashangban.kernel import clock
from mashangban.kernel.events import Message

REGISTRY = "registry"
KIND = "wage-arrears"


def late(one: Expectation, at: datetime) -> Message:
    """Pay of a month was not paid through every rung of the ladder."""
    return _fact(
        one, "late", f"{one.facts.project.name}{one.month_label}工资超期未付，经市级督办仍未支付", at
    )


def repaid(one: Expectation, at: datetime) -> tuple[Message, ...]:
    """Told only of whom a fact is kept."""
    if one.level is not Level.CREDIT:
        return ()
    return (_fact(one, "repaid", f"{one.facts.project.name}{one.month_label}拖欠的工资已经补发", at),)


def _fact(one: Expectation, level: str, reason: str, at: datetime) -> Message:
    body = {
        "enterprise": one.facts.employer.id,
        "kind": KIND,
        "level": level,
        "reason": reason,
        "reference": one.id,
        "at": clock.to_text(at),
    }
    return Message(REGISTRY, events.FACT, body)
