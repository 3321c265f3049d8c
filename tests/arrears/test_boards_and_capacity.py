"""Boards equal a recount, whatever happened; no act costs more than its budget; the demo's chapter runs."""

import datetime as dt
from random import Random

from demo import arrears as demo
from demo.ground import Ground
from mashangban.deadlines import service as deadlines
from mashangban.domains.arrears.models import ArrearsDeadlineRecord
from mashangban.domains.arrears.repository import complaints, rows
from mashangban.domains.arrears.schemas import Answer, Complaining, Decision, Order, Proposal, Reply
from mashangban.domains.arrears.service import (
    answering,
    boards,
    complaining,
    escalating,
    handling,
    recounting,
)
from mashangban.domains.arrears.terms import ReplyKind
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.arrears.conftest import COUNTY, DUE, People, World, act, china
from tests.arrears.test_complaints import PAY_BY
from tests.budgets import over
from tests.workers.conftest import Site
from tests.workers.test_capacity import units


def shown(counted: dict[str, int]) -> dict[str, int]:
    return {key: n for key, n in counted.items() if n}


def test_a_projects_board_equals_its_recount_and_the_county_names_it(tables: str, ground: None) -> None:
    people = People.at(Site())
    late, paid, idle = (World(people, people.site.person()) for _ in range(3))
    for one in (late, paid, idle):
        one.employed()
        one.worked("2026-09-01")
        one.relay()
    late.line("shown", china(2026, 9, 29))
    paid.line("received", china(2026, 9, 29))
    late.sweep(COUNTY)
    for one in (late, paid, idle):
        one.relay()
    project = people.site.project.id
    before = shown(rows.counters(f"project:{project}"))
    assert before["pay.late"] == 2
    assert before["money.late"] == 700000
    assert before["complaint.open"] == 2
    assert shown(recounting.rebuild_project(project)) == before
    county = boards.board(people.county, "330106")
    assert (project, 2) in [(cell.key, cell.count) for cell in county.parts]
    assert shown(recounting.rebuild_region("330106"))[f"part.{project}"] == 2


def test_counting_twice_counts_once(world: World) -> None:
    assert boards.count_pay(world.expectation_id) is False


def submitted(actor: Principal, route: str) -> Act:
    """An act as a phone sends it: with a key, so that its answer is kept too."""
    return Act(actor, act(actor).at, Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(world: World) -> None:
    spent = {
        "a day of attendance heard": units(lambda: world.worked("2026-09-02")),
        "a pay line heard": units(lambda: world.line("shown", DUE)),
    }
    given, people = Complaining(expectation_id=world.expectation_id, text="没发工资"), world.people
    spent["worker complains"] = units(
        lambda: complaining.complain(submitted(world.worker, "complain"), given)
    )
    complaint_id = complaints.open_of(world.expectation_id)
    spent["officer accepts"] = units(
        lambda: handling.accept(submitted(people.county, "accept"), complaint_id)
    )
    told = Proposal(text="10月20日前付清", amount_fen=700000, pay_by=PAY_BY)
    spent["officer proposes"] = units(
        lambda: handling.propose(submitted(people.county, "propose"), complaint_id, told)
    )
    yes = Decision(agreed=True)
    spent["worker answers a proposal"] = units(
        lambda: complaining.answer(submitted(world.worker, "answer"), complaint_id, yes)
    )
    order = Order(text="限期支付", amount_fen=700000, pay_by=PAY_BY)
    spent["officer orders"] = units(
        lambda: handling.order(submitted(people.county, "order"), complaint_id, order)
    )
    reply = Reply(reply=ReplyKind.PAID, text="已付")
    spent["unit replies"] = units(
        lambda: answering.reply(submitted(people.admin, "reply"), complaint_id, reply)
    )
    spent["the matter moves to paid"] = units(
        lambda: answering.replied(act(people.admin), complaint_id, ReplyKind.PAID)
    )
    spent["worker closes"] = units(lambda: complaining.close(submitted(world.worker, "close"), complaint_id))
    spent["clock: the pay day passed"] = units(
        lambda: deadlines.sweep(ArrearsDeadlineRecord, DUE.astimezone(dt.UTC), escalating.fire)
    )
    spent["listener: a month on its four boards"] = units(lambda: boards.count_pay(world.expectation_id))
    warning = Answer(text="本周补发")
    spent["unit answers a warning"] = units(
        lambda: answering.answer_warning(submitted(people.admin, "warn"), world.expectation_id, warning)
    )
    world.line("paid", china(2026, 10, 9), version=2)
    spent["a worker says that no money came"] = units(
        lambda: world.line("not_received", china(2026, 10, 10), version=3)
    )
    assert over("arrears", spent) == {}


def test_the_demos_chapter_makes_late_months_and_two_complaints(tables: str, ground: None) -> None:
    site = Site()
    people = People.at(site)
    for _ in range(8):
        World(people, site.person()).employed()
    said: list[str] = []
    world = Ground(Random(1))
    world.teams.append(site.team)
    demo.fill(world, said.append)
    assert "2 件欠薪投诉" in said[0]
