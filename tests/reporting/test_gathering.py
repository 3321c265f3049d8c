"""News become reports: once each, whatever the order, one report a contract, worker-month and line."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules.report import due_at, report_id
from mashangban.domains.reporting.terms import ReportState, Topic
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import dump
from tests.reporting.conftest import (
    Yard,
    chain_of,
    day,
    line,
    line_report,
    month_report,
    tell,
    tell_day,
    tell_line,
    worker_report,
)


def test_an_employment_is_one_report_however_often_it_is_told(hangzhou: Yard) -> None:
    one = hangzhou.hire()
    for version in (5, 4, 5):
        tell(EMPLOYMENT, dump(one) | {"version": version})
    report = worker_report(one)
    assert (report.state, report.told, report.platform, report.region) == (
        ReportState.WAITING, 5, "33", "330106",
    )  # fmt: skip
    assert len(chain_of(report)) == 1


@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))))
def test_days_come_in_any_order_and_twice(hangzhou: Yard, order: tuple[int, ...]) -> None:
    one = hangzhou.hire(person_id="nobody")
    for version in (*order, *order):
        tell_day(one.contract_id, halves=version - 1, version=version)
    tell_day(one.contract_id, "2026-10-10")
    report = month_report(one)
    assert [(fact.day, fact.halves) for fact in reports.days_of(report.id)] == [
        ("2026-10-09", 2), ("2026-10-10", 2),
    ]  # fmt: skip
    assert len(chain_of(report)) == 1  # all of it waits in one report


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_what_comes_before_its_employment_is_not_lost(hangzhou: Yard, order: tuple[int, ...]) -> None:
    one = hangzhou.employment(person_id="nobody")
    pay = line(one.contract_id)
    news = [lambda: tell(EMPLOYMENT, dump(one)), lambda: tell_day(one.contract_id), lambda: tell_line(pay)]
    for step in order:
        news[step]()
    assert len(reports.days_of(month_report(one).id)) == 1
    assert line_report(pay).line is not None
    assert worker_report(one).told == 5


def test_of_early_news_the_newest_is_taken_up(hangzhou: Yard) -> None:
    one = hangzhou.employment(person_id="nobody")
    pay = line(one.contract_id, version=6, amount_fen=100)
    for version, amount in ((6, 100), (5, 99), (7, 101), (6, 100)):
        tell_line(pay, version=version, amount_fen=amount)
    tell(EMPLOYMENT, dump(one))
    kept = line_report(pay).line
    assert kept is not None
    assert (kept.version, kept.amount_fen) == (7, 101)


def test_a_newer_version_replaces_the_older_one_that_still_waits(hangzhou: Yard) -> None:
    one = hangzhou.hire(person_id="nobody")
    pay = line(one.contract_id)
    tell_line(pay)
    tell_line(pay, version=9, amount_fen=1, state="paid")
    tell_line(pay, version=8, amount_fen=2)
    report = line_report(pay)
    assert report.line is not None
    assert (report.line.amount_fen, report.line.state, report.revision) == (1, "paid", 1)
    assert len(chain_of(report)) == 1


def test_a_line_that_its_worker_has_not_confirmed_is_no_report_yet(hangzhou: Yard) -> None:
    one = hangzhou.hire(person_id="nobody")
    pay = line(one.contract_id)
    for version, state in ((1, "shown"), (2, "objected")):
        tell_line(pay, version=version, state=state)
    assert reports.find(report_id(Topic.PAY, pay["line"])) is None
    tell_line(pay, version=3, state="confirmed")
    assert line_report(pay).state is ReportState.WAITING


def test_a_payment_tried_once_more_is_told_as_such(hangzhou: Yard) -> None:
    one = hangzhou.hire(person_id="nobody")
    pay = line(one.contract_id)
    states = []
    for version, state in enumerate(("paying", "returned", "paying", "paid"), start=1):
        tell_line(pay, version=version, state=state)
        kept = line_report(pay).line
        assert kept is not None
        states.append(kept.state)
    assert states == ["paying", "returned", "repaying", "paid"]


def test_attendance_of_the_running_month_travels_at_night_and_of_a_past_one_at_once() -> None:
    noon = datetime(2026, 11, 25, 4, tzinfo=UTC)  # 12:00 in China
    night = datetime(2026, 11, 25, 18, tzinfo=UTC)  # 02:00 of the 26th
    assert due_at(Topic.ATTENDANCE, "2026-11", noon) == night
    assert due_at(Topic.ATTENDANCE, "2026-11", night - timedelta(minutes=1)) == night
    assert due_at(Topic.ATTENDANCE, "2026-11", night) == night + timedelta(days=1)
    assert due_at(Topic.ATTENDANCE, "2026-10", noon) == noon + timedelta(minutes=1)
    assert due_at(Topic.PAY, "2026-11", noon) == noon + timedelta(minutes=1)


def test_a_strange_message_is_nobodys_business(hangzhou: Yard) -> None:
    one = hangzhou.hire(person_id="nobody")
    tell("payments.payee", day(one.contract_id))
    assert reports.find(report_id(Topic.ATTENDANCE, one.contract_id, "2026-10")) is None
