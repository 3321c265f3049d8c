"""Batches to the platforms over HTTP: both provinces, changes on the way, what is not sent and why."""

from typing import Any

import pytest

from mashangban.domains.reporting import events
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.service import composing, sending
from mashangban.domains.reporting.terms import BATCH, BatchState, ReportState
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import Named, Pay, dump
from mashangban.employment.terms import PayBasis
from mashangban.identity import service as identity
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.permissions import Principal
from tests.reporting.conftest import (
    FAR,
    NAME,
    Platforms,
    Yard,
    batch_of,
    chain_of,
    line,
    line_report,
    month_report,
    tell,
    tell_day,
    tell_line,
    worker_report,
)


def months_work(yard: Yard, **changes: Any) -> tuple[Any, dict[str, Any]]:
    one = yard.hire(**changes)
    tell_day(one.contract_id)
    tell_day(one.contract_id, "2026-10-10", halves=1, witnesses=["scan"])
    tell_day(one.contract_id, "2026-10-11", state="questioned", witnesses=["roll"])
    pay = line(one.contract_id)
    tell_line(pay)
    return one, pay


def test_a_province_with_the_national_codes_takes_everything(platforms: Platforms, hangzhou: Yard) -> None:
    one, pay = months_work(hangzhou)
    platforms.send()
    platforms.collect()
    for report in (worker_report(one), month_report(one), line_report(pay)):
        assert (report.state, report.reason) == (ReportState.ACCEPTED, "")
        assert report.receipt
        assert report.digest
    (worker,) = platforms.received(worker_report(one))
    contract = worker["objects"]["ContractFile"]
    assert worker["platform"] == "33"
    assert worker["objects"]["ProjectWorker"]["WorkerName"] == NAME
    assert worker["objects"]["ProjectWorker"]["CorpCode"] == hangzhou.firm.uscc
    assert (contract["ContractPeriodType"], contract["PayRollRuleType"], contract["UnitPrice"]) == (
        "0",
        "1",
        "360.50",
    )
    assert [step["Type"] for step in worker["objects"]["EntryExitHistory"]] == ["0"]
    (month,) = platforms.received(month_report(one))
    days = month["objects"]["WorkerAttendance"]
    assert [(one["AttendDate"], one["Days"], one["DataResource"]) for one in days] == [
        ("2026-10-09", "1.0", "0"), ("2026-10-10", "0.5", "0"),
    ]  # fmt: skip
    (paid,) = platforms.received(line_report(pay))
    assert paid["objects"]["PayRollDetail"]["TotalPayAmount"] == "5768.00"
    assert paid["objects"]["PayRoll"]["PayRollCode"].startswith("GZD330106202610")


def test_a_province_with_other_codes_takes_everything(platforms: Platforms, jinan: Yard) -> None:
    one, pay = months_work(jinan)
    tell(EMPLOYMENT, dump(one) | {"version": 6, "in_force": False, "ends_on": "2026-11-20"})
    platforms.send()
    platforms.collect()
    for report in (worker_report(one), month_report(one), line_report(pay)):
        assert (report.state, report.reason) == (ReportState.ACCEPTED, "")
    (worker,) = platforms.received(worker_report(one))
    assert worker["objects"]["ContractFile"]["contractType"] == "1"
    steps = worker["objects"]["EntryExitHistory"]
    assert [(step["entryExitType"], step["entryExitDate"]) for step in steps] == [
        ("1", "2026-10-08"), ("2", "2026-11-20"),
    ]  # fmt: skip
    (month,) = platforms.received(month_report(one))
    assert [day["attendType"] for day in month["objects"]["WorkerAttendance"]] == ["99", "5"]


def test_a_region_without_platform_reports_to_the_nation(platforms: Platforms, ground: None) -> None:
    one = Yard("440305").hire()
    platforms.send()
    platforms.collect()
    assert worker_report(one).state is ReportState.ACCEPTED
    assert [item["platform"] for item in platforms.received(worker_report(one))] == ["00"]


