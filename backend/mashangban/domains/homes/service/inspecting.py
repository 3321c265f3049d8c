"""Household inspection: a sheet is opened for a home, filled in offline, finished whole, signed by the parties."""

from dataclasses import replace

from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.repository import inspections as repository
from mashangban.domains.homes.rules import inspection as rules
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Home
from mashangban.domains.homes.rules.inspection import Entry, Inspection, Signature
from mashangban.domains.homes.schemas import (
    EntriesDone,
    EntryBatch,
    InspectionDone,
    InspectionForm,
    InspectionView,
    SignForm,
)
from mashangban.domains.homes.schemas.inspections import EntryForm
from mashangban.domains.homes.service import access, reports, sheetviews
from mashangban.domains.homes.terms.inspections import (
    Capacity,
    InspectionKind,
    InspectionState,
    list_for,
)
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role

_PHOTOS = frozenset({Purpose.SITE_PHOTO, Purpose.EVIDENCE})


def begin(act: Act, home_id: str, form: InspectionForm) -> InspectionView:
    """Open a sheet by the region's list. Raises InspectionRunning, InspectorUnknown, NotFound beyond reach."""
    act.actor.reach(permissions.OPEN_INSPECTION)
    home = _own(act, home_id, form.kind)
    estate = estates.get(home.estate_id)
    check_list = list_for(home.region)
    points = rules.points_of(check_list, estate.house_type(home.house_type).rooms)
    new = replace(_blank(act, estate, home, form, check_list.id), points=points)
    return _opened(act, new, home)


def begin_again(act: Act, inspection_id: str) -> InspectionView:
    """Another round of what failed. Raises NothingFailed, NotFinished, InspectionRunning."""
    before = repository.get(inspection_id)
    home = _own(act, before.home_id, before.kind)
    if before.state is not InspectionState.SIGNED:
        raise errors.NotFinished()
    if not before.failed:
        raise errors.NothingFailed()
    new = Inspection(
        id=ids.new_id(act.at),
        number=ids.public_number("YS", act.at),
        estate_id=before.estate_id,
        estate_name=before.estate_name,
        region=before.region,
        home_id=before.home_id,
        label=before.label,
        kind=before.kind,
        list_id=before.list_id,
        round=before.round + 1,
        inspector_id=act.actor.person_id if before.kind is InspectionKind.BUYER else before.inspector_id,
        units=before.units,
        points=before.failed,
        opened_at=act.at,
    )
    return _opened(act, new, home)


def enter(act: Act, inspection_id: str, batch: EntryBatch) -> EntriesDone:
    """Take in what a phone gathered offline; what somebody else changed meanwhile stays, and is told.

    Raises InspectionClosed, UnknownPoint, and what the files room says of a photo.
    """
    before = _to_fill(act, inspection_id)
    known = {photo for entry in before.entries.values() for photo in entry.photos}
    for photo in {photo for one in batch.entries for photo in one.photos} - known:
        files.hold(act, "homes", photo, _PHOTOS)
    given = [(one.point, one.seen, _entry(one)) for one in batch.entries]
    after, taken, conflicts = rules.enter(before, given)
    data = {"taken": taken, "conflicts": conflicts}
    event = following(act, events.INSPECTION_ENTERED, before, _role(act, before), data)
    answer = EntriesDone(
        taken=taken, conflicts=[sheetviews.point(after, one) for one in conflicts], version=event.version
    )
    repository.change(act, before, after, event, answer)
    return answer


def finish(act: Act, inspection_id: str) -> InspectionDone:
    """The sheet is whole; a buyer signs by it. Raises InspectionClosed, Unfinished."""
    before = _to_fill(act, inspection_id)
    after = rules.finish(before)
    if before.kind is InspectionKind.BUYER:
        after = rules.sign(after, _signature(act, Capacity.BUYER, ""), after.digest)
    after, papers = _with_report(act, after)
    data = {
        "home": after.home_id, "digest": after.digest, "failed": list(after.failed), "round": after.round,
        "kind": after.kind.value, "list": after.list_id,
    }  # fmt: skip
    event = following(act, events.INSPECTION_FINISHED, before, _role(act, before), data, papers)
    answer = _done(after, event.version)
    repository.change(act, before, after, event, answer)
    return answer


