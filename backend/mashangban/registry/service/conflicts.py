"""Disagreeing sources: a person looks at both and decides."""

from dataclasses import replace

from mashangban.identity.identifiers import mask_name
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Principal
from mashangban.registry import errors, events, permissions
from mashangban.registry.repository import conflicts as store
from mashangban.registry.repository import enterprises as enterprise_store
from mashangban.registry.repository import projects as project_store
from mashangban.registry.rules import offers as rules
from mashangban.registry.rules.circles import circle
from mashangban.registry.rules.imports import Conflict
from mashangban.registry.rules.records import Party
from mashangban.registry.schemas.inputs import ConflictQuery, Settlement
from mashangban.registry.schemas.outputs import ConflictView
from mashangban.registry.service import history
from mashangban.registry.service.views import conflict_view
from mashangban.registry.terms import ConflictState, PartyKind, Register


def list_conflicts(actor: Principal, asked: ConflictQuery) -> Page[ConflictView]:
    """Open conflicts within reach."""
    reach = actor.reach(permissions.SETTLE_CONFLICTS)
    region = circle(reach.of("region"), reach.everywhere, asked.region)
    if region is None:
        raise errors.OutsideRegion()
    return store.page_open(region, asked.page).map(conflict_view)


def view_conflict(actor: Principal, conflict_id: str) -> ConflictView:
    """One conflict within reach."""
    return conflict_view(store.get(conflict_id, actor.reach(permissions.SETTLE_CONFLICTS)))


def settle_conflict(act: Act, conflict_id: str, given: Settlement) -> ConflictView:
    """Keep the held value or take the offered one. The record changes first, so that a stop in between shows the
    conflict still open and taking it again changes nothing. Raises ConflictSettled."""
    conflict = store.get(conflict_id, act.actor.reach(permissions.SETTLE_CONFLICTS))
    if conflict.state is not ConflictState.OPEN:
        raise errors.ConflictSettled()
    role = history.role_of(act, permissions.SETTLE_CONFLICTS, conflict.place)
    if given.take:
        _take(Act(act.actor, act.at), conflict, role)
    state = ConflictState.TAKEN if given.take else ConflictState.KEPT
    told = {
        "record": conflict.record_id,
        "field": conflict.field,
        "state": state.value,
    }
    event = following(act, events.CONFLICT_SETTLED, conflict, role, told)
    answer = conflict_view(replace(conflict, state=state))
    store.settle(act, conflict, state, given.reason, event, answer)
    return answer


def _take(act: Act, conflict: Conflict, role: str) -> None:
    changes, source = {conflict.field: conflict.offered}, conflict.offered_source
    told = {"fields": [conflict.field], "conflict": conflict.id}
    if conflict.register is Register.PROJECTS:
        project = project_store.get(conflict.record_id)
        units = _units(conflict.offered) if conflict.field == "parties" else project.parties
        changed = replace(rules.project_with(project, changes, source, units), updated_at=act.at)
        event = following(act, events.PROJECT_CHANGED, project, role, told)
        return project_store.save(act, project, changed, event, None)
    held = enterprise_store.get(conflict.record_id)
    masked = mask_name(conflict.offered) if conflict.field == "legal_person" else held.legal_person_masked
    after = replace(rules.enterprise_with(held, changes, source, masked), updated_at=act.at)
    event = following(act, events.ENTERPRISE_CHANGED, held, role, told)
    return enterprise_store.save(act, held, after, event, None)


def _units(text: str) -> tuple[Party, ...]:
    pairs = [one.split(":", 1) for one in text.split(";") if one]
    names = {one.id: one.name for one in enterprise_store.get_many(identity for _, identity in pairs)}
    return tuple(Party(identity, names.get(identity, ""), PartyKind(kind)) for kind, identity in pairs)