def test_two_tables_of_a_county_and_month_have_two_numbers(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    first, second = line(one.contract_id), line(one.contract_id)
    same_table = line(one.contract_id, table=first["table"])
    for pay in (first, second, same_table):
        tell_line(pay)
    platforms.send()
    codes = [
        platforms.received(line_report(pay))[0]["objects"]["PayRoll"]["PayRollCode"]
        for pay in (first, second, same_table)
    ]
    assert codes[0] == codes[2] != codes[1]


def test_a_change_after_acceptance_is_sent_as_a_newer_revision(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    pay = line(one.contract_id)
    tell_line(pay)
    platforms.drain()
    tell_line(pay, version=5, state="paid")
    assert (line_report(pay).state, line_report(pay).revision) == (ReportState.WAITING, 2)
    platforms.drain()
    (held,) = platforms.received(line_report(pay))
    assert (held["revision"], held["objects"]["PayRollDetail"]["PayStatus"]) == (2, "20")
    assert [event.type for event in chain_of(line_report(pay))] == [
        events.OPENED, events.SENT, events.ACCEPTED, events.CHANGED, events.SENT, events.ACCEPTED,
    ]  # fmt: skip
    assert history.is_unbroken(chain_of(line_report(pay)))


def test_news_between_sending_and_receipt_go_out_again(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    tell_day(one.contract_id)
    platforms.send()
    sent = month_report(one)
    tell_day(one.contract_id, "2026-10-12")
    platforms.collect()  # speaks of the revision before
    assert (month_report(one).state, month_report(one).revision) == (ReportState.WAITING, 2)
    assert batch_of(sent).state is BatchState.ANSWERED
    platforms.drain()
    (held,) = platforms.received(month_report(one))
    assert [day["AttendDate"] for day in held["objects"]["WorkerAttendance"]] == ["2026-10-09", "2026-10-12"]


def test_news_that_come_while_a_batch_is_written_are_not_lost(
    platforms: Platforms, hangzhou: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = hangzhou.hire()
    tell_day(one.contract_id)
    write = composing.payload

    def slowly(act: Act, report: Any, registers: Any) -> Any:
        written = write(act, report, registers)
        if report.id == month_report(one).id and month_report(one).revision == 1:
            tell_day(one.contract_id, "2026-10-13")
        return written

    monkeypatch.setattr(composing, "payload", slowly)
    platforms.drain()
    platforms.drain()
    (held,) = platforms.received(month_report(one))
    assert [day["AttendDate"] for day in held["objects"]["WorkerAttendance"]] == ["2026-10-09", "2026-10-13"]


def test_a_full_batch_is_one_claim(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()  # the shard goes by contract: all of one contract travel together
    table = line(one.contract_id)["table"]
    pays = [line(one.contract_id, table=table) for _ in range(BATCH + 2)]
    for pay in pays:
        tell_line(pay)
    run = sending.send_due(clock.now() + FAR)
    assert (run.batches, run.reports) == (2, BATCH + 3)
    platforms.collect()
    assert {line_report(pay).state for pay in pays} == {ReportState.ACCEPTED}


def test_a_worker_who_took_the_name_back_is_not_reported(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    identity.erase_me(Act(Principal(one.person_id, "", real_name=True), clock.now()))
    platforms.send()
    report = worker_report(one)
    assert (report.state, platforms.received(report)) == (ReportState.STUCK, [])
    assert "实名" in report.reason


def test_what_has_no_code_goes_to_a_person_and_the_rest_goes_out(platforms: Platforms, jinan: Yard) -> None:
    odd = jinan.hire(trade=Named("000", "其他工种"))
    piece = jinan.hire(pay=Pay(PayBasis.PIECE, 1200, "车", 15))
    good = jinan.hire()
    platforms.drain()
    assert [worker_report(one).state for one in (odd, piece, good)] == [
        ReportState.STUCK, ReportState.STUCK, ReportState.ACCEPTED,
    ]  # fmt: skip


def test_a_month_with_open_questions_only_waits_for_the_answer(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    tell_day(one.contract_id, state="questioned")
    platforms.send()
    assert month_report(one).state is ReportState.HELD
    tell_day(one.contract_id, state="settled", version=2)
    platforms.drain()
    assert month_report(one).state is ReportState.ACCEPTED


def test_a_line_objected_to_after_it_was_reported_is_held_until_settled(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    pay = line(one.contract_id)
    tell_line(pay)
    platforms.drain()
    tell_line(pay, version=5, state="objected")
    platforms.drain()
    assert (line_report(pay).state, line_report(pay).reason) == (
        ReportState.HELD, "工人提出了异议，核对清楚后再报",
    )  # fmt: skip


def test_nothing_personal_lies_in_events_or_in_the_outbox(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    platforms.drain()
    report = worker_report(one)
    told = [event.leaf() for event in (*chain_of(report), *history.of(TABLE, batch_of(report).subject))]
    assert NAME not in str(told) + str(report)
    masked = composing.shown(system_act("test"), report)
    assert masked["ProjectWorker"]["WorkerName"] == "王**"
    assert "加密" in masked["ProjectWorker"]["IDCardNumber"]