def sign(act: Act, inspection_id: str, form: SignForm) -> InspectionDone:
    """One party signs. Raises NotFinished, SheetDiffers, AlreadySigned, NotFound for whoever is no party."""
    before = repository.get(inspection_id)
    offices = act.actor.reach(permissions.SIGN_INSPECTION).of("org")
    party = next(
        ((capacity, name) for capacity, (unit, name) in before.units.items() if unit in offices), None
    )
    if party is None or before.kind is InspectionKind.BUYER:
        raise NotFound()
    after = rules.sign(before, _signature(act, *party), form.digest)
    after, papers = _with_report(act, after)
    role = act.actor.role_for(permissions.SIGN_INSPECTION, before.place)
    data = {"capacity": party[0].value, "digest": after.digest, "state": after.state.value}
    event = following(act, events.INSPECTION_SIGNED, before, role, data, papers)
    answer = _done(after, event.version)
    repository.change(act, before, after, event, answer)
    return answer


def _own(act: Act, home_id: str, kind: InspectionKind) -> Home:
    """The home of whoever may open a sheet: the builder's office, or an owner for their own."""
    if kind is InspectionKind.BUYER:
        return access.owned(act, home_id)
    home = homes.get(home_id)
    act.actor.reach(permissions.OPEN_INSPECTION).require(home.office)
    return home


def _blank(act: Act, estate: Estate, home: Home, form: InspectionForm, list_id: str) -> Inspection:
    parties = (
        (Capacity.BUILDER, estate.builder),
        (Capacity.CONTRACTOR, estate.contractor),
        (Capacity.SUPERVISOR, estate.supervisor),
    )
    return Inspection(
        id=ids.new_id(act.at),
        number=ids.public_number("YS", act.at),
        estate_id=estate.id,
        estate_name=estate.name,
        region=estate.region,
        home_id=home.id,
        label=home.door.label,
        kind=form.kind,
        list_id=list_id,
        round=1,
        inspector_id=_inspector(act, form),
        units={capacity: (unit.id, unit.name) for capacity, unit in parties if unit is not None},
        points=(),
        opened_at=act.at,
    )


def _inspector(act: Act, form: InspectionForm) -> str:
    if form.kind is InspectionKind.BUYER or form.inspector_phone is None:
        return act.actor.person_id
    found = identity.find_by_phone(form.inspector_phone)
    if found is None:
        raise errors.InspectorUnknown()
    return found


def _opened(act: Act, new: Inspection, home: Home) -> InspectionView:
    buyer = new.kind is InspectionKind.BUYER
    role = Role.PERSON if buyer else act.actor.role_for(permissions.OPEN_INSPECTION, home.office)
    data = {"home": home.id, "kind": new.kind.value, "list": new.list_id, "points": len(new.points)}
    event = following(act, events.INSPECTION_OPENED, new, role, data)
    answer = sheetviews.view(replace(new, version=1))
    repository.create(act, new, event, answer)
    return answer


def _to_fill(act: Act, inspection_id: str) -> Inspection:
    """A sheet for its inspector, or the builder's office; a buyer's own for that buyer alone."""
    found = repository.get(inspection_id)
    if act.actor.person_id == found.inspector_id:
        if found.kind is InspectionKind.BUYER:
            access.owned(act, found.home_id)
        return found
    if found.kind is InspectionKind.BUYER:
        raise NotFound()
    act.actor.reach(permissions.INSPECT).require(homes.get(found.home_id).office)
    return found


def _role(act: Act, one: Inspection) -> str:
    if act.actor.person_id == one.inspector_id:
        return Role.PERSON
    return act.actor.role_for(permissions.INSPECT, one.place)


def _entry(form: EntryForm) -> Entry:
    pin = (form.pin[0], form.pin[1]) if form.pin else None
    return Entry(form.verdict, form.design, tuple(form.values), form.note, tuple(form.photos), pin)


def _signature(act: Act, capacity: Capacity, unit: str) -> Signature:
    masked = identity.person(act.actor.person_id).name_masked or ""
    return Signature(capacity, act.actor.person_id, masked, unit, act.at)


def _with_report(act: Act, one: Inspection) -> tuple[Inspection, tuple[Message, ...]]:
    if one.state is not InspectionState.SIGNED:
        return one, ()
    ordered = replace(one, document_id=ids.new_id(act.at))
    return ordered, (reports.order(act, ordered),)


def _done(one: Inspection, version: int) -> InspectionDone:
    return InspectionDone(
        id=one.id, state=one.state, digest=one.digest or None, failed=list(one.failed), version=version
    )
