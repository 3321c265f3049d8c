"""Pay lines. Every write of a line goes through `_write`: when its content is another than before, the line is shown
anew, what the worker had said is undone, and before and after are kept, whatever the caller meant to do (row B6).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.domains.wages.models import (
    TABLE,
    ChangeRecord,
    LineFactsRecord,
    LineRecord,
    LineRowRecord,
    SealedRecord,
)
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.terms import CHANGEABLE, LineState, Standing
from mashangban.employment.rules import Employment
from mashangban.kernel import crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(n for n in Line.__dataclass_fields__ if n not in {"id", "employment", "version", "chain"})
_EMPTY_IS_ABSENT = {"findings", "run", "reason", "slip_id"}
_NUMBERS = {"revision", "seen", "confirmed", "attempt", "transfer_version"}
_SK = "PAYLINE"


@dataclass(frozen=True, slots=True)
class Change:
    """Before and after of one revision, why and by whom."""

    revision: int
    before: Content
    after: Content
    reason: str
    by: str
    at: Any


@dataclass(frozen=True, slots=True)
class Sealed:
    """Words or a hand that belong to a step: `SIGNATURE` or `OBJECTION`, a number, and JSON text to be encrypted."""

    kind: str
    number: int
    body: str


def line(line_id: str, reach: Reach | None = None) -> Line:
    """A line (consistent). Raises NotFound when there is none within reach."""
    found = many([line_id])
    if not found:
        raise NotFound()
    one = found[line_id]
    if reach is not None:
        reach.require(one.place)
    return one


def many(line_ids: Iterable[str]) -> dict[str, Line]:
    """Lines by id (consistent); those that are not shown yet are left out."""
    wanted = list(dict.fromkeys(line_ids))
    keys = [(f"PAYLINE#{one}", sk) for one in wanted for sk in (_SK, "FACTS")]
    states: dict[str, LineRecord] = {}
    facts: dict[str, Employment] = {}
    for kind, sk in ((LineRecord, _SK), (LineFactsRecord, "FACTS")):
        for record in kind.batch_get([key for key in keys if key[1] == sk], consistent_read=True):
            identity = record.PK.removeprefix("PAYLINE#")
            if isinstance(record, LineRecord):
                states[identity] = record
            else:
                facts[identity] = record.employment
    return {one: _to_line(states[one], facts[one]) for one in wanted if one in states and one in facts}


def standing(line_ids: Iterable[str], asked: Standing) -> list[str]:
    """Which lines stand as asked, in the order given; no more of them is read than that takes."""
    wanted = list(dict.fromkeys(line_ids))
    keys = [(f"PAYLINE#{one}", _SK) for one in wanted]
    needed = ["kind", "PK", "SK", "state", "seen", "revision"]
    found = {
        record.PK.removeprefix("PAYLINE#")
        for record in LineRecord.batch_get(keys, consistent_read=True, attributes_to_get=needed)
        if rules.stands(record.state, int(record.seen), int(record.revision), asked)
    }
    return [one for one in wanted if one in found]


def amounts(line_ids: Iterable[str]) -> dict[str, Content]:
    """What lines pay, by id, without the rest."""
    keys = [(f"PAYLINE#{one}", _SK) for one in dict.fromkeys(line_ids)]
    return {one.PK.removeprefix("PAYLINE#"): one.content for one in LineRecord.batch_get(keys)}


def of_person(person_id: str, page: PageRequest) -> Page[Line]:
    """A person's lines, the newest month first, each as it stands now."""
    found = pagination.query(LineRowRecord, f"PAID#{person_id}", page, index="GSI2", newest_first=True)
    return _opened(found)


def of_project(project_id: str, state: LineState, page: PageRequest) -> Page[Line]:
    """A project's lines of one state, the newest month first."""
    return _by_state("GSI1", f"LINES#{project_id}", state, page)


def of_region(region: str, state: LineState, page: PageRequest) -> Page[Line]:
    """A county's lines of one state, the newest month first."""
    return _by_state("GSI3", f"LINES-IN#{region}", state, page)


def _by_state(index: str, pk: str, state: LineState, page: PageRequest) -> Page[Line]:
    key: Any = getattr(LineRowRecord, f"{index}SK")
    where = key.startswith(f"{state.value}#")
    return _opened(pagination.query(LineRowRecord, pk, page, index=index, where=where, newest_first=True))


