"""Every query and conditional write of deadlines, in whichever table they live."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from mashangban.deadlines.errors import AlreadyFired, DeadlineMissing
from mashangban.deadlines.models import PREFIX, DeadlineRecord, from_record, shard_of, shard_pk, sk_of
from mashangban.deadlines.rules.deadline import Deadline, Firing
from mashangban.kernel import clock, ids
from mashangban.kernel.dynamodb import Gsi3
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction

R = TypeVar("R", bound=DeadlineRecord)
_REFUSED = "ConditionalCheckFailedException"


@dataclass(frozen=True, slots=True)
class Claim:
    """A due item that this run of the clock alone may fire."""

    record: DeadlineRecord
    deadline: Deadline
    token: str
    attempts: int


def begin(tx: Transaction, kind: type[R], deadline: Deadline, next_at: dt.datetime | None) -> None:
    """Create the item within a domain's act; Stale when the subject already has a deadline of this kind."""
    tx.create(_to_record(kind, deadline, next_at))


def change(tx: Transaction, kind: type[R], deadline: Deadline, next_at: dt.datetime | None) -> None:
    """Write a changed deadline within a domain's act; Stale when it changed since it was read.

    A firing that is just being tried loses its claim and leaves the item as written here.
    """
    actions: list[Action] = [
        kind.state.set(deadline.state),
        kind.pauses.set(deadline.pauses),
        kind.extensions.set(deadline.extensions),
        kind.revision.set(deadline.revision + 1),
        kind.claim.remove(),
        kind.attempts.remove(),
        *_index(kind, deadline.subject.pk, next_at),
    ]
    if deadline.closed_at is not None:
        actions.append(kind.closed_at.set(deadline.closed_at))
    key = kind(deadline.subject.pk, sk_of(deadline.kind))
    tx.update(key, actions, condition=kind.revision == deadline.revision, otherwise=Stale())


def get(kind: type[R], subject: Subject, deadline_kind: str) -> Deadline:
    """Read one deadline (one consistent read); DeadlineMissing when there is none."""
    try:
        return from_record(kind.get(subject.pk, sk_of(deadline_kind), consistent_read=True))
    except kind.DoesNotExist as missing:
        raise DeadlineMissing() from missing


def of_subject(kind: type[R], subject: Subject) -> list[Deadline]:
    """List all deadlines of a subject (one query)."""
    return [from_record(record) for record in kind.query(subject.pk, kind.SK.startswith(PREFIX))]


def several(kind: type[R], wanted: Iterable[tuple[Subject, str]]) -> list[Deadline]:
    """Read deadlines of many subjects (one batch); those that do not exist are left out."""
    keys = [(subject.pk, sk_of(name)) for subject, name in wanted]
    return [from_record(record) for record in kind.batch_get(keys)]


def due(kind: type[R], shard: int, until: dt.datetime, most: int) -> list[R]:
    """List items of one shard whose next firing is not after `until`, the earliest first (one query)."""
    where = Gsi3.GSI3SK <= clock.to_text(until)  # noqa: SIM300 - an attribute in capitals, no constant
    return list(kind.query(shard_pk(shard), where, index_name="GSI3", limit=most, page_size=most))


def open_in(kind: type[R], shard: int) -> Iterator[R]:
    """Walk over all items of one shard that wait for a firing."""
    return kind.query(shard_pk(shard), index_name="GSI3")


def claim(record: DeadlineRecord, until: dt.datetime) -> Claim | None:
    """Take a due item until an instant; None when another run was faster or the deadline changed."""
    kind = type(record)
    token = ids.new_id()
    attempts = int(record.attempts or 0) + 1
    actions: list[Action] = [
        kind.claim.set(token),
        kind.attempts.set(attempts),
        kind.GSI3SK.set(clock.to_text(until)),
    ]
    if not _update(record, actions, kind.GSI3SK == record.GSI3SK):
        return None
    return Claim(record, from_record(record), token, attempts)


def advance(claimed: Claim, firing: Firing, next_at: dt.datetime | None) -> None:
    """Note that a rung was fired and wait for the next; nothing when the claim is gone."""
    _update(claimed.record, _fired(claimed, firing, next_at), _is_ours(claimed))


def advance_within(tx: Transaction, claimed: Claim, firing: Firing, next_at: dt.datetime | None) -> None:
    """Note it in the very transaction of the domain's act, so that both happen or neither."""
    tx.update(
        claimed.record,
        _fired(claimed, firing, next_at),
        condition=_is_ours(claimed),
        otherwise=AlreadyFired(),
    )


def wait(claimed: Claim, next_at: dt.datetime | None, *, keep_attempts: bool) -> None:
    """Give a claimed item back unfired: for a later try, or because its time has moved."""
    kind = type(claimed.record)
    actions = [kind.claim.remove(), *_index(kind, claimed.record.PK, next_at)]
    if not keep_attempts:
        actions.append(kind.attempts.remove())
    _update(claimed.record, actions, _is_ours(claimed))


def move(record: DeadlineRecord, next_at: dt.datetime | None) -> bool:
    """Put an unclaimed item under another instant; tell whether it was still where it was seen."""
    kind = type(record)
    return _update(record, _index(kind, record.PK, next_at), kind.GSI3SK == record.GSI3SK)


def _fired(claimed: Claim, firing: Firing, next_at: dt.datetime | None) -> list[Action]:
    kind = type(claimed.record)
    return [
        kind.fired_at.set(firing.planned_at),
        kind.fired_rung.set(firing.index),
        kind.revision.set(claimed.deadline.revision + 1),
        kind.claim.remove(),
        kind.attempts.remove(),
        *_index(kind, claimed.record.PK, next_at),
    ]


def _is_ours(claimed: Claim) -> Any:
    return type(claimed.record).claim == claimed.token


def _index(kind: type[R], pk: str, next_at: dt.datetime | None) -> list[Action]:
    if next_at is None:
        return [kind.GSI3PK.remove(), kind.GSI3SK.remove()]
    return [kind.GSI3PK.set(shard_of(pk)), kind.GSI3SK.set(clock.to_text(next_at))]


def _update(record: DeadlineRecord, actions: list[Action], condition: Any) -> bool:
    try:
        record.update(actions=actions, condition=condition)
    except UpdateError as refused:
        if refused.cause_response_code == _REFUSED:
            return False
        raise
    return True


def _to_record(kind: type[R], deadline: Deadline, next_at: dt.datetime | None) -> R:
    index: dict[str, Any] = (
        {} if next_at is None else {"GSI3PK": shard_of(deadline.subject.pk), "GSI3SK": clock.to_text(next_at)}
    )
    return kind(
        deadline.subject.pk,
        sk_of(deadline.kind),
        subject_kind=deadline.subject.kind,
        subject_id=deadline.subject.id,
        deadline_kind=deadline.kind,
        label=deadline.label,
        started_at=deadline.started_at,
        basis=deadline.basis,
        ladder=deadline.ladder,
        region=deadline.region or None,
        ends_at=deadline.ends_at,
        state=deadline.state,
        pauses=deadline.pauses,
        extensions=deadline.extensions,
        fired_rung=deadline.fired_rung,
        revision=deadline.revision,
        **index,
    )
