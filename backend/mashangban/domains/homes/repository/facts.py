"""Facts: one item each, listed by what they reach over."""

from typing import Any

from mashangban.domains.homes.models import TABLE, FactRecord
from mashangban.domains.homes.repository import items
from mashangban.domains.homes.rules.fact import Fact
from mashangban.domains.homes.terms import FactKind
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Fact, "kind", "version", "chain")
_TEXTS = ("words", "number", "withdrawn")


def get(fact_id: str) -> Fact:
    """A fact. Raises NotFound."""
    try:
        return _fact(FactRecord.get(f"HOMEFACT#{fact_id}", "FACT", consistent_read=True))
    except FactRecord.DoesNotExist as missing:
        raise NotFound() from missing


def own(fact_id: str, reach: Reach) -> Fact:
    """A fact for those who told it. Raises NotFound when there is none within reach."""
    found = get(fact_id)
    reach.require(found.office)
    return found


def exists(fact_id: str) -> bool:
    """Whether this fact was told already."""
    return any(True for _ in FactRecord.batch_get([(f"HOMEFACT#{fact_id}", "FACT")], consistent_read=True))


def listed(estate_id: str, scope: str, kind: FactKind, page: PageRequest) -> Page[Fact]:
    """Facts of one kind that reach exactly so far, the latest first."""
    key: Any = FactRecord.GSI1SK
    where = key.startswith(f"{kind.value}#")
    pk = f"FACTS#{estate_id}#{scope}"
    return pagination.query(FactRecord, pk, page, index="GSI1", where=where, newest_first=True).map(_fact)


def create(act: Act, new: Fact, event: Event, answer: Schema | None = None) -> None:
    """Write a new fact. Raises Stale when it is there already."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def change(
    act: Act,
    step: tuple[Fact, Fact, Event],
    answer: Schema,
    instead: tuple[Fact, Event] | None = None,
) -> None:
    """Write one step of a fact, and at once the one that stands instead of it."""
    before, after, event = step
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(FactRecord, old, new))
        if instead is not None:
            tx.create(_record(instead[0]), instead[1])
        tx.answer(answer)


def _record(one: Fact) -> FactRecord:
    return FactRecord(
        one.subject.pk,
        "FACT",
        GSI1PK=f"FACTS#{one.estate_id}#{one.scope}",
        GSI1SK=f"{one.kind.value}#{one.happened_on.isoformat()}#{one.id}",
        fact_kind=one.kind,
        **items.stored(one, _FIELDS),
    )


def _fact(record: FactRecord) -> Fact:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS}
    return Fact(**values, kind=record.fact_kind, version=int(record.version), chain=record.chain)
