"""Draws with their sealed seeds, the claims they are drawn from, and what inspections found."""

from datetime import datetime
from typing import Any

from mashangban.domains.claims import errors
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.models.sampling import DrawRecord, InspectionRecord, PaidRecord, RoundRecord
from mashangban.domains.claims.rules.sampling import Draw, Inspection
from mashangban.domains.claims.terms.sampling import MoneyCheckState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import Gsi3
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_ROUND = "DRAWROUND"
_COPIED = (
    "id", "claim_id", "number", "enterprise_name", "title", "region", "amount_fen", "opened_at", "state",
)  # fmt: skip


def keep_round(tx: Transaction, province: str) -> None:
    """From the first budget line on, a province's months are drawn."""
    kind: Any = RoundRecord
    moves = [
        kind.GSI3PK.set(kind.GSI3PK | _ROUND),
        kind.GSI3SK.set(kind.GSI3SK | clock.to_text(tx.act.at)),
    ]
    tx.upsert(RoundRecord(f"DRAWS#{province}", "ROUND"), moves)


def provinces_due(now: datetime) -> list[str]:
    """Provinces whose draws are to be seen to."""
    where = Gsi3.GSI3SK <= clock.to_text(now)  # noqa: SIM300 - an attribute in capitals, no constant
    return [str(one.PK).partition("#")[2] for one in RoundRecord.query(_ROUND, where, index_name="GSI3")]


def seen_to(province: str, next_at: datetime) -> None:
    """Note when a province's draws are seen to again."""
    RoundRecord(f"DRAWS#{province}", "ROUND").update([RoundRecord.GSI3SK.set(clock.to_text(next_at))])


def find_draw(province: str, period: str) -> Draw | None:
    """A month's draw, or None where none was committed."""
    try:
        return _draw(DrawRecord.get(f"DRAW#{province}.{period}", "DRAW", consistent_read=True))
    except DrawRecord.DoesNotExist:
        return None


def draws(province: str, page: PageRequest) -> Page[Draw]:
    """A province's draws, the newest first."""
    return pagination.query(DrawRecord, f"DRAWS#{province}", page, index="GSI1", newest_first=True).map(_draw)


def commit(act: Act, new: Draw, event: Event) -> None:
    """Write a draw with its sealed seed; once."""
    with Transaction(act, TABLE) as tx:
        tx.create(_draw_record(new), event)


def reveal(act: Act, before: Draw, after: Draw, event: Event) -> None:
    """Open a draw's seed with its sample."""
    kind: Any = DrawRecord
    moves = [
        kind.revealed_at.set(after.revealed_at),
        kind.population.set(after.population),
        kind.digest.set(after.digest),
        kind.sampled.set(after.sampled),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_draw_record(before), event, moves)


def note_paid(province: str, period: str, claim_id: str) -> None:
    """Put a claim among a month's paid ones; twice changes nothing."""
    PaidRecord(f"PAIDIN#{province}.{period}", f"CLAIM#{claim_id}", claim_id=claim_id).save()


def paid_in(province: str, period: str) -> list[str]:
    """Every claim paid in a month, by id."""
    pk = f"PAIDIN#{province}.{period}"
    found = PaidRecord.query(pk, PaidRecord.SK.startswith("CLAIM#"), consistent_read=True)
    return [one.claim_id for one in found]


def page_paid_in(province: str, period: str, page: PageRequest) -> Page[str]:
    """The same by pages, in the order of ids."""
    return pagination.query(PaidRecord, f"PAIDIN#{province}.{period}", page).map(
        lambda one: str(one.claim_id)
    )


def get(inspection_id: str, reach: Reach) -> Inspection:
    """An inspection. Raises UnknownInspection when there is none within reach."""
    try:
        found = InspectionRecord.get(f"CLAIMINSPECTION#{inspection_id}", "INSPECTION", consistent_read=True)
    except InspectionRecord.DoesNotExist as missing:
        raise errors.UnknownInspection() from missing
    one = _inspection(found)
    if not reach.covers(one.place):
        raise errors.UnknownInspection()
    return one


def of_region(region: str, page: PageRequest, *, done: bool) -> Page[Inspection]:
    """A region's inspections, the longest waiting first."""
    where = f"INSPECTIONS-IN#{region}#{'done' if done else 'open'}"
    return pagination.query(InspectionRecord, where, page, index="GSI1").map(_inspection)


def open_inspection(act: Act, new: Inspection, event: Event) -> None:
    """Write a new inspection; one that is there already stays as it is."""
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(_record(new), event)
    except Stale:
        return


def conclude(act: Act, before: Inspection, after: Inspection, event: Event, answer: Schema | None) -> None:
    """Write what was found."""
    kind: Any = InspectionRecord
    moves = [
        kind.state.set(after.state),
        kind.note.set(crypto.seal(after.note, _context(after.id))),
        kind.GSI1PK.set(f"INSPECTIONS-IN#{after.region}#done"),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, moves)
        tx.answer(answer)


def _draw_record(one: Draw) -> DrawRecord:
    return DrawRecord(
        one.subject.pk,
        "DRAW",
        GSI1PK=f"DRAWS#{one.province}",
        GSI1SK=one.period,
        province=one.province,
        period=one.period,
        commitment=one.commitment,
        committed_at=one.committed_at,
        sealed_seed=crypto.seal(one.seed, _seed_context(one.id)),
        population=one.population,
        sampled=one.sampled,
    )


def _draw(record: DrawRecord) -> Draw:
    return Draw(
        province=record.province,
        period=record.period,
        commitment=record.commitment,
        committed_at=record.committed_at,
        seed=crypto.unseal(record.sealed_seed, _seed_context(f"{record.province}.{record.period}")),
        revealed_at=record.revealed_at,
        population=int(record.population),
        digest=record.digest or "",
        sampled=record.sampled,
        version=int(record.version),
        chain=record.chain,
    )


def _record(one: Inspection) -> InspectionRecord:
    open_or_done = "open" if one.state is MoneyCheckState.OPEN else "done"
    return InspectionRecord(
        one.subject.pk,
        "INSPECTION",
        GSI1PK=f"INSPECTIONS-IN#{one.region}#{open_or_done}",
        GSI1SK=f"{clock.to_text(one.opened_at)}#{one.id}",
        inspection_kind=one.kind,
        **{name: getattr(one, name) for name in _COPIED},
    )


def _inspection(record: InspectionRecord) -> Inspection:
    values: dict[str, Any] = {name: getattr(record, name) for name in _COPIED}
    values |= {
        "kind": record.inspection_kind,
        "amount_fen": int(record.amount_fen),
        "note": crypto.unseal(record.note, _context(record.id)) if record.note else "",
        "version": int(record.version),
        "chain": record.chain,
    }
    return Inspection(**values)


def _seed_context(draw_id: str) -> str:
    return f"claims|draw|{draw_id}|seed"


def _context(inspection_id: str) -> str:
    return f"claims|inspection|{inspection_id}|note"
