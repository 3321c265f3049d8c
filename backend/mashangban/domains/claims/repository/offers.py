"""Lists of those who need not apply: a head with its counts, one item an enterprise on it."""

from collections.abc import Iterable
from typing import Any

from mashangban.domains.claims.models import TABLE, HoldRecord
from mashangban.domains.claims.models.offers import CandidateRecord, OfferListRecord
from mashangban.domains.claims.rules.offers import Candidate, OfferList
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_HEAD = ("id", "policy_id", "title", "region", "begun_at", "automatic", "state")


def get(list_id: str, reach: Reach | None = None) -> OfferList:
    """A list. Raises NotFound when there is none within reach."""
    try:
        found = _list(OfferListRecord.get(f"OFFERLIST#{list_id}", "LIST", consistent_read=True))
    except OfferListRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def of_policy(policy_id: str, page: PageRequest) -> Page[OfferList]:
    """A policy's lists, the newest first."""
    where = f"OFFERLISTS-OF#{policy_id}"
    return pagination.query(OfferListRecord, where, page, index="GSI1", newest_first=True).map(_list)


def create(act: Act, new: OfferList, event: Event, answer: Schema) -> None:
    """Begin a list."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def advance(
    act: Act, before: OfferList, after: OfferList, event: Event, answer: Schema | None = None
) -> None:
    """Write how far a list came. Raises Stale for a page that was counted already."""
    moves = [OfferListRecord.counts.set(dict(after.counts)), OfferListRecord.state.set(after.state)]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, moves)
        tx.answer(answer)


def keep(list_id: str, who: Iterable[Candidate]) -> None:
    """Write enterprises of a list as they stand; twice changes nothing."""
    with CandidateRecord.batch_write() as batch:
        for one in who:
            batch.save(_candidate_record(list_id, one))


def candidates(list_id: str, page: PageRequest) -> Page[Candidate]:
    """The enterprises on a list, by county."""
    sort = CandidateRecord.SK.startswith("FIRM#")
    return pagination.query(CandidateRecord, f"OFFERLIST#{list_id}", page, where=sort).map(_candidate)


def holders(holds: Iterable[str]) -> dict[str, str]:
    """Which of these holds are taken, each by which claim. One batch read."""
    keys = [(f"HOLD#{one}", "HOLD") for one in holds]
    found = HoldRecord.batch_get(keys, consistent_read=True) if keys else ()
    return {str(one.PK).partition("#")[2]: str(one.claim_id) for one in found}


def _record(one: OfferList) -> OfferListRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in _HEAD}
    return OfferListRecord(
        one.subject.pk,
        "LIST",
        GSI1PK=f"OFFERLISTS-OF#{one.policy_id}",
        GSI1SK=one.id,
        edition=one.edition,
        counts=dict(one.counts),
        version=one.version,
        chain=one.chain,
        **values,
    )


def _list(record: OfferListRecord) -> OfferList:
    values: dict[str, Any] = {name: getattr(record, name) for name in _HEAD}
    values |= {"edition": int(record.edition), "version": int(record.version), "chain": record.chain}
    return OfferList(counts=record.counts, **values)


def _candidate_record(list_id: str, one: Candidate) -> CandidateRecord:
    return CandidateRecord(
        f"OFFERLIST#{list_id}",
        f"FIRM#{one.county}#{one.enterprise_id}",
        enterprise_id=one.enterprise_id,
        name=one.name,
        county=one.county,
        worth_fen=one.worth_fen,
        state=one.state,
        why=one.why or None,
    )


def _candidate(record: CandidateRecord) -> Candidate:
    return Candidate(
        record.enterprise_id,
        record.name,
        record.county,
        int(record.worth_fen),
        record.state,
        record.why or "",
    )
