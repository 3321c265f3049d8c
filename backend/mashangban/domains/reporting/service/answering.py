"""What platforms say about batches, asked for or called back: late, twice or at odds with itself, never harmful."""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mashangban.domains.reporting import events, partners
from mashangban.domains.reporting.repository import batches, reports
from mashangban.domains.reporting.repository.batches import Step
from mashangban.domains.reporting.rules import batch as batch_rules
from mashangban.domains.reporting.rules import report as rules
from mashangban.domains.reporting.rules.batch import Batch, Result
from mashangban.domains.reporting.rules.report import Report
from mashangban.domains.reporting.schemas import Receipt, ReceiptLine
from mashangban.domains.reporting.service import telling
from mashangban.domains.reporting.terms import BATCH, SENDINGS, SILENT, BatchState, ReportState
from mashangban.domains.reporting.terms.platforms import PLATFORMS
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Busy, PartnerUnavailable, Stale

log = logging.getLogger(__name__)
CLOCK = "reporting_clock"
_TRIES = 5
_SILENCE = "平台一直没有响应，不清楚是否收到"


def collect(now: datetime, seconds: float = 30) -> int:
    """Ask for the batches whose fate or results are open. Returns how many were answered."""
    answered, ends_at = 0, time.monotonic() + seconds
    for platform in PLATFORMS:
        for batch in batches.to_ask(platform, now, BATCH):
            if time.monotonic() >= ends_at:
                return answered
            try:
                answered += _ask(system_act(CLOCK), batch)
            except Stale:
                log.info("batch %s was answered while it was asked for", batch.id)
    return answered


def _ask(act: Act, batch: Batch) -> bool:
    try:
        found = partners.ask(batch.platform, batch.id)
    except PartnerUnavailable:
        _in_vain(act, batch)
        return False
    if found is None:
        _dissolve(act, batch)
        return True
    if not found.results:
        _in_vain(act, batch)
        return False
    settle(act, batch.id, [_result(one) for one in found.results])
    return True


def deliver(act: Act, receipt: Receipt) -> None:
    """A callback arrived; of a batch that is not ours, or under another platform's name, nothing is taken."""
    batch = batches.find(receipt.batch_key)
    if batch is not None and batch.platform == receipt.platform:
        settle(act, batch.id, [_result(one) for one in receipt.results])


def settle(act: Act, batch_id: str, results: Sequence[Result]) -> None:
    """Take a platform's results; the first word on a report stands."""
    for _ in range(_TRIES):
        batch = batches.find(batch_id)
        if batch is None or batch.state is BatchState.DISSOLVED:
            return
        try:
            _take(act, batch, list(results))
            return
        except Stale:
            continue
    raise Busy()


def _take(act: Act, batch: Batch, results: list[Result]) -> None:
    reading = batch_rules.read(batch, results)
    if reading.fresh:
        steps = _steps(act, batch, reading.fresh)
        refused = any(one.state is ReportState.REJECTED for _, one, _ in steps)
        messages = telling.work_item(act, batch.platform, ReportState.REJECTED) if refused else ()
        event = telling.batch_told(act, events.BATCH_ANSWERED, batch, reading.batch, messages)
        batches.move(act, batch, reading.batch, event, steps)
    elif reading.contradicts:
        marked = replace(reading.batch, contradicted=True)
        event = telling.batch_told(act, events.BATCH_CONTRADICTED, batch, marked)
        batches.move(act, batch, marked, event)


def _steps(act: Act, batch: Batch, fresh: Sequence[Result]) -> list[Step]:
    told = {one.report_id: one for one in fresh}
    digests = {one.report_id: one.digest for one in batch.entries}
    steps: list[Step] = []
    for report in reports.many(list(told)):
        result = told[report.id]
        if rules.answers(report, batch.id, result.revision):
            steps.append(_step(act, report, result, digests[report.id]))
    return steps


def _step(act: Act, report: Report, result: Result, digest: str) -> Step:
    if result.accepted:
        after, kind = rules.accepted(report, result.receipt, digest, act.at), events.ACCEPTED
    else:
        after = rules.put_aside(report, ReportState.REJECTED, result.code, result.reason, act.at)
        kind = events.REJECTED
    return report, after, telling.told(act, kind, report, after)


def _in_vain(act: Act, batch: Batch) -> None:
    after = batch_rules.asked_in_vain(batch, act.at)
    if after.state is not BatchState.GIVEN_UP:
        batches.note(act, batch, after)
        return
    steps = [
        (old, new, telling.told(act, events.STUCK, old, new))
        for old in _own(batch)
        for new in (rules.put_aside(old, ReportState.STUCK, SILENT, _SILENCE, act.at),)
    ]
    event = telling.batch_told(
        act, events.BATCH_GIVEN_UP, batch, after, telling.work_item(act, batch.platform, ReportState.STUCK)
    )
    batches.move(act, batch, after, event, steps)


def _dissolve(act: Act, batch: Batch) -> None:
    """The platform never had it: its reports go back into the outbox, or to a person after many times."""
    steps = [_back(act, one) for one in _own(batch)]
    after = batch_rules.closed(batch, BatchState.DISSOLVED)
    event = telling.batch_told(act, events.BATCH_DISSOLVED, batch, after)
    batches.move(act, batch, after, event, steps)


def _back(act: Act, report: Report) -> Step:
    if report.attempts >= SENDINGS:
        after = rules.not_sent(report, ReportState.STUCK, SILENT, _SILENCE, act.at)
        return report, after, telling.told(act, events.STUCK, report, after)
    after = rules.returned(report, act.at)
    return report, after, telling.told(act, events.RETURNED, report, after)


def _own(batch: Batch) -> list[Report]:
    """The batch's reports that still wait for its answer."""
    found = reports.many([one.report_id for one in batch.entries if not one.outcome])
    return [one for one in found if one.batch_id == batch.id and one.state is ReportState.SENT]


def _result(line: ReceiptLine) -> Result:
    return Result(line.key, line.revision, line.accepted, line.receipt, line.code, line.message)
