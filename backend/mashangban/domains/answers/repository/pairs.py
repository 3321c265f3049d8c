"""Pairs: heads on the office's desk, editions, what is published; one transaction a step."""

from collections.abc import Iterable, Iterator
from typing import Any
from zlib import crc32

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.answers.models import (
    TABLE,
    AnswerDeadlineRecord,
    PairEditionRecord,
    PairRecord,
    PublishedRecord,
)
from mashangban.domains.answers.repository import changes
from mashangban.domains.answers.repository.changes import Changed
from mashangban.domains.answers.rules import lasting
from mashangban.domains.answers.rules.pair import Edition, Pair
from mashangban.domains.answers.terms import PairShelf
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

SHARDS = 16
_FIELDS = ("department", "question", "edition", "draft", "submitted")
_TEXTS = ("ended", "returned", "gap_id")


def get(pair_id: str, reach: Reach | None = None) -> Pair:
    """The head of a pair. Raises NotFound when there is none within reach."""
    try:
        found = _pair(PairRecord.get(f"ANSWERPAIR#{pair_id}", "PAIR", consistent_read=True))
    except PairRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def edition(pair_id: str, number: int) -> Edition:
    """What a pair says in one version. Raises NotFound."""
    try:
        record = PairEditionRecord.get(f"ANSWERPAIR#{pair_id}", _sort(number), consistent_read=True)
    except PairEditionRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return record.content


def editions(pair_id: str) -> list[tuple[int, Edition]]:
    """Every edition of a pair, the first one first."""
    key: Any = PairEditionRecord.SK
    found = PairEditionRecord.query(f"ANSWERPAIR#{pair_id}", key.startswith("EDITION#"))
    return [(int(str(one.SK).partition("#")[2]), one.content) for one in found]


def of_region(
    region: str,
    page: PageRequest,
    *,
    shelf: PairShelf | None = None,
    department: AnswerDepartment | None = None,
) -> Page[Pair]:
    """The pairs of an office's region, the newest first: all, those on a shelf, of a department, or both."""
    index, key, where = "GSI1", f"PAIRS-OF#{region}", None
    if department is not None:
        index, key = "GSI3", f"PAIRS-BY#{region}#{department.value}"
        where = PairRecord.GSI3SK.startswith(f"{shelf.value}#") if shelf is not None else None
    elif shelf is not None:
        index, key = "GSI2", f"PAIRS-ON#{region}#{shelf.value}"
    return pagination.query(PairRecord, key, page, index=index, where=where, newest_first=True).map(_pair)


def in_force(pair_ids: Iterable[str]) -> dict[str, tuple[str, Edition]]:
    """What is published of these pairs by id, with its region: one batch read."""
    keys = [(f"ANSWERPAIR#{one}", "PUBLISHED") for one in dict.fromkeys(pair_ids)]
    found = PublishedRecord.batch_get(keys, consistent_read=True) if keys else ()
    return {one.id: (one.region or "", one.content) for one in found}


def all_in_force() -> Iterator[tuple[str, str, Edition]]:
    """Every published pair with its region, for the index; read over its partitions."""
    for shard in range(SHARDS):
        for one in PublishedRecord.query(f"PUBLISHED#{shard}", index_name="GSI1"):
            yield one.id, one.region or "", one.content


def create(act: Act, new: Pair, content: Edition, event: Event, answer: Schema | None) -> None:
    """Write a new pair with its first draft."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.put(PairEditionRecord(new.subject.pk, _sort(new.draft), content=content))
        tx.answer(answer)


def draft(act: Act, before: Pair, after: Pair, content: Edition, event: Event, answer: Schema) -> None:
    """Write the draft over, or begin the next edition."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.put(PairEditionRecord(after.subject.pk, _sort(after.draft), content=content))
        tx.answer(answer)


def change(act: Act, before: Pair, after: Pair, event: Event, answer: Schema | None = None) -> None:
    """Write one step of the head."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.answer(answer)


def publish(
    act: Act, before: Pair, after: Pair, content: Edition, event: Event, answer: Schema | None
) -> None:
    """Put an edition in force in place of the one before: for readers, in the index, on the clock."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        _stop_clocks(tx, before)
        _let_count(tx, after, content)
        tx.answer(answer)


