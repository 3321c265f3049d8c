"""Differences become work items; a person says what they were, nothing is mended by itself."""

from dataclasses import replace

from mashangban.domains.payments import errors, events, permissions
from mashangban.domains.payments.repository import differences as store
from mashangban.domains.payments.rules.reconciling import Difference, Gap
from mashangban.domains.payments.schemas import DifferenceView, Explanation
from mashangban.domains.payments.service import notifying
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import DifferenceState
from mashangban.employment.rules import Named
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry


def raise_for(act: Act, gap: Gap, project: Named, region: str, contractor_id: str) -> bool:
    """Open a work item for a gap and tell the contractor and the county; False when it is open already."""
    new = Difference(gap, project, region, contractor_id, DifferenceState.OPEN, act.at)
    values = {"project": project.name, "what": gap.kind.label}
    told = notifying.office(new.place, "payments.difference.found", new.id, values)
    told += notifying.officers(new.place, Role.COUNTY_OFFICER, "payments.difference.found", new.id, values)
    data = {"kind": gap.kind.value, "ours_fen": gap.ours_fen, "bank_fen": gap.bank_fen}
    return store.raise_once(act, new, next_event(act, events.DIFFERENCE_FOUND, new, data, tuple(told)))


def settle(act: Act, difference_id: str, said: Explanation) -> DifferenceView:
    """Say what a difference was. Raises WrongState when somebody has said so already."""
    reach = act.actor.reach(permissions.SETTLE_DIFFERENCE)
    before = store.difference(difference_id, reach)
    if before.state is not DifferenceState.OPEN:
        raise errors.WrongState()
    role = act.actor.role_for(permissions.SETTLE_DIFFERENCE, before.place)
    after = replace(before, state=DifferenceState.SETTLED, note=said.note)
    answer = view(after)
    store.settle(act, before, after, next_event(act, events.DIFFERENCE_SETTLED, before, role=role), answer)
    return answer


def of_project(
    actor: Principal, project_id: str, state: DifferenceState | None, page: PageRequest
) -> Page[DifferenceView]:
    """A project's differences."""
    reach = actor.reach(permissions.VIEW_ACCOUNT)
    reach.require(registry.project(project_id).place)
    found = store.of_project(project_id, state, page)
    return Page([one for one in found.items if reach.covers(one.place)], found.next_cursor).map(view)


def of_county(
    actor: Principal, region: str, state: DifferenceState | None, page: PageRequest
) -> Page[DifferenceView]:
    """A county's differences, for those who oversee it."""
    actor.reach(permissions.VIEW_ACCOUNT).require(Place(region=region))
    return store.of_county(region, state, page).map(view)


def view(one: Difference) -> DifferenceView:
    """A difference in words."""
    return DifferenceView(
        id=one.id,
        project_id=one.project.id,
        project_name=one.project.name,
        kind=one.gap.kind,
        kind_label=one.gap.kind.label,
        key=one.gap.key,
        ours_fen=one.gap.ours_fen,
        bank_fen=one.gap.bank_fen,
        state=one.state,
        state_label=one.state.label,
        note=one.note,
        found_at=one.found_at,
    )
