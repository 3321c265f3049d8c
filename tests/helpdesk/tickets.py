"""A ticket of the rules at each stage of its way, without any table."""

import datetime as dt
from typing import Any

from mashangban.deadlines.rules.periods import Pause
from mashangban.domains.helpdesk.rules import ending, pausing
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import Channel, TicketClass, TicketTopic
from mashangban.domains.helpdesk.terms.pausing import PauseReason

NOW = dt.datetime(2026, 11, 26, 2, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 26)
HERE = Desk("d1", "西湖区12345", "330106")
THERE = Desk("d2", "西湖区人社局", "330106")
CITY = Desk("d3", "杭州市建委", "330100")
FAR = Desk("d4", "金华市建委", "330700")


def ticket(**differs: Any) -> Ticket:
    given: dict[str, Any] = {
        "id": "t1",
        "number": "FW-1",
        "region": "330106",
        "asker_id": "asker",
        "klass": TicketClass.COMPLAINT,
        "topic": TicketTopic.WAGES,
        "channel": Channel.PHONE,
        "asked_at": NOW,
        "first": HERE,
        "desk": HERE,
    }
    given |= differs
    return Ticket(**{"asked_as": given["klass"], **given})


def held(**differs: Any) -> Ticket:
    return rules.take(ticket(**differs), "agent", NOW)


def answered(**differs: Any) -> Ticket:
    return ending.answer(held(**differs), "agent", NOW, late=False)


def closed(**differs: Any) -> Ticket:
    return ending.confirm(answered(**differs), NOW, solved=True)


def stop(
    one: Ticket, days: int, reason: PauseReason = PauseReason.ASKER, stood: tuple[Pause, ...] = ()
) -> Ticket:
    return pausing.stop(one, "agent", reason, TODAY + DAY * days, stood, NOW)
