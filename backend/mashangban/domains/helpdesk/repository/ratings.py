"""Ratings: one a ticket or a conversation; one transaction for each step of the mending."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE, RatingRecord
from mashangban.domains.helpdesk.repository import clocks, items, naming, words
from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.stars import Stars
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Rating, "version", "chain")


def find(rated_id: str) -> Rating | None:
    """What the asker said of a ticket or a conversation, if anything."""
    try:
        found = _rating(RatingRecord.get(f"HELPRATING#{rated_id}", "RATING", consistent_read=True))
    except RatingRecord.DoesNotExist:
        return None
    return replace(found, desk=naming.now(found.desk, naming.of([found.desk.id])))


def get(rated_id: str) -> Rating:
    """A rating; whoever calls asks for its place. Raises NotFound."""
    found = find(rated_id)
    if found is None:
        raise NotFound()
    return found


def create(act: Act, new: Rating, event: Event, text: str, turn: Turn, answer: Schema) -> None:
    """Write the asker's stars. Raises RatedAlready."""
    with Transaction(act, TABLE) as tx:
        begin(tx, new, event, text, turn)
        tx.answer(answer)


def begin(tx: Transaction, new: Rating, event: Event, text: str, turn: Turn) -> None:
    """The asker's stars within a transaction that does more. Raises RatedAlready."""
    tx.create(_record(new), event, otherwise=errors.RatedAlready())
    words.keep(tx, event, text)
    clocks.apply(tx, turn)


def move(
    act: Act,
    before: Rating,
    after: Rating,
    event: Event,
    answer: Schema | None = None,
    *,
    text: str = "",
    turn: Turn = STILL,
) -> None:
    """Write one step of the mending."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        words.keep(tx, event, text)
        clocks.apply(tx, turn)
        tx.answer(answer)


def forget(act: Act, before: Rating, after: Rating, event: Event, steps: Iterable[int], turn: Turn) -> None:
    """Take whoever rated and their words out of it."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        for step in steps:
            words.drop(tx, before.subject, step)
        clocks.apply(tx, turn)


def _amend(tx: Transaction, before: Rating, after: Rating, event: Event) -> None:
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    tx.amend(_record(before), event, changes(RatingRecord, old, new))


def _record(one: Rating) -> RatingRecord:
    values = items.stored(one, _FIELDS) | {"tags": one.tags}
    return RatingRecord(one.subject.pk, "RATING", **values)


def _rating(record: RatingRecord) -> Rating:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {
        name: values[name] or ""
        for name in ("ticket_id", "talk_id", "number", "asker_id", "mender_id", "counts_at")
    }
    values |= {"stars": Stars(int(record.stars)), "rounds": int(record.rounds)}
    return Rating(**values, version=int(record.version), chain=record.chain)
