"""Platforms that fail, fall silent or lose answers: nothing is sent twice, nothing lost, a person is told."""

from datetime import timedelta
from typing import Any

import pytest

from mashangban.domains.reporting import events
from mashangban.domains.reporting.repository import batches
from mashangban.domains.reporting.service import answering, composing
from mashangban.domains.reporting.terms import ASKS, SENDINGS, BatchState, ReportState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from tests.reporting.conftest import (
    FAR,
    Platforms,
    Yard,
    batch_of,
    chain_of,
    worker_report,
)


def test_a_platform_that_fails_before_it_takes_the_batch_gets_it_again(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.fault(status=500, times=1)
    platforms.send()
    first = batch_of(worker_report(one))
    assert (first.state, worker_report(one).state) == (BatchState.SENDING, ReportState.SENT)
    platforms.collect()  # asked by the batch key: it never had it
    assert worker_report(one).state is ReportState.WAITING
    assert batches.find(first.id).state is BatchState.DISSOLVED  # type: ignore[union-attr]
    platforms.drain()
    assert worker_report(one).state is ReportState.ACCEPTED
    assert [item["revision"] for item in platforms.received(worker_report(one))] == [1]


def test_an_answer_that_got_lost_is_asked_for_and_nothing_is_sent_twice(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.fault(drop_after_success=True, times=1)
    platforms.send()
    assert worker_report(one).state is ReportState.SENT
    platforms.send()  # the next minute: nothing goes out while the fate of the first is unknown
    platforms.collect()
    report = worker_report(one)
    assert (report.state, report.attempts) == (ReportState.ACCEPTED, 1)
    assert [event.type for event in chain_of(report)] == [events.OPENED, events.SENT, events.ACCEPTED]


def test_a_platform_that_stays_silent_is_left_alone_longer_and_then_a_person_is_told(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.fault(status=503)
    platforms.send()
    batch_id, waits = worker_report(one).batch_id, []
    for _ in range(ASKS):
        at = clock.now()
        answering.collect(at + FAR)
        batch = batches.find(batch_id)
        assert batch is not None
        waits.append(round((batch.next_at - at) / timedelta(minutes=1)) if batch.next_at else None)
    assert waits == [1, 2, 4, 8, 16, 32, 60, None]
    report = worker_report(one)
    assert (report.state, report.code) == (ReportState.STUCK, "local.platform-silent")


def test_a_platform_that_loses_every_batch_is_given_up(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    for _ in range(SENDINGS):
        platforms.fault(status=500, times=1)
        platforms.send()
        platforms.collect()
    assert (worker_report(one).state, worker_report(one).attempts) == (ReportState.STUCK, SENDINGS)


def test_a_batch_refused_as_such_is_not_repeated(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    platforms.fault(status=403, times=1)
    platforms.send()
    report = worker_report(one)
    assert (report.state, report.code) == (ReportState.STUCK, "platform.batch-refused")


def test_one_report_that_breaks_its_writer_keeps_no_other_at_home(
    platforms: Platforms, hangzhou: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = hangzhou.hire(), hangzhou.hire()
    write = composing.payload

    def broken(act: Act, report: Any, registers: Any) -> Any:
        if report.contract_id == bad.contract_id:
            raise ZeroDivisionError
        return write(act, report, registers)

    monkeypatch.setattr(composing, "payload", broken)
    platforms.drain()
    assert worker_report(good).state is ReportState.ACCEPTED
    assert (worker_report(bad).state, worker_report(bad).code) == (ReportState.STUCK, "local.fault")
