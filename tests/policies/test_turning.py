"""Answers that turn by the day alone: found by the clock, told once, never written twice."""

import datetime as dt

from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.service import turning
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role, system
from tests.policies.conftest import Bureau
from tests.policies.test_profiles import gained, on_day
from tests.registry.conftest import person


def later(days: int) -> Act:
    return Act(system("policies_clock"), clock.now() + dt.timedelta(days=days))


def aged(bureau: Bureau, days: int) -> dict[str, str]:
    """A day of founding that is three years ago that many days from now."""
    today = clock.local_date(clock.now())
    past = today.replace(year=today.year - 3) + dt.timedelta(days=days)
    return {"founded": past.isoformat()}


def old_firms(bureau: Bureau) -> str:
    """A policy for whoever is three years old."""
    bureau.declare("founded", "成立日期", "date")
    return bureau.published(
        title=f"{bureau.word}满三年",
        condition=f"{bureau.code('founded')} <= today - 3 years",
        cases=[
            bureau.case("老", "yes", founded="2000-01-01"),
            bureau.case("新", "no", founded="2199-01-01"),
        ],
    )


def office_of(firm: str) -> Principal:
    return person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))


def test_an_enterprise_that_grows_old_enough_is_matched_that_day_and_told_once(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    policy_id = old_firms(bureau)
    bureau.state(firm, **aged(bureau, 10))
    turning.sweep(later(9))
    assert on_day(office_of(firm), firm, 9, policy_id) == []
    turning.sweep(later(10))
    assert on_day(office_of(firm), firm, 10, policy_id) == ["yes"]
    before = len(list(history.of(TABLE, Subject("policymatch", firm))))
    turning.sweep(later(10))
    turning.sweep(later(11))
    assert len(list(history.of(TABLE, Subject("policymatch", firm)))) == before
    assert sum(policy_id in ids for ids in gained(firm)) == 1


def test_a_clock_that_stood_still_catches_up(bureau: Bureau) -> None:
    other = Bureau(bureau.pump)
    firm = other.enterprise()
    policy_id = old_firms(other)
    other.state(firm, **aged(other, 12))
    turning.sweep(later(16))
    assert on_day(office_of(firm), firm, 16, policy_id) == ["yes"]
