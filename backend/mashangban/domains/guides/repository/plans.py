"""Plans: each step is one transaction over the plan."""

from typing import Any

from mashangban.domains.guides import errors
from mashangban.domains.guides.models import TABLE, PlanRecord
from mashangban.domains.guides.rules.plan import Plan
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Plan.__dataclass_fields__ if name not in ("version", "chain"))


def get(plan_id: str) -> Plan:
    """A plan; whoever calls asks whose it is. Raises UnknownPlan."""
    try:
        return _plan(PlanRecord.get(f"GUIDEPLAN#{plan_id}", "PLAN", consistent_read=True))
    except PlanRecord.DoesNotExist as missing:
        raise errors.UnknownPlan() from missing


def of_person(person_id: str, page: PageRequest) -> Page[Plan]:
    """A person's plans, the newest first."""
    found = pagination.query(PlanRecord, f"GUIDEPLANS-OF#{person_id}", page, index="GSI1", newest_first=True)
    return found.map(_plan)


def create(act: Act, new: Plan, event: Event, answer: Schema) -> None:
    """Write a new plan."""
    given = {name: value for name, value in _stored(new).items() if value is not None}
    with Transaction(act, TABLE) as tx:
        tx.create(PlanRecord(new.subject.pk, "PLAN", **given), event)
        tx.answer(answer)


def move(act: Act, before: Plan, after: Plan, event: Event, answer: Schema | None = None) -> None:
    """Write one step."""
    with Transaction(act, TABLE) as tx:
        record = PlanRecord(before.subject.pk, "PLAN")
        tx.amend(record, event, changes(PlanRecord, _stored(before), _stored(after)))
        tx.answer(answer)


def _stored(one: Plan) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    nobodys = {"person_id": one.person_id or None, "helper_id": one.helper_id or None}
    keys = {
        "GSI1PK": f"GUIDEPLANS-OF#{one.person_id}" if one.person_id else None,
        "GSI1SK": f"{clock.to_text(one.made_at)}#{one.id}" if one.person_id else None,
    }
    return values | nobodys | keys


def _plan(record: PlanRecord) -> Plan:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    texts = {name: values[name] or "" for name in ("person_id", "helper_id")}
    whole = {"edition": int(record.edition)}
    return Plan(**values | texts | whole, version=int(record.version), chain=record.chain)
