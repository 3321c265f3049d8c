"""What an act on a ticket costs in write units (docs/data/helpdesk.md lists the same figures)."""

import datetime as dt

from mashangban.domains.helpdesk.schemas import (
    TalkOpening,
    TalkRead,
    TalkSaid,
    TicketAnswer,
    TicketAsked,
    TicketLabel,
    TicketPause,
    TicketWord,
)
from mashangban.domains.helpdesk.service import asking, handling, talking
from mashangban.domains.helpdesk.terms import TicketClass, TicketTopic
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import on_duty
from tests.workers.test_capacity import units


def submitted(actor: Principal, route: str) -> Act:
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(town: Town) -> None:
    asked = TicketAsked(
        region=town.county,
        topic=TicketTopic.WAGES,
        klass=TicketClass.COMPLAINT,
        text="工地欠了两个月工资" * 20,
    )
    until = clock.local_date(clock.now()) + dt.timedelta(days=3)
    stop = TicketPause(reason=PauseReason.ASKER, until=until, text="请补工资条")
    label = TicketLabel(klass=TicketClass.HELP, text="请人帮忙")
    found: list[str] = []
    who = town.person()

    def ask() -> None:
        found.append(asking.ask(submitted(who, "ask"), asked).id)

    spent = {"somebody asks, a post told": units(ask)}
    one = found[0]
    spent["a desk takes it"] = units(lambda: handling.take(submitted(town.clerk, "take"), one))
    spent["another class"] = units(lambda: handling.relabel(submitted(town.clerk, "relabel"), one, label))
    spent["a pause"] = units(lambda: handling.pause(submitted(town.clerk, "pause"), one, stop))
    spent["the clock runs again"] = units(lambda: handling.resume(submitted(town.clerk, "resume"), one))
    reply = TicketAnswer(text="已责令三日内支付")
    spent["the answer"] = units(lambda: handling.answer(submitted(town.clerk, "answer"), one, reply))
    word = TicketWord(solved=True)
    spent["the asker's word"] = units(lambda: asking.confirm(submitted(who, "confirm"), one, word))
    assert over("helpdesk", spent) == {}


def test_a_line_of_a_conversation_is_cheap(town: Town) -> None:
    on_duty(town, town.clerk)
    opening = TalkOpening(region=town.county, topic=TicketTopic.WAGES, text="工资两个月没发" * 10)
    who, found = town.person(), list[str]()
    spent = {
        "a conversation begins": units(
            lambda: found.append(talking.begin(submitted(who, "begin"), opening).id)
        )
    }
    one = found[0]
    spent["somebody is seated"] = units(town.pump.run)
    said = TalkSaid(text="西溪二标，木工班，十月和十一月都没发" * 3)
    spent["a line is said"] = units(lambda: talking.say(submitted(who, "say"), one, said))
    spent["read up to a line"] = units(lambda: talking.read(act(town.clerk), one, TalkRead(number=3)))
    spent["it ends"] = units(lambda: talking.end(submitted(who, "end"), one))
    assert over("helpdesk", spent) == {}
