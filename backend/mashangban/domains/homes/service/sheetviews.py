"""Sheets as those see them who fill them in, sign them, live in the home or watch over it."""

from datetime import datetime

from mashangban.domains.homes import permissions
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.repository import inspections as repository
from mashangban.domains.homes.rules import inspection as rules
from mashangban.domains.homes.rules.inspection import Entry, Inspection
from mashangban.domains.homes.schemas import InspectionRow, InspectionView
from mashangban.domains.homes.schemas.inspections import PointView, SignatureView
from mashangban.domains.homes.service import access, presenting
from mashangban.domains.homes.terms.inspections import Capacity, InspectionKind, InspectionState
from mashangban.files import service as files
from mashangban.files.schemas import LinkView
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal


def show(actor: Principal, inspection_id: str, at: datetime) -> InspectionView:
    """A sheet whole. Raises NotFound beyond reach."""
    one = repository.get(inspection_id)
    if not _visible(actor, one, at):
        raise NotFound()
    photos = files.links([photo for entry in one.entries.values() for photo in entry.photos])
    return view(one, {link.file_id: link for link in photos}, presenting.plan_url(one.estate_id, one.home_id))


def of_home(actor: Principal, home_id: str, page: PageRequest, at: datetime) -> Page[InspectionRow]:
    """A home's sheets that the caller may see, the latest first."""
    access.at_home(actor, home_id, permissions.VIEW_HOME, at)
    found = repository.of_home(home_id, page)
    return Page([row(one) for one in found.items if _visible(actor, one, at)], found.next_cursor)


def of_estate(
    actor: Principal,
    estate_id: str,
    kind: InspectionKind,
    state: InspectionState | None,
    page: PageRequest,
    at: datetime,
) -> Page[InspectionRow]:
    """An estate's sheets for its parties and the regulators; an owner's own shows once it is finished."""
    estates.get(estate_id, actor.reach(permissions.VIEW_ESTATE))
    found = repository.of_estate(estate_id, kind, state, page)
    return Page([row(one) for one in found.items if _visible(actor, one, at)], found.next_cursor)


def to_sign(actor: Principal, inspection_id: str) -> bool:
    """Whether one's own unit is a party that has not signed this finished sheet yet."""
    one = repository.get(inspection_id)
    if one.kind is InspectionKind.BUYER or one.state is not InspectionState.FINISHED:
        return False
    own = (
        actor.reach(permissions.SIGN_INSPECTION).of("org") if actor.holds(permissions.SIGN_INSPECTION) else ()
    )
    signed = {held.capacity for held in one.signatures}
    return any(unit in own and capacity not in signed for capacity, (unit, _) in one.units.items())


def mine(actor: Principal, page: PageRequest) -> Page[InspectionRow]:
    """The sheets the caller fills in, the latest first."""
    return repository.of_inspector(actor.person_id, page).map(row)


def view(
    one: Inspection, photos: dict[str, LinkView] | None = None, plan_url: str | None = None
) -> InspectionView:
    """A sheet whole, with addresses of its photos and its plan where they are given."""
    return InspectionView(
        **row(one).model_dump(),
        list_name=one.check_list.name,
        plan_url=plan_url,
        digest=one.digest or None,
        items=[point(one, key, photos) for key in one.points],
        signatures=[_signature(one, capacity) for capacity in Capacity if capacity in rules.wanted(one)],
        document_id=one.document_id or None,
        document_ready=one.printed,
        version=one.version,
    )


def row(one: Inspection) -> InspectionRow:
    """A sheet in a list."""
    return InspectionRow(
        id=one.id,
        number=one.number,
        home_id=one.home_id,
        estate_name=one.estate_name,
        label=one.label,
        kind=one.kind,
        kind_label=one.kind.label,
        round=one.round,
        state=one.state,
        state_label=one.state.label,
        points=len(one.points),
        done=sum(one.verdict_of(key) is not None for key in one.points),
        failed=len(one.failed),
        opened_at=one.opened_at,
    )


def point(one: Inspection, key: str, photos: dict[str, LinkView] | None = None) -> PointView:
    """One point with its line of the list, what was found and what it counts."""
    item, entry = one.item_of(key), one.entries.get(key, Entry())
    counted, found = rules.statistics(item, entry), photos or {}
    return PointView(
        point=key,
        room=key.partition("@")[2],
        item=item.label,
        how=item.how,
        source=item.source,
        measurements=item.points,
        tolerance=item.tolerance,
        spread=item.spread,
        verdict=one.verdict_of(key),
        design=entry.design,
        values=list(entry.values),
        deviation=counted.deviation if counted else None,
        spread_found=counted.spread if counted else None,
        note=entry.note,
        photos=[found[photo] for photo in entry.photos if photo in found],
        pin=list(entry.pin) if entry.pin else None,
        revision=entry.revision,
    )


def _signature(one: Inspection, capacity: Capacity) -> SignatureView:
    signed = next((held for held in one.signatures if held.capacity is capacity), None)
    unit = one.units.get(capacity, ("", ""))[1]
    return SignatureView(
        capacity=capacity,
        capacity_label=capacity.label,
        name_masked=signed.name_masked if signed else None,
        unit=unit,
        at=signed.at if signed else None,
    )


def _visible(actor: Principal, one: Inspection, at: datetime) -> bool:
    """Parties and regulators by its place; an owner's sheet to owners; the builder's to residents once it is signed."""
    if actor.reach(permissions.VIEW_INSPECTION).covers(one.place):
        return True
    home = homes.get(one.home_id)
    if one.kind is InspectionKind.BUYER:
        return any(owner.person_id == actor.person_id for owner in home.owners)
    lives = home.resident(actor.person_id, clock.local_date(at)) is not None
    return lives and one.state is InspectionState.SIGNED
