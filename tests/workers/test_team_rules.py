"""Whom a standing authorisation serves, and which jobs a team offers."""

from datetime import date, timedelta

import pytest

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules import authorisation as rules
from mashangban.domains.workers.rules.team import Job, Team
from mashangban.domains.workers.terms import TRADES
from mashangban.employment.rules import Named, Pay
from mashangban.employment.terms import PayBasis
from tests.workers.samples import NOON, TODAY, authorisation, contract

PAY = Pay(PayBasis.DAILY, 35000, "天", 15)


def team(**changes: object) -> Team:
    given: dict[str, object] = {
        "id": "t1",
        "name": "钢筋一班",
        "project": contract().project,
        "employer": Named("e1", "劳务公司"),
        "general_contractor": Named("e2", "总包公司"),
        "foreman_id": "f1",
        "foreman_name_masked": "李*",
        "jobs": (Job(TRADES["020"], PAY), Job(TRADES["030"], PAY)),
        "open": True,
        "code_body": "0123456789",
        "code_version": 1,
    }
    return Team(**{**given, **changes})  # type: ignore[arg-type]


def test_an_authorisation_is_good_through_its_last_day() -> None:
    one = authorisation(until=TODAY)
    assert one.usable(TODAY)
    assert not one.usable(TODAY + timedelta(days=1))


@pytest.mark.parametrize("spoilt", [{"revoked": True}, {"used": 20}, {"used": 21}])
def test_a_revoked_or_used_up_authorisation_serves_nobody(spoilt: dict[str, object]) -> None:
    assert not authorisation(**spoilt).usable(TODAY)
    assert rules.pick([authorisation(**spoilt)], TODAY) is None


def test_the_one_that_ends_first_is_used_first() -> None:
    soon = authorisation(id="soon", until=date(2026, 11, 25))
    older = authorisation(id="older", granted_at=NOON - timedelta(days=1))
    spent = authorisation(id="spent", until=TODAY, used=20)
    assert rules.pick([authorisation(), older, soon, spent], TODAY) == soon
    assert rules.pick([authorisation(), older], TODAY) == older
    assert rules.pick([], TODAY) is None


def test_a_team_offers_its_own_jobs_while_it_is_open() -> None:
    assert team().job("030").trade.name == "架子工"
    with pytest.raises(errors.TradeNotOffered):
        team().job("130")
    with pytest.raises(errors.TeamClosed):
        team(open=False).job("020")


def test_a_team_stands_with_its_employer_its_contractor_and_its_foreman() -> None:
    place = team().place
    assert (place.orgs, place.project, place.persons) == (frozenset({"e1", "e2"}), "p1", frozenset({"f1"}))
