"""Enterprises: register, change, find."""

from collections.abc import Iterable
from dataclasses import replace

from mashangban.identity.identifiers import mask_name
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Reach
from mashangban.registry import errors, events, permissions
from mashangban.registry.codes import narrow
from mashangban.registry.repository import enterprises as store
from mashangban.registry.rules.circles import circle
from mashangban.registry.rules.records import Enterprise
from mashangban.registry.schemas.inputs import EnterpriseChange, EnterpriseInput, EnterpriseQuery
from mashangban.registry.schemas.outputs import EnterpriseView, HistoryEntry
from mashangban.registry.service import history
from mashangban.registry.service.changing import office_changes
from mashangban.registry.service.views import enterprise_view
from mashangban.registry.terms import ENTERPRISE_AUTHORITY, ENTERPRISE_LABELS, Source


def enterprise(enterprise_id: str) -> Enterprise:
    """One enterprise, for other rooms. Raises NoSuchRecord."""
    return store.get(enterprise_id)


def enterprises(enterprise_ids: Iterable[str]) -> list[Enterprise]:
    """Many enterprises in one batch read, in the order asked for; their legal persons only masked."""
    return store.get_many(enterprise_ids)


def enterprise_by_code(uscc: str) -> Enterprise | None:
    """The enterprise of a unified social credit code, or None."""
    found = store.find_code(uscc)
    return store.get(found) if found else None


def enterprises_by_codes(codes: Iterable[str]) -> list[Enterprise]:
    """The enterprises of these unified social credit codes, in batch reads; their legal persons only masked."""
    return store.get_many(store.find_codes(list(codes)).values())


def view_enterprise(actor: Principal, enterprise_id: str) -> EnterpriseView:
    """One enterprise. Officers see any (firms work outside the county they are registered in), offices their own."""
    return enterprise_view(_within(actor, store.get(enterprise_id)))


def enterprise_history(actor: Principal, enterprise_id: str) -> list[HistoryEntry]:
    """What happened to an enterprise's record, newest first."""
    return history.entries(_within(actor, store.get(enterprise_id)).subject)


def _within(actor: Principal, found: Enterprise) -> Enterprise:
    reach = actor.reach(permissions.READ_ENTERPRISES)
    if not (reach.everywhere or reach.of("region") or reach.of("project")):
        reach.require(found.place)
    return found


def list_enterprises(actor: Principal, asked: EnterpriseQuery) -> Page[EnterpriseView]:
    """One page: by exact credit code anywhere, else by the beginning of a name or by region within reach."""
    reach = actor.reach(permissions.READ_ENTERPRISES)
    return _page(reach, asked).map(enterprise_view)


def _page(reach: Reach, asked: EnterpriseQuery) -> Page[Enterprise]:
    officer = reach.everywhere or bool(reach.of("region"))
    if not officer:
        return Page(store.get_many(reach.of("org")))
    exact = store.find_code(narrow(asked.q)) if asked.q else None
    if exact is not None:
        return Page(store.get_many([exact]))
    region = circle(reach.of("region"), reach.everywhere, asked.region)
    if region is None:
        raise errors.OutsideRegion()
    if asked.q:
        return store.page_by_name(region, asked.q, asked.page)
    return store.page_by_region(region, asked.page, descending=asked.descending)


def register_enterprise(act: Act, given: EnterpriseInput) -> EnterpriseView:
    """Enter a new enterprise. Raises OutsideRegion, CodeTaken."""
    role = _role(act, given.county)
    new = replace(_build(ids.new_id(act.at), given), updated_at=act.at)
    new = replace(new, sources=dict.fromkeys((n for n, v in new.fields().items() if v), Source.OFFICE))
    event = following(act, events.ENTERPRISE_REGISTERED, new, role, {"county": new.county})
    answer = enterprise_view(replace(new, version=1))
    store.create(act, new, event, answer)
    return answer


def change_enterprise(act: Act, enterprise_id: str, given: EnterpriseChange) -> EnterpriseView:
    """Correct an enterprise. Raises ChangedMeanwhile, DecidedElsewhere, OutsideRegion, CodeTaken."""
    before = store.get(enterprise_id, act.actor.reach(permissions.WRITE_ENTERPRISES))
    if before.version != given.version:
        raise errors.ChangedMeanwhile()
    role = _role(act, given.county)
    wanted = _build(enterprise_id, given)
    changed = office_changes(before, wanted, ENTERPRISE_AUTHORITY, ENTERPRISE_LABELS)
    if not changed:
        return enterprise_view(before)
    after = replace(
        wanted,
        sources={**before.sources, **dict.fromkeys(changed, Source.OFFICE)},
        updated_at=act.at,
        version=before.version,
        chain=before.chain,
    )
    event = following(act, events.ENTERPRISE_CHANGED, before, role, {"fields": changed})
    answer = enterprise_view(replace(after, version=before.version + 1))
    store.save(act, before, after, event, answer)
    return answer


def _role(act: Act, county: str) -> str:
    reach = act.actor.reach(permissions.WRITE_ENTERPRISES)
    place = Place(region=county)
    if not reach.covers(place):
        raise errors.OutsideRegion()
    return history.role_of(act, permissions.WRITE_ENTERPRISES, place)


def _build(enterprise_id: str, given: EnterpriseInput) -> Enterprise:
    return Enterprise(
        id=enterprise_id,
        uscc=given.uscc,
        name=given.name,
        county=given.county,
        address=given.address,
        status=given.status,
        legal_person=given.legal_person,
        legal_person_masked=mask_name(given.legal_person),
    )