def bring_in(act: Act, new: Pair, content: Edition, event: Event) -> None:
    """Put a new pair in force whose file was reviewed. Raises Stale when it is there already."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        _let_count(tx, new, content)


def _let_count(tx: Transaction, after: Pair, content: Edition) -> None:
    published = PublishedRecord(
        after.subject.pk,
        "PUBLISHED",
        GSI1PK=f"PUBLISHED#{crc32(after.id.encode()) % SHARDS}",
        GSI1SK=after.id,
        id=after.id,
        region=after.region or None,
        edition=after.edition,
        content=content,
    )
    tx.put(PairEditionRecord(after.subject.pk, _sort(after.edition), content=content))
    tx.put(published)
    begins = lasting.clock_of(after, content, tx.act.at)
    if begins is not None:
        deadlines.begin(tx, AnswerDeadlineRecord, begins)
    changes.note(tx, Changed.PAIR, after.id)


def end(
    act: Act,
    before: Pair,
    after: Pair,
    event: Event,
    answer: Schema | None = None,
    *,
    settles: deadlines.Due | None = None,
) -> None:
    """Take a pair out of force: for readers, out of the index, off the clock."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.delete(PublishedRecord(after.subject.pk, "PUBLISHED"))
        if settles is not None:
            settles.settle(tx)
        else:
            _stop_clocks(tx, before)
        changes.note(tx, Changed.PAIR, after.id)
        tx.answer(answer)


def go_on(act: Act, one: Pair, event: Event) -> None:
    """Note how far telling has come; the pair stays as it is. Raises Stale when it came this far already."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(one), event, [])


def remind(act: Act, one: Pair, event: Event, settles: deadlines.Due) -> None:
    """Note that its office was told of the end that is near."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(one), event, [])
        settles.settle(tx)


def _stop_clocks(tx: Transaction, one: Pair) -> None:
    if not one.edition:
        return
    for running in deadline_items.of_subject(AnswerDeadlineRecord, one.subject):
        if running.state is not DeadlineState.CLOSED:
            deadlines.close(tx, AnswerDeadlineRecord, running)


def _amend(tx: Transaction, before: Pair, after: Pair, event: Event) -> None:
    keys = _keys(after)
    actions = [getattr(PairRecord, name).set(getattr(after, name)) for name in _FIELDS]
    actions += [getattr(PairRecord, name).set(keys[name]) for name in ("GSI2PK", "GSI3PK", "GSI3SK")]
    actions += [
        getattr(PairRecord, name).set(value)
        if (value := getattr(after, name))
        else getattr(PairRecord, name).remove()
        for name in _TEXTS
        if getattr(before, name) != getattr(after, name)
    ]
    tx.amend(_record(before), event, actions)


def _sort(number: int) -> str:
    return f"EDITION#{number:04d}"


def _keys(one: Pair) -> dict[str, str]:
    return {
        "GSI1PK": f"PAIRS-OF#{one.region}",
        "GSI2PK": f"PAIRS-ON#{one.region}#{one.shelf.value}",
        "GSI3PK": f"PAIRS-BY#{one.region}#{one.department.value}",
        "GSI1SK": one.id,
        "GSI2SK": one.id,
        "GSI3SK": f"{one.shelf.value}#{one.id}",
    }


def _record(one: Pair) -> PairRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in ("id", *_FIELDS, "version", "chain")}
    values |= {name: getattr(one, name) or None for name in ("region", *_TEXTS)}
    return PairRecord(one.subject.pk, "PAIR", **values | _keys(one))


def _pair(record: PairRecord) -> Pair:
    values: dict[str, Any] = {name: getattr(record, name) or "" for name in ("region", *_TEXTS)}
    return Pair(
        id=record.id,
        department=record.department,
        question=record.question,
        edition=int(record.edition),
        draft=int(record.draft),
        submitted=bool(record.submitted),
        version=int(record.version),
        chain=record.chain,
        **values,
    )
