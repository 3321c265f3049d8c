"""Faults: what others may read by county, area and service; one transaction for each step with its clocks."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.publicareas import errors
from mashangban.domains.publicareas.models import (
    TABLE,
    FaultRecord,
    OwnFaultRecord,
    PostsRecord,
    PublicDeadlineRecord,
    SentRecord,
)
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.terms import POSTS_AN_HOUR
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Fault.__dataclass_fields__ if name not in ("version", "chain"))
_KEPT = timedelta(days=2)


def get(fault_id: str) -> Fault:
    """A fault; whoever calls asks for its place. Raises UnknownFault."""
    try:
        return _fault(FaultRecord.get(f"PUBLICFAULT#{fault_id}", "FAULT", consistent_read=True))
    except FaultRecord.DoesNotExist as missing:
        raise errors.UnknownFault() from missing


def many(fault_ids: Iterable[str]) -> list[Fault]:
    """Those of the faults that exist, in the order asked for."""
    keys = [(f"PUBLICFAULT#{one}", "FAULT") for one in dict.fromkeys(fault_ids)]
    known = {one.id: _fault(one) for one in FaultRecord.batch_get(keys, consistent_read=True)}
    return [known[pk.partition("#")[2]] for pk, _ in keys if pk.partition("#")[2] in known]


def between(partition: str, index: str, first: datetime, last: datetime, most: int) -> list[Fault]:
    """The newest of a partition between two instants."""
    key: Any = getattr(FaultRecord, f"{index}SK")
    within = key.between(clock.to_text(first), f"{clock.to_text(last)}~")
    found = pagination.query(
        FaultRecord, partition, PageRequest(limit=most), index=index, where=within, newest_first=True
    )
    return [_fault(one) for one in found.items]


def listed(partition: str, index: str, page: PageRequest) -> Page[Fault]:
    """One page of an area's or a county's faults, the oldest first."""
    return pagination.query(FaultRecord, partition, page, index=index).map(_fault)


def newest(partition: str, index: str, page: PageRequest) -> Page[Fault]:
    """One page of an area's faults, the newest first."""
    return pagination.query(FaultRecord, partition, page, index=index, newest_first=True).map(_fault)


def of_reporter(person_id: str, page: PageRequest) -> Page[Fault]:
    """What a person reported, the newest first."""
    found = pagination.query(OwnFaultRecord, f"REPORTER#{person_id}", page, newest_first=True)
    return Page(many(one.fault_id for one in found.items), found.next_cursor)


def sent_before(digest: str) -> str | None:
    """The fault that the same words made."""
    try:
        return str(SentRecord.get(f"SENT#{digest}", "SENT", consistent_read=True).fault_id)
    except SentRecord.DoesNotExist:
        return None


def create(
    act: Act, new: Fault, event: Event, answer_clock: Deadline, digest: str, answer: Schema | None = None
) -> None:
    """Write a new fault with its clock. Raises SameReport, TooManyPosts."""
    expires = int((act.at + _KEPT).timestamp())
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        sent = SentRecord(f"SENT#{digest}", "SENT", fault_id=new.id, expires_at=expires)
        tx.create(sent, otherwise=errors.SameReport())
        tx.update(
            _posts(new.reporter_id, act.at),
            [PostsRecord.posts.add(1), PostsRecord.expires_at.set(expires)],
            condition=PostsRecord.posts.does_not_exist() | (PostsRecord.posts < POSTS_AN_HOUR),
            otherwise=errors.TooManyPosts(),
        )
        tx.put(OwnFaultRecord(f"REPORTER#{new.reporter_id}", new.id, fault_id=new.id))
        deadlines.begin(tx, PublicDeadlineRecord, answer_clock)
        tx.answer(answer)


def move(
    act: Act,
    before: Fault,
    after: Fault,
    event: Event,
    answer: Schema | None = None,
    *,
    begins: Deadline | None = None,
    settles: deadlines.Due | None = None,
) -> None:
    """Write one step. A step that begins a clock, or ends the matter, stops what ran before."""
    own = settles.firing.deadline.kind if settles is not None else ""
    stops = begins is not None or not after.state.open
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        if settles is not None:
            settles.settle(tx)
        for running in clocks_of(before) if stops else ():
            if running.state is not DeadlineState.CLOSED and running.kind != own:
                deadlines.close(tx, PublicDeadlineRecord, running)
        if begins is not None:
            deadlines.begin(tx, PublicDeadlineRecord, begins)
        tx.answer(answer)


def forget(act: Act, before: Fault, after: Fault, event: Event) -> None:
    """Take the reporter out of a fault."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.delete(OwnFaultRecord(f"REPORTER#{before.reporter_id}", before.id))


def clocks_of(one: Fault) -> list[Deadline]:
    """Every clock of a fault, in order."""
    found = deadline_items.of_subject(PublicDeadlineRecord, one.subject)
    return sorted(found, key=lambda clock_: clock_.started_at)


def _amend(tx: Transaction, before: Fault, after: Fault, event: Event) -> None:
    old, new = _stored(before), _stored(after)
    actions = [
        getattr(FaultRecord, name).remove() if value is None else getattr(FaultRecord, name).set(value)
        for name, value in new.items()
        if getattr(before, name) != getattr(after, name) and (old[name], value) != (None, None)
    ]
    keys = _keys(after)
    actions += [getattr(FaultRecord, name).set(keys[name]) for name in ("GSI1PK", "GSI2PK", "GSI3PK")]
    tx.amend(_record(before), event, actions)


def _posts(person_id: str, at: datetime) -> PostsRecord:
    whose = crypto.keyed_hash("publicareas-posts", person_id)
    return PostsRecord(f"POSTS#{whose}#{at:%Y%m%d%H}", "POSTS")


def _keys(one: Fault) -> dict[str, str]:
    order, bucket = f"{clock.to_text(one.reported_at)}#{one.id}", one.state.bucket
    return {
        "GSI1PK": f"FAULTS#{one.region}#{one.service.value}#{bucket}",
        "GSI2PK": f"FAULTS-OF#{one.area_id}#{bucket}",
        "GSI3PK": f"FAULTS-IN#{one.region}#{bucket}",
        "GSI1SK": order,
        "GSI2SK": order,
        "GSI3SK": order,
    }


def _stored(one: Fault) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    sealed = crypto.seal(one.description, _context(one.id)) if one.description else None
    return {name: None if value in ("", None, ()) else value for name, value in values.items()} | {
        "description": sealed
    }


def _record(one: Fault) -> FaultRecord:
    values: dict[str, Any] = {**_keys(one), **_stored(one)}
    return FaultRecord(one.subject.pk, "FAULT", **values)


def _fault(record: FaultRecord) -> Fault:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    texts = {name: values[name] or "" for name in ("address", "reporter_id", "media_url", "note")}
    said = crypto.unseal(record.description, _context(record.id)) if record.description else ""
    whole = (
        values | texts | {"description": said, "round": int(record.round), "photos": values["photos"] or ()}
    )
    return Fault(**whole, version=int(record.version), chain=record.chain)


def _context(fault_id: str) -> str:
    return f"publicareas|{fault_id}|description"
