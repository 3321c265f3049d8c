"""Sending what is due, in batches: claimed first, then written, so that no news slips between reading and sending."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.reporting import events, partners
from mashangban.domains.reporting.repository import batches, reports
from mashangban.domains.reporting.rules import batch as batch_rules
from mashangban.domains.reporting.rules import report as rules
from mashangban.domains.reporting.rules.batch import Batch, Entry
from mashangban.domains.reporting.rules.mapping import NotReportableError, Wire
from mashangban.domains.reporting.rules.report import Report
from mashangban.domains.reporting.service import composing, telling
from mashangban.domains.reporting.terms import (
    BATCH,
    BATCH_REFUSED,
    FAULT,
    FIRST_WAIT,
    NOT_CODED,
    SHARDS,
    BatchState,
    ReportState,
)
from mashangban.domains.reporting.terms.platforms import PLATFORMS
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import PartnerUnavailable, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.partners import PartnerRefusal

log = logging.getLogger(__name__)
CLOCK = "reporting_clock"


@dataclass(slots=True)
class Run:
    """What was sent by one run, or from one shard of an outbox."""

    batches: int = 0
    reports: int = 0


def send_due(now: datetime, seconds: float = 60) -> Run:
    """Send what is due of every platform, all shards of an outbox at once; no new batch after so many seconds."""
    ends_at = time.monotonic() + seconds
    with ThreadPoolExecutor(SHARDS) as pool:
        runs = [
            pool.submit(_send_shard, platform, shard, now, ends_at)
            for platform in PLATFORMS
            for shard in range(SHARDS)
        ]
        done = [one.result() for one in runs]
    return Run(sum(one.batches for one in done), sum(one.reports for one in done))


def _send_shard(platform: str, shard: int, now: datetime, ends_at: float) -> Run:
    run = Run()
    while time.monotonic() < ends_at:
        found = reports.due(platform, shard, now, BATCH)
        if not found or not _send(platform, [one.id for one in found], run):
            break
    return run


def _send(platform: str, report_ids: list[str], run: Run) -> bool:
    """One batch; False when the platform is silent or another run is at work here: enough for this time."""
    act = system_act(CLOCK)
    try:
        claimed = _claim(act, platform, report_ids)
        written = _write(act, claimed)
        batch = _note_written(act, claimed, written)
    except Stale:
        return False
    run.batches, run.reports = run.batches + 1, run.reports + len(written)
    return _hand_over(act, batch, written) if written else True


def _claim(act: Act, platform: str, report_ids: list[str]) -> Batch:
    found = [one for one in reports.many(report_ids) if one.state is ReportState.WAITING]
    if not found:
        raise Stale()
    key = ids.new_id(act.at)
    entries = tuple(Entry(one.id, one.revision) for one in found)
    new = Batch(key, platform, entries, BatchState.SENDING, act.at, act.at + FIRST_WAIT)
    event = telling.batch_told(act, events.BATCH_CLAIMED, None, new)
    after = [(one, rules.sent(one, key, act.at)) for one in found]
    steps = [(old, one, telling.told(act, events.SENT, old, one)) for old, one in after]
    batches.claim(act, new, event, steps)
    return _after(new, event)


def _after(batch: Batch, event: Event) -> Batch:
    return replace(batch, version=event.version, chain=event.hash)


def _write(act: Act, batch: Batch) -> dict[str, Wire]:
    """Each report's payload; one that can't be written leaves the batch."""
    written: dict[str, Wire] = {}
    registers = composing.Registers()
    for report in reports.many([one.report_id for one in batch.entries]):
        if report.batch_id != batch.id or report.state is not ReportState.SENT:
            continue  # newer news took it back into the outbox
        try:
            written[report.id] = composing.payload(act, report, registers)
        except NotReportableError as refused:
            state = ReportState.HELD if refused.for_now else ReportState.STUCK
            _put_aside(act, report, state, NOT_CODED, refused.reason)
        except Exception:  # one bad report must not keep the others of its batch at home
            log.exception("report %s can't be written", report.id)
            _put_aside(act, report, ReportState.STUCK, FAULT, "报文没有写成，技术人员已收到告警")
    return written


def _put_aside(act: Act, report: Report, state: ReportState, code: str, reason: str) -> None:
    kind = events.HELD if state is ReportState.HELD else events.STUCK
    after = rules.not_sent(report, state, code, reason, act.at)
    try:
        reports.move(act, report, after, telling.told(act, kind, report, after))
    except Stale:
        log.info("report %s changed while it was put aside", report.id)


def _note_written(act: Act, batch: Batch, written: dict[str, Wire]) -> Batch:
    """Keep the digest of everything before it leaves the house: whatever comes back is compared with it."""
    filled = batch_rules.filled(batch, {one: composing.digest(wire) for one, wire in written.items()})
    after = filled if written else batch_rules.closed(filled, BatchState.ANSWERED)
    event = telling.batch_told(act, events.BATCH_WRITTEN, batch, after)
    batches.move(act, batch, after, event)
    return _after(after, event)


def _hand_over(act: Act, batch: Batch, written: dict[str, Wire]) -> bool:
    items = [
        {"key": one.report_id, "revision": one.revision, "objects": written[one.report_id]}
        for one in batch.entries
        if one.report_id in written
    ]
    try:
        ticket = partners.hand_over(batch.platform, batch.id, items)
    except PartnerUnavailable:
        # Its fate is unknown: the clock asks by the batch key before anything is sent again.
        log.warning("batch %s: platform %s does not answer", batch.id, batch.platform)
        return False
    except PartnerRefusal as refused:
        log.error("batch %s refused by platform %s: %s", batch.id, batch.platform, refused.code)
        _refused(act, batch, refused.code)
        return False
    try:
        batches.note(act, batch, batch_rules.taken(batch, ticket, clock.now()))
    except Stale:
        log.info("batch %s was answered while it was sent", batch.id)
    return True


def _refused(act: Act, batch: Batch, code: str) -> None:
    """The platform does not take the batch as such: the same again is vain, a person looks."""
    reason = f"平台不接收整批：{code}"
    steps = []
    for old in reports.many([one.report_id for one in batch.entries]):
        if old.batch_id == batch.id and old.state is ReportState.SENT:
            new = rules.not_sent(old, ReportState.STUCK, BATCH_REFUSED, reason, act.at)
            steps.append((old, new, telling.told(act, events.STUCK, old, new)))
    closed = batch_rules.closed(batch, BatchState.GIVEN_UP)
    messages = telling.work_item(act, batch.platform, ReportState.STUCK)
    batches.move(
        act, batch, closed, telling.batch_told(act, events.BATCH_GIVEN_UP, batch, closed, messages), steps
    )