def _opened(found: Page[LineRowRecord]) -> Page[Line]:
    ids = [row.line_id for row in found.items]
    lines = many(ids)
    return Page([lines[one] for one in ids if one in lines], found.next_cursor)


def changes_of(line_id: str) -> list[Change]:
    """What ever changed in a line after it was shown, oldest first."""
    key: Any = ChangeRecord.SK
    found = ChangeRecord.query(f"PAYLINE#{line_id}", key.startswith("CHANGE#"), consistent_read=True)
    return [Change(int(c.revision), c.before, c.after, c.reason, c.by, c.at) for c in found]


def sealed(line_id: str, kind: str) -> Iterator[tuple[int, str]]:
    """The opened texts of a kind with their numbers, oldest first."""
    key: Any = SealedRecord.SK
    found = SealedRecord.query(f"PAYLINE#{line_id}", key.startswith(f"{kind}#"), consistent_read=True)
    return ((int(one.SK.partition("#")[2]), _unseal(line_id, one.SK, one.body)) for one in found)


def create(act: Act, new: Line, event: Event) -> bool:
    """Show a new line; False when this contract has one for the month already."""
    pk = new.subject.pk
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(record_of(new), event)
            tx.create(LineFactsRecord(pk, "FACTS", employment=new.employment))
    except Stale:
        return False
    return True


def move(
    act: Act,
    before: Line,
    after: Line,
    event: Event,
    answer: Schema | None = None,
    *,
    seals: Sequence[Sealed] = (),
    reason: str = "",
) -> None:
    """Write one step of a line's life with what belongs to it, or nothing. `reason` explains a changed content."""
    with Transaction(act, TABLE) as tx:
        _write(tx, before, after, event, reason)
        for one in seals:
            sk = f"{one.kind}#{one.number:05d}"
            tx.put(SealedRecord(before.subject.pk, sk, body=_seal(before.id, sk, one.body)))
        tx.answer(answer)


def truthful(before: Line, after: Line, at: Any) -> Line:
    """What may be stored after `before`: another content always stands before the worker again, as shown and as a new
    revision. Raises ValueError where content could no longer be changed at all.
    """
    if after.content == before.content:
        return replace(after, revision=before.revision)
    if before.state not in CHANGEABLE:
        raise ValueError(f"line {before.id} is {before.state.value}: its content cannot change")
    asked = rules.ask_again(replace(after, revision=before.revision), at)
    return replace(asked, seen=before.seen)


def _write(tx: Transaction, before: Line, after: Line, event: Event, reason: str) -> None:
    kept = truthful(before, after, tx.act.at)
    tx.amend(
        record_of(before), event, _changes(before, kept), condition=LineRecord.revision == before.revision
    )
    if kept.content != before.content:
        change = ChangeRecord(
            before.subject.pk,
            f"CHANGE#{kept.revision:05d}",
            revision=kept.revision,
            before=before.content,
            after=kept.content,
            reason=reason,
            by=tx.act.actor.person_id,
            at=tx.act.at,
        )
        tx.create(change)


def _stored(one: Line) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    return values | {name: None for name in _EMPTY_IS_ABSENT if not values[name]}


def record_of(one: Line) -> LineRecord:
    """A line as it is kept, without its version and its place in the chain."""
    return LineRecord(one.subject.pk, _SK, **_stored(one))


def _changes(before: Line, after: Line) -> list[Action]:
    """Only what differs is written, so that attributes we don't know of survive."""
    old, new = _stored(before), _stored(after)
    actions: list[Action] = []
    for name in (name for name in new if old[name] != new[name]):
        attribute: Any = getattr(LineRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions


def _to_line(record: LineRecord, employment: Employment) -> Line:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: int(values[name]) for name in _NUMBERS}
    values |= {n: None if values[n] is None else int(values[n]) for n in ("previous_fen", "previous_halves")}
    values |= {name: values[name] or "" for name in _EMPTY_IS_ABSENT} | {"findings": record.findings or ()}
    identity = str(record.PK).removeprefix("PAYLINE#")
    return Line(id=identity, employment=employment, version=int(record.version), chain=record.chain, **values)


def _seal(line_id: str, sk: str, body: str) -> str:
    return crypto.seal(body, f"wages|{line_id}|{sk}")


def _unseal(line_id: str, sk: str, body: str) -> str:
    return crypto.unseal(body, f"wages|{line_id}|{sk}")
