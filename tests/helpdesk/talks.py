"""A town's live conversations: begun, on duty, said, and what each side reads."""

import datetime as dt
from typing import Any

from mashangban.domains.helpdesk.schemas import (
    DutyForm,
    TalkOpening,
    TalkSaid,
    TalkView,
)
from mashangban.domains.helpdesk.service import idle, receiving, talk_views, talking
from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.domains.helpdesk.terms.talking import DutyState
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from tests.helpdesk.conftest import Town, act


def on_duty(town: Town, *agents: Principal, most: int = 3, state: DutyState = DutyState.ON) -> None:
    for agent in agents:
        receiving.turn(act(agent), DutyForm(state=state, most=most))
    town.pump.run()


def begun(town: Town, by: Principal, text: str = "工资两个月没发，找谁", **differs: Any) -> str:
    given: dict[str, Any] = {"region": town.county, "topic": TicketTopic.WAGES, "text": text}
    one = talking.begin(act(by), TalkOpening(**given | differs)).id
    town.pump.run()
    return one


def say(town: Town, one: str, by: Principal, text: str) -> int:
    return talking.say(act(by), one, TalkSaid(text=text)).number


def seen(one: str, by: Principal, after: int = 0) -> TalkView:
    return talk_views.show(act(by), one, after)


def words(one: str, by: Principal, after: int = 0) -> list[str]:
    return [line.text for line in seen(one, by, after).lines]


def minutes_later(town: Town, minutes: int, *still_there: Principal) -> None:
    """The clock looks every minute; whoever is still there says so each time."""
    for minute in range(1, minutes + 1):
        moment = clock.now() + dt.timedelta(minutes=minute)
        for agent in still_there:
            receiving.beat(act(agent, moment))
        idle.sweep(moment)
    town.pump.run()
