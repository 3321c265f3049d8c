"""Fuses that tripped and warnings: each cause once, halted and released in one transaction."""

import json
from collections.abc import Iterable
from typing import Any

from mashangban.domains.claims import errors
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.models.fuses import FuseRecord
from mashangban.domains.claims.repository.fuses import halts
from mashangban.domains.claims.rules.fuses.fuse import Fuse, Release
from mashangban.domains.claims.terms.fuses import FuseState
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "id",
    "phase",
    "state",
    "region",
    "policy_id",
    "title",
    "claim_id",
    "targets",
    "barred",
    "tripped_at",
)


def get(fuse_id: str, reach: Reach | None = None) -> Fuse:
    """A fuse. Raises UnknownFuse when there is none within reach."""
    try:
        found = _fuse(FuseRecord.get(f"FUSE#{fuse_id}", "FUSE", consistent_read=True))
    except FuseRecord.DoesNotExist as missing:
        raise errors.UnknownFuse() from missing
    if reach is not None and not reach.covers(found.place):
        raise errors.UnknownFuse()
    return found


def exists(fuse_id: str) -> bool:
    """Whether this cause tripped before, released or not."""
    try:
        FuseRecord.get(f"FUSE#{fuse_id}", "FUSE", consistent_read=True, attributes_to_get=["PK"])
    except FuseRecord.DoesNotExist:
        return False
    return True


def several(fuse_ids: Iterable[str]) -> list[Fuse]:
    """These fuses, the first tripped first."""
    keys = [(f"FUSE#{one}", "FUSE") for one in fuse_ids]
    found = map(_fuse, FuseRecord.batch_get(keys, consistent_read=True)) if keys else ()
    return sorted(found, key=lambda one: one.tripped_at)


def of_region(region: str, page: PageRequest, *, released: bool) -> Page[Fuse]:
    """A region's fuses, the newest first."""
    where = f"FUSES-IN#{region}#{'done' if released else 'open'}"
    return pagination.query(FuseRecord, where, page, index="GSI1", newest_first=True).map(_fuse)


def trip(act: Act, new: Fuse, event: Event) -> bool:
    """Write a trip with what it halts; False when the same cause tripped before, or while this ran."""
    if exists(new.id):
        return False
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(_record(new), event)
            if new.state.halts:
                halts.set_up(tx, new)
    except Stale:
        if exists(new.id):
            return False
        raise
    return True


def release(act: Act, before: Fuse, after: Fuse, event: Event, answer: Schema | None) -> None:
    """Write one person's word; the last takes the halts down."""
    kind: Any = FuseRecord
    moves = [kind.state.set(after.state), kind.releases.set(_sealed(after))]
    if after.state is FuseState.RELEASED:
        moves.append(kind.GSI1PK.set(f"FUSES-IN#{after.region}#done"))
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, moves)
        if after.state is FuseState.RELEASED:
            halts.take_down(tx, after)
        tx.answer(answer)


def _sealed(one: Fuse) -> str:
    said = [[word.person_id, clock.to_text(word.at), word.reason] for word in one.releases]
    return crypto.seal(json.dumps(said, ensure_ascii=False), _context(one.id, "releases"))


def _record(one: Fuse) -> FuseRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    return FuseRecord(
        one.subject.pk,
        "FUSE",
        GSI1PK=f"FUSES-IN#{one.region}#open",
        GSI1SK=f"{clock.to_text(one.tripped_at)}#{one.id}",
        fuse_kind=one.kind,
        facts=crypto.seal(one.facts, _context(one.id, "facts")),
        **values,
    )


def _fuse(record: FuseRecord) -> Fuse:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    said = crypto.unseal(record.releases, _context(record.id, "releases")) if record.releases else "[]"
    return Fuse(
        kind=record.fuse_kind,
        facts=crypto.unseal(record.facts, _context(record.id, "facts")),
        releases=tuple(Release(who, clock.from_text(at), reason) for who, at, reason in json.loads(said)),
        version=int(record.version),
        chain=record.chain,
        **values,
    )


def _context(fuse_id: str, field: str) -> str:
    return f"claims|fuse|{fuse_id}|{field}"
