"""What a contract waits for, until when, and who hears of it: with holidays, make-up days and long leaves."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mashangban.deadlines.rules.calendar import Calendar
from mashangban.deadlines.rules.deadline import Deadline, check_ladder, due_of, next_firing
from mashangban.domains.workers.rules import contract as rules
from mashangban.domains.workers.rules import waiting
from mashangban.domains.workers.rules.contract import Contract, Milestones, Period
from mashangban.domains.workers.terms import ContractState, PeriodKind
from tests.workers.samples import NOON, TEXT, TODAY, WORKER, contract, in_force

CALENDAR = Calendar()
CHINA = ZoneInfo("Asia/Shanghai")


def china(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=CHINA)  # type: ignore[arg-type, misc]


def last_day(deadline: Deadline) -> date | None:
    return due_of(deadline, CALENDAR).last_day


def rungs(deadline: Deadline) -> list[str]:
    """The rungs that will fire if nobody acts, in order."""
    from dataclasses import replace

    found = []
    while (firing := next_firing(deadline, CALENDAR, deadline.started_at)) is not None:
        found.append(firing.rung.name)
        deadline = replace(deadline, fired_at=firing.planned_at, fired_rung=firing.index)
    return found


def test_a_worker_has_seven_days_and_hears_a_day_before() -> None:
    offer = waiting.signing(contract(), NOON)
    assert last_day(offer) == date(2026, 11, 30)
    assert rungs(offer) == ["remind", "due"]


def test_an_employer_has_three_working_days_then_its_manager_hears() -> None:
    silence = waiting.countersigning(contract(), china(2026, 11, 23, 10))
    assert last_day(silence) == date(2026, 11, 26)
    assert rungs(silence) == ["remind", "due", "escalate"]


@pytest.mark.parametrize(
    ("signed", "last"),
    [
        # a plain week with its weekend
        (china(2026, 11, 26, 9), date(2026, 12, 1)),
        # 1 to 7 October 2026 is leave; Saturday 10 October is worked in exchange
        (china(2026, 9, 30, 9), date(2026, 10, 10)),
        # Spring Festival 2026 is 15 to 23 February; Saturday 14 and Saturday 28 February are worked
        (china(2026, 2, 13, 9), date(2026, 2, 25)),
        (china(2026, 2, 12, 9), date(2026, 2, 24)),
        # New Year 2026: 1 to 3 January is leave, Sunday 4 January is worked
        (china(2025, 12, 31, 9), date(2026, 1, 6)),
        # signed on a Sunday night
        (china(2026, 11, 22, 23), date(2026, 11, 25)),
    ],
)
def test_working_days_know_leave_and_make_up_days(signed: datetime, last: date) -> None:
    assert last_day(waiting.countersigning(contract(), signed)) == last


def test_a_fixed_period_ends_on_its_day_even_on_a_holiday() -> None:
    period = Period(PeriodKind.FIXED, TODAY, date(2027, 1, 1))
    deadline = waiting.expiry(contract(period=period), NOON)
    assert deadline is not None
    assert last_day(deadline) == date(2027, 1, 1)
    assert rungs(deadline) == ["remind", "due"]


def test_another_last_day_is_another_deadline() -> None:
    first, later = (
        waiting.expiry(contract(period=Period(PeriodKind.FIXED, TODAY, end)), NOON)
        for end in (date(2027, 1, 1), date(2027, 2, 1))
    )
    assert first
    assert later
    assert first.kind != later.kind


def test_a_contract_of_less_than_a_month_has_no_notice_before_its_end() -> None:
    short = Period(PeriodKind.FIXED, TODAY, TODAY + timedelta(days=20))
    deadline = waiting.expiry(contract(period=short), NOON)
    assert deadline
    assert rungs(deadline) == ["due"]


def test_work_until_a_task_is_done_never_expires() -> None:
    assert waiting.expiry(contract(period=Period(PeriodKind.TASK, TODAY, None)), NOON) is None


@pytest.mark.parametrize("build", [waiting.signing, waiting.countersigning, waiting.expiry])
def test_every_ladder_is_sound(build: object) -> None:
    deadline = build(contract(), NOON)  # type: ignore[operator]
    check_ladder(deadline.ladder)
    assert deadline.region == "330106"


def test_exactly_one_clock_runs_in_each_open_state() -> None:
    signed = rules.sign(rules.render(contract(), TEXT, NOON), WORKER, TEXT, NOON)
    agreed = rules.countersign(signed, NOON)
    running: list[tuple[Contract, str | None]] = [
        (contract(), waiting.SIGNING),
        (rules.fail(contract(), "字库"), waiting.SIGNING),
        (signed, waiting.COUNTERSIGNING),
        (agreed, None),
        (rules.fail(agreed, "印章停用"), None),
        (in_force(), f"{waiting.EXPIRY}.20270522"),
        (rules.end(in_force(), NOON), None),
    ]
    for one, kind in running:
        deadline = waiting.present(one)
        assert (deadline.kind if deadline else None) == kind, one.state


@pytest.mark.parametrize("state", [state for state in ContractState if not state.open])
def test_no_clock_runs_on_a_closed_contract(state: ContractState) -> None:
    assert waiting.present(in_force(state=state)) is None


def test_a_clock_starts_at_its_milestone_not_when_it_is_looked_at() -> None:
    opened = datetime(2026, 1, 5, 2, tzinfo=UTC)
    deadline = waiting.present(contract(milestones=Milestones(opened)))
    assert deadline
    assert deadline.started_at == opened
