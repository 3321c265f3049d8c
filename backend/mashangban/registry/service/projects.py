"""Projects: register, change, find."""

from collections.abc import Iterable
from dataclasses import replace

from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Reach
from mashangban.registry import errors, events, permissions
from mashangban.registry.codes import is_code, narrow
from mashangban.registry.repository import enterprises as enterprise_store
from mashangban.registry.repository import projects as store
from mashangban.registry.rules.circles import circle
from mashangban.registry.rules.records import Party, Project
from mashangban.registry.schemas.inputs import PartyInput, ProjectChange, ProjectInput, ProjectQuery
from mashangban.registry.schemas.outputs import HistoryEntry, ProjectView
from mashangban.registry.service import history
from mashangban.registry.service.changing import office_changes
from mashangban.registry.service.views import project_view
from mashangban.registry.terms import PROJECT_AUTHORITY, PROJECT_LABELS, Source


def project(project_id: str) -> Project:
    """One project, for other rooms. Raises NoSuchRecord."""
    return store.get(project_id)


def projects(project_ids: Iterable[str]) -> list[Project]:
    """Many projects in one batch read, in the order asked for."""
    return store.get_many(project_ids)


def project_names(county: str, project_ids: Iterable[str]) -> dict[str, str]:
    """What projects of a county are called, by id: one item, whatever their number; those that the listener has not
    come to yet are read themselves. Unknown ones are left out."""
    wanted = list(project_ids)
    known = store.names_in(county) if wanted else {}
    missing = [one for one in wanted if one not in known]
    return known | {one.id: one.name for one in store.get_many(missing)}


def projects_of(enterprise_id: str, page: PageRequest | None = None) -> Page[Project]:
    """The projects an enterprise takes part in."""
    return store.page_of_enterprise(enterprise_id, page or PageRequest(limit=50))


def view_project(actor: Principal, project_id: str) -> ProjectView:
    """One project within the reader's reach."""
    return project_view(store.get(project_id, actor.reach(permissions.READ_PROJECTS)))


def project_history(actor: Principal, project_id: str) -> list[HistoryEntry]:
    """What happened to a project, newest first."""
    found = store.get(project_id, actor.reach(permissions.READ_PROJECTS))
    return history.entries(found.subject)


def list_projects(actor: Principal, asked: ProjectQuery) -> Page[ProjectView]:
    """One page of the projects within reach: by exact code, by the beginning of a name, by region and status."""
    reach = actor.reach(permissions.READ_PROJECTS)
    return _page(reach, asked).map(project_view)


def _page(reach: Reach, asked: ProjectQuery) -> Page[Project]:
    exact = store.find_code(narrow(asked.q)) if is_code(asked.q) else None
    if exact is not None:
        return Page([one for one in store.get_many([exact]) if reach.covers(one.place)])
    if not reach.everywhere and not reach.of("region"):
        return _page_of_office(reach, asked)
    region = circle(reach.of("region"), reach.everywhere, asked.region)
    if region is None:
        raise errors.OutsideRegion()
    if asked.q:
        return store.page_by_name(region, asked.q, asked.page)
    return store.page_by_region(region, asked.page, status=asked.status, descending=asked.descending)


def _page_of_office(reach: Reach, asked: ProjectQuery) -> Page[Project]:
    """An enterprise's office sees the projects it takes part in, a clerk the ones served."""
    for enterprise_id in reach.of("org"):
        return store.page_of_enterprise(enterprise_id, asked.page)
    return Page(store.get_many(reach.of("project")))


def register_project(act: Act, given: ProjectInput) -> ProjectView:
    """Enter a new project. Raises OutsideRegion, UnknownEnterprise, CodeTaken."""
    role = _role(act, given.county)
    new = _build(ids.new_id(act.at), given, _parties(given.parties))
    new = replace(new, sources=dict.fromkeys(_filled(new), Source.OFFICE), updated_at=act.at)
    event = following(
        act, events.PROJECT_REGISTERED, new, role, {"county": new.county, "status": new.status.value}
    )
    answer = project_view(replace(new, version=1))
    store.create(act, new, event, answer)
    return answer


def change_project(act: Act, project_id: str, given: ProjectChange) -> ProjectView:
    """Correct a project. Raises ChangedMeanwhile, DecidedElsewhere, OutsideRegion, UnknownEnterprise, CodeTaken."""
    before = store.get(project_id, act.actor.reach(permissions.WRITE_PROJECTS))
    if before.version != given.version:
        raise errors.ChangedMeanwhile()
    role = _role(act, given.county)
    wanted = _build(project_id, given, _parties(given.parties))
    changed = office_changes(before, wanted, PROJECT_AUTHORITY, PROJECT_LABELS)
    if not changed:
        return project_view(before)
    after = replace(
        wanted,
        sources={**before.sources, **dict.fromkeys(changed, Source.OFFICE)},
        updated_at=act.at,
        version=before.version,
        chain=before.chain,
    )
    event = following(act, events.PROJECT_CHANGED, before, role, _told(before, after, changed))
    answer = project_view(replace(after, version=before.version + 1))
    store.save(act, before, after, event, answer)
    return answer


def _told(before: Project, after: Project, changed: list[str]) -> dict[str, object]:
    """What the log keeps: field names, and the states and places, which are no personal data."""
    open_fields = [name for name in ("status", "county", "nature") if name in changed]
    old, new = before.fields(), after.fields()
    return {
        "fields": changed,
        "from": {n: old[n] for n in open_fields},
        "to": {n: new[n] for n in open_fields},
    }


def _role(act: Act, county: str) -> str:
    reach = act.actor.reach(permissions.WRITE_PROJECTS)
    place = Place(region=county)
    if not reach.covers(place):
        raise errors.OutsideRegion()
    return history.role_of(act, permissions.WRITE_PROJECTS, place)


def _parties(given: list[PartyInput]) -> tuple[Party, ...]:
    known = {one.id: one.name for one in enterprise_store.get_many(party.enterprise_id for party in given)}
    unknown = [party.enterprise_id for party in given if party.enterprise_id not in known]
    if unknown:
        raise errors.UnknownEnterprise(
            errors=[FieldError("parties", f"没有找到单位 {one}") for one in unknown]
        )
    pairs = dict.fromkeys((party.enterprise_id, party.kind) for party in given)
    return tuple(Party(identity, known[identity], kind) for identity, kind in pairs)


def _build(project_id: str, given: ProjectInput, parties: tuple[Party, ...]) -> Project:
    return Project(
        id=project_id,
        code=given.code,
        name=given.name,
        county=given.county,
        address=given.address,
        status=given.status,
        nature=given.nature,
        permit_number=given.permit_number,
        starts_on=given.starts_on,
        ends_on=given.ends_on,
        parties=parties,
    )


def _filled(one: Project) -> list[str]:
    return [name for name, value in one.fields().items() if value]
