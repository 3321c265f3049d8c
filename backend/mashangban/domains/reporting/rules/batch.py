"""One batch on its way to a platform, and what the platform says about it. Pure."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mashangban.domains.reporting.rules.report import wait
from mashangban.domains.reporting.terms import ASKS, FIRST_ASK, BatchState
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Entry:
    """A report within a batch, in the revision that was sent.

    `digest` is the SHA-256 of what exactly was sent; `outcome` is `accepted` or `rejected` as the platform first told
    it, `local` for a report that was not sent after all.
    """

    report_id: str
    revision: int
    digest: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The id is the batch key: whoever asks for it learns whether the platform has it."""

    id: str
    platform: str
    entries: tuple[Entry, ...]
    state: BatchState
    sent_at: datetime
    next_at: datetime | None
    asks: int = 0
    ticket: str = ""
    contradicted: bool = False
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("reportbatch", self.id)


@dataclass(frozen=True, slots=True)
class Result:
    """What the platform says about one report."""

    report_id: str
    revision: int
    accepted: bool
    receipt: str = ""
    code: str = ""
    reason: str = ""

    @property
    def outcome(self) -> str:
        return "accepted" if self.accepted else "rejected"


@dataclass(frozen=True, slots=True)
class Reading:
    """A platform's word on a batch, compared with what it said before."""

    batch: Batch
    fresh: tuple[Result, ...] = field(default=())
    contradicts: bool = False


def filled(batch: Batch, digests: dict[str, str]) -> Batch:
    """With what was written for each report; whoever has nothing written is not sent."""
    entries = tuple(
        replace(
            one, digest=digests.get(one.report_id, ""), outcome="" if one.report_id in digests else "local"
        )
        for one in batch.entries
    )
    return replace(batch, entries=entries)


def taken(batch: Batch, ticket: str, at: datetime) -> Batch:
    """The platform has it; its results are asked for a little later."""
    return replace(batch, state=BatchState.TAKEN, ticket=ticket[:60], next_at=at + FIRST_ASK, asks=0)


def asked_in_vain(batch: Batch, at: datetime) -> Batch:
    """No answer, or no result yet: ask again later; after ASKS times a person is told."""
    asks = batch.asks + 1
    if asks >= ASKS:
        return closed(replace(batch, asks=asks), BatchState.GIVEN_UP)
    return replace(batch, asks=asks, next_at=at + wait(asks))


def closed(batch: Batch, state: BatchState) -> Batch:
    """Nothing more is asked."""
    return replace(batch, state=state, next_at=None)


def read(batch: Batch, results: list[Result]) -> Reading:
    """What is new in the results. The first word on a report stands; another one later is a contradiction to look at.

    Results of reports or revisions that were not in the batch are left out.
    """
    told = {(one.report_id, one.revision): one for one in results}
    fresh: list[Result] = []
    entries: list[Entry] = []
    contradicts = False
    for entry in batch.entries:
        found = told.get((entry.report_id, entry.revision))
        if found is not None and not entry.outcome:
            fresh.append(found)
        contradicts |= found is not None and entry.outcome not in {"", found.outcome}
        entries.append(replace(entry, outcome=entry.outcome or (found.outcome if found else "")))
    after = replace(batch, entries=tuple(entries))
    if all(one.outcome for one in entries):
        after = closed(after, BatchState.ANSWERED)
    return Reading(after, tuple(fresh), contradicts and not batch.contradicted)
