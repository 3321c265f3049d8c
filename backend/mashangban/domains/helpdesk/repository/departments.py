"""Departments, posts and a region's promise."""

from dataclasses import replace
from typing import Any

from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE, DepartmentRecord, PostRecord, PromiseRecord
from mashangban.domains.helpdesk.repository import clocks, items, naming
from mashangban.domains.helpdesk.rules import uniting
from mashangban.domains.helpdesk.rules.department import Department, Desk, Post
from mashangban.domains.helpdesk.rules.promise import Promise
from mashangban.domains.helpdesk.terms import PostKind, TicketClass
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import GENESIS, Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_RARE = ("into_id", "planned_by", "agreed", "merged")
_FIELDS = items.fields_of(Department, "version", "chain")
_MOST_POSTS = 50
_MOST_MERGERS = 50
Step = tuple[Department, Department, Event]


def get(department_id: str) -> Department:
    """A department. Raises UnknownDepartment."""
    try:
        return _department(
            DepartmentRecord.get(f"HELPDEPARTMENT#{department_id}", "DEPARTMENT", consistent_read=True)
        )
    except DepartmentRecord.DoesNotExist as missing:
        raise errors.UnknownDepartment() from missing


def in_region(region: str, page: PageRequest) -> Page[Department]:
    """The departments of a county or a city, by name."""
    return pagination.query(DepartmentRecord, f"DEPARTMENTS-IN#{region}", page, index="GSI1").map(_department)


def all_in(region: str) -> list[Department]:
    """Every department of a county or a city that takes something still."""
    found = DepartmentRecord.query(f"DEPARTMENTS-IN#{region}", index_name="GSI1")
    return [_department(one) for one in found if not one.merged]


def mergers_in(area: str) -> list[Department]:
    """Those of a city (four digits) or a county whose merger waits for a second person, the next first."""
    within = DepartmentRecord.GSI2SK.startswith(area)
    found = DepartmentRecord.query(f"MERGERS-IN#{area[:4]}", within, index_name="GSI2", limit=_MOST_MERGERS)
    return [_department(one) for one in found]


def posts_at(department_id: str) -> list[Post]:
    """The people at a department's posts."""
    key = PostRecord.SK
    found = PostRecord.query(f"HELPDEPARTMENT#{department_id}", key.startswith("POST#"), limit=_MOST_POSTS)
    return _named([_post(one) for one in found])


def posts_of(person_id: str) -> list[Post]:
    """Where somebody works."""
    found = PostRecord.query(f"POSTS-OF#{person_id}", index_name="GSI2", limit=_MOST_POSTS)
    return _named([_post(one) for one in found])


def watchers_of(region: str) -> list[str]:
    """Who supervises in a region (a county's code, or a city's with its two noughts)."""
    found = PostRecord.query(f"WATCH-IN#{region}", index_name="GSI1", limit=_MOST_POSTS)
    return list(dict.fromkeys(one.person_id for one in found))


def open_department(act: Act, new: Department, event: Event, answer: Schema) -> None:
    """Write a new department."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def change(
    act: Act, before: Department, after: Department, event: Event, answer: Schema | None, turn: Turn = STILL
) -> None:
    """Write what was corrected, or planned."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        clocks.apply(tx, turn)
        tx.answer(answer)


def unite(act: Act, gone: Step, larger: Step, turn: Turn) -> None:
    """Write that one is the other's now, both at once. Raises Stale when somebody was faster with either."""
    with Transaction(act, TABLE) as tx:
        for step in (gone, larger):
            _amend(tx, *step)
        clocks.apply(tx, turn)


def fill(act: Act, one: Department, post: Post, event: Event, answer: Schema | None) -> None:
    """Put somebody at posts of a department; without any they leave it."""
    pk, sk = one.subject.pk, f"POST#{post.person_id}"
    watch: dict[str, Any] = {"GSI1PK": f"WATCH-IN#{one.region}", "GSI1SK": post.person_id}
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(one), event, [])
        if not post.kinds:
            tx.delete(PostRecord(pk, sk))
        else:
            keys = watch if PostKind.WATCH in post.kinds else {}
            tx.put(
                PostRecord(
                    pk,
                    sk,
                    person_id=post.person_id,
                    desk=post.desk,
                    kinds=post.kinds,
                    topics=post.topics,
                    GSI2PK=f"POSTS-OF#{post.person_id}",
                    GSI2SK=one.id,
                    **keys,
                )
            )
        tx.answer(answer)


def promise_of(region: str) -> tuple[Promise, int, str]:
    """A city's own times (none unless it promised any), with the head of their chain."""
    try:
        found = PromiseRecord.get(f"HELPPROMISE#{region[:4]}", "PROMISE", consistent_read=True)
    except PromiseRecord.DoesNotExist:
        return {}, 0, GENESIS
    return found.times, int(found.version), found.chain


def promise(act: Act, times: dict[TicketClass, int], event: Event, answer: Schema) -> None:
    """Write a city's own times."""
    record = PromiseRecord(event.subject.pk, "PROMISE", times=times)
    with Transaction(act, TABLE) as tx:
        if event.version == 1:
            tx.create(record, event)
        else:
            tx.amend(record, event, [PromiseRecord.times.set(times)])
        tx.answer(answer)


def _amend(tx: Transaction, before: Department, after: Department, event: Event) -> None:
    actions = changes(DepartmentRecord, _values(before), _values(after))
    if before.name != after.name:
        actions.append(DepartmentRecord.GSI1SK.set(f"{after.name}#{after.id}"))
    tx.amend(_record(before), event, actions)


def _record(one: Department) -> DepartmentRecord:
    keys: dict[str, Any] = {"GSI1PK": f"DEPARTMENTS-IN#{one.region}", "GSI1SK": f"{one.name}#{one.id}"}
    return DepartmentRecord(one.subject.pk, "DEPARTMENT", **keys, **_values(one))


def _values(one: Department) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    waits = uniting.waits(one)
    return values | {
        **{name: values[name] or None for name in _RARE},
        "GSI2PK": f"MERGERS-IN#{one.region[:4]}" if waits else None,
        "GSI2SK": f"{one.region}#{one.into_from}#{one.id}" if waits else None,
    }


def _department(record: DepartmentRecord) -> Department:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in ("into_id", "planned_by")}
    values |= {name: bool(values[name]) for name in ("agreed", "merged")}
    return Department(**values, version=int(record.version), chain=record.chain)


def _post(record: PostRecord) -> Post:
    desk: Desk = record.desk
    return Post(record.person_id, desk, record.kinds, record.topics)


def _named(all_: list[Post]) -> list[Post]:
    names = naming.of(one.desk.id for one in all_)
    return [replace(one, desk=naming.now(one.desk, names)) for one in all_]
