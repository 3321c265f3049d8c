"""Pay days that passed: some months late on different rungs, one paid and awaiting a word, two complaints, one hidden.

Told as attendance and wages would tell it, of the workers this domain knows by now; the platform's clock does the rest
within a minute.
"""

from collections.abc import Callable
from datetime import date, timedelta

from demo.ground import Ground
from mashangban.domains.arrears.models import ArrearsEmployment
from mashangban.domains.arrears.rules.expectation import id_of
from mashangban.domains.arrears.schemas import Complaining, Proposal
from mashangban.domains.arrears.service import complaining, handling, hearing
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

Say = Callable[[str], None]
DAYS = 20
MOST = 12


def fill(ground: Ground, say: Say) -> None:
    """Two months back: late for good. One month back: late, paid without a word, denied, complained of."""
    # The first two projects have pay tables of their own (demo.wages).
    project = list(dict.fromkeys(team.project.id for team in ground.teams))[:3][-1]
    last = _month(clock.local_date(clock.now()), 1)
    before = _month(last, 1)
    known = [one for one in _workers(project) if one.covers(last)][:MOST]
    long_late = [one for one in known[:3] if one.covers(before)]
    for one in long_late:
        _work(one, before)
    for one in known:
        _work(one, last)
    _tell_lines(known[3:6], last)
    complained = [_complain(one, last, hidden=number == 0) for number, one in enumerate(known[6:8])]
    if complained:
        _handle(known[6], complained[0])
    say(f"{len(known) + len(long_late)} 笔应发工资、{len(complained)} 件欠薪投诉 / expected pay, complaints")


def _workers(project_id: str) -> list[Employment]:
    return employments.at_project(ArrearsEmployment, project_id, PageRequest(limit=50)).items


def _month(day: date, back: int) -> date:
    """The last day of the month so many months before."""
    for _ in range(back):
        day = day.replace(day=1) - timedelta(days=1)
    return day


def _work(one: Employment, month: date) -> None:
    """The last days of a month, settled."""
    act = system_act("demo")
    for back in range(DAYS):
        day = month - timedelta(days=back)
        if one.covers(day) and day.weekday() < 6:
            told = {
                "contract": one.contract_id,
                "day": day.isoformat(),
                "halves": 2,
                "state": "settled",
                "version": 1,
            }
            hearing.day(act, told)


def _tell_lines(some: list[Employment], month: date) -> None:
    """One received, one paid without a word, one denied."""
    for one, states in zip(some, (("paid", "received"), ("paid",), ("paid", "not_received")), strict=False):
        for version, state in enumerate(states, start=1):
            told = {
                "line": f"demo-{one.contract_id}",
                "contract": one.contract_id,
                "month": f"{month:%Y-%m}",
                "amount_fen": one.pay.amount_fen * DAYS,
                "halves": DAYS * 2,
                "state": state,
                "version": version,
            }
            hearing.line(system_act("demo"), told)


def _complain(one: Employment, month: date, *, hidden: bool) -> str:
    worker = Principal(one.person_id, "", real_name=True)
    given = Complaining(
        expectation_id=id_of(one.contract_id, f"{month:%Y-%m}"),
        hidden=hidden,
        text="上个月的工资一直没有发，问了几次都说再等等。",
    )
    return complaining.complain(Act(worker, clock.now()), given).id


def _handle(one: Employment, complaint_id: str) -> None:
    """The county accepts and proposes."""
    grant = Grant(Role.COUNTY_OFFICER, Scope("region", one.region))
    officer = Act(Principal("system:demo", "", (grant,), real_name=True), clock.now())
    handling.accept(officer, complaint_id)
    pay_by = clock.local_date(clock.now()) + timedelta(days=7)
    text = "本周五上午在区劳动监察大队调解，单位带工资表和付款凭证。"
    handling.propose(
        officer, complaint_id, Proposal(text=text, amount_fen=one.pay.amount_fen * DAYS, pay_by=pay_by)
    )
