"""Open questions: one item each, counted as they are asked, listed by how often."""

from typing import Any

from mashangban.domains.answers.models import TABLE, GapRecord
from mashangban.domains.answers.rules.asked import Gap
from mashangban.domains.answers.terms import GapState
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = ("id", "department", "asked", "first_at", "last_at", "state", "version", "chain")


def id_of(region: str, plain: str) -> str:
    """The same words of the same region are one open question; nobody can guess the words from it."""
    return crypto.keyed_hash("answers-gap", f"{region}|{plain}")


def find(gap_id: str) -> Gap | None:
    """An open question, if there is one."""
    try:
        return _gap(GapRecord.get(f"ANSWERGAP#{gap_id}", "GAP", consistent_read=True))
    except GapRecord.DoesNotExist:
        return None


def get(gap_id: str) -> Gap:
    """An open question. Raises NotFound."""
    found = find(gap_id)
    if found is None:
        raise NotFound()
    return found


def listed(region: str, state: GapState, department: AnswerDepartment | None, page: PageRequest) -> Page[Gap]:
    """The open questions of a region, the most asked first; of one department, where one is named."""
    index, key = "GSI1", f"GAPS#{region}#{state.value}"
    if department is not None:
        index, key = "GSI2", f"GAPS#{region}#{department.value}#{state.value}"
    return pagination.query(GapRecord, key, page, index=index, newest_first=True).map(_gap)


def create(act: Act, new: Gap, event: Event) -> None:
    """Write an open question that nobody asked before."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)


def count(act: Act, before: Gap, after: Gap) -> None:
    """Asked once more: no step of its own. Raises Stale when somebody else asked at the same moment."""
    with Transaction(act, TABLE) as tx:
        tx.update(_record(before), _moves(after), condition=GapRecord.asked == before.asked)


def change(act: Act, before: Gap, after: Gap, event: Event, answer: Schema | None = None) -> None:
    """Write one step. Raises Stale when it was asked at the same moment."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _moves(after), condition=GapRecord.asked == before.asked)
        tx.answer(answer)


def _moves(after: Gap) -> list[Any]:
    keys = _keys(after)
    moves = [getattr(GapRecord, name).set(keys[name]) for name in keys]
    moves += [getattr(GapRecord, name).set(getattr(after, name)) for name in ("asked", "last_at", "state")]
    told = {"note": after.note, "pair_id": after.pair_id}
    return moves + [getattr(GapRecord, name).set(value) for name, value in told.items() if value]


def _keys(one: Gap) -> dict[str, str]:
    order = f"{one.asked:08d}#{one.id}"
    return {
        "GSI1PK": f"GAPS#{one.region}#{one.state.value}",
        "GSI1SK": order,
        "GSI2PK": f"GAPS#{one.region}#{one.department.value}#{one.state.value}",
        "GSI2SK": order,
    }


def _record(one: Gap) -> GapRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in _FIELDS}
    values |= {name: getattr(one, name) or None for name in ("region", "note", "pair_id")}
    text = crypto.seal(one.text, _context(one.id))
    return GapRecord(one.subject.pk, "GAP", **values | _keys(one), text=text)


def _gap(record: GapRecord) -> Gap:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: getattr(record, name) or "" for name in ("region", "note", "pair_id")}
    values |= {name: int(values[name]) for name in ("asked", "version")}
    return Gap(**values, text=crypto.unseal(record.text, _context(record.id)))


def _context(gap_id: str) -> str:
    return f"answers|{gap_id}|text"
