"""Estates: opened by their builder, with plans, handover batches and printed door codes."""

from dataclasses import replace
from typing import Any

from mashangban.documents import events as documents
from mashangban.documents.terms import Template
from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import estates as repository
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules import estate as rules
from mashangban.domains.homes.rules import home as home_rules
from mashangban.domains.homes.rules.estate import Batch, DoorSheet, Estate, Named
from mashangban.domains.homes.rules.home import Home, padded
from mashangban.domains.homes.schemas import (
    BatchForm,
    DoorSheetForm,
    EstateForm,
    EstateRow,
    EstatesQuery,
    EstateView,
    Handover,
    HomeDone,
    HomeRow,
    HomesQuery,
    PlanForm,
    SheetOrdered,
)
from mashangban.domains.homes.service import doors, presenting
from mashangban.domains.homes.terms import MOST_DOORS_A_SHEET, PaperState
from mashangban.files import service as files
from mashangban.files.terms import IMAGES, Purpose
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import PartyKind

ROOM = "homes"


def open_estate(act: Act, form: EstateForm) -> EstateView:
    """Make a project an estate; its parties come from the register. Raises NoBuilder, EstateExists."""
    project = registry.project(form.project_id)
    act.actor.reach(permissions.MANAGE_ESTATE).require(project.place)
    new = _estate(project)
    role = act.actor.role_for(permissions.MANAGE_ESTATE, new.office)
    event = following(act, events.ESTATE_OPENED, new, role, {"builder": new.builder.id})
    answer = presenting.estate_view(replace(new, version=1))
    repository.create(act, new, event, answer)
    return answer


def list_estates(actor: Principal, query: EstatesQuery) -> Page[EstateRow]:
    """A builder's or a county's estates. Raises NotFound beyond reach."""
    reach = actor.reach(permissions.VIEW_ESTATE)
    where = query.where or next(iter(reach.of("org")), "") or next(iter(reach.of("region")), "")
    if len(where) == 6 and where.isdecimal():
        reach.require(Place(region=where))
        return repository.of_county(where, query.page).map(presenting.estate_row)
    reach.require(Place(orgs=frozenset({where})))
    return repository.of_builder(where, query.page).map(presenting.estate_row)


def show_estate(actor: Principal, estate_id: str) -> EstateView:
    """An estate for its builder and the regulators."""
    return presenting.estate_view(repository.get(estate_id, actor.reach(permissions.VIEW_ESTATE)))


def homes_at(actor: Principal, estate_id: str, query: HomesQuery) -> Page[HomeRow]:
    """An estate's homes, of one building where one is named."""
    repository.get(estate_id, actor.reach(permissions.VIEW_ESTATE))
    building = padded(query.building)
    return homes.of_estate(estate_id, building, query.page).map(presenting.home_row)


def set_plan(act: Act, estate_id: str, form: PlanForm) -> EstateView:
    """Give a house type its plan. Raises UnknownHouseType, PlanNotPicture, and what the files room says."""
    before = _own(act, estate_id)
    file = files.hold(act, "homes", form.file_id, {Purpose.ATTACHMENT, Purpose.SITE_PHOTO})
    if file.content_type not in IMAGES:
        raise errors.PlanNotPicture()
    after = rules.with_plan(before, form.house_type, file.id)
    return _step(act, before, after, events.PLAN_SET, {"plan": file.id, "sha256": file.sha256})


def set_batch(act: Act, estate_id: str, form: BatchForm) -> EstateView:
    """Dates of a handover batch; warranty periods run from its acceptance. Raises UnknownBatch."""
    before = _own(act, estate_id)
    after = rules.with_batch(before, Batch(form.name, form.planned_on, form.accepted_on))
    days = {name: day.isoformat() for name in ("planned_on", "accepted_on") if (day := getattr(form, name))}
    return _step(act, before, after, events.BATCH_SET, {"batch": form.name, **days})


def hand_over(act: Act, home_id: str, form: Handover) -> HomeDone:
    """The keys were given. Raises AlreadyHandedOver, HandoverInFuture."""
    home = homes.own(home_id, act.actor.reach(permissions.MANAGE_ESTATE))
    after = home_rules.hand_over(home, form.on, clock.local_date(act.at))
    role = act.actor.role_for(permissions.MANAGE_ESTATE, home.office)
    event = following(act, events.HANDED_OVER, home, role, {"on": form.on.isoformat()})
    answer = doors.done(replace(after, version=event.version))
    homes.change(act, home, after, event, answer)
    return answer


def order_sheet(act: Act, estate_id: str, form: DoorSheetForm) -> SheetOrdered:
    """Have the door codes of a building printed. Raises UnknownBuilding, TooManyDoors."""
    before = _own(act, estate_id)
    before.building(form.building)
    found = [
        one
        for one in homes.all_of_building(estate_id, padded(form.building))
        if form.unit in ("", one.door.unit)
    ]
    if not found:
        raise errors.UnknownBuilding()
    if len(found) > MOST_DOORS_A_SHEET:
        raise errors.TooManyDoors()
    sheet = DoorSheet(form.building, form.unit, ids.new_id(act.at), PaperState.ORDERED)
    answer = SheetOrdered(document_id=sheet.document_id)
    role = act.actor.role_for(permissions.MANAGE_ESTATE, before.office)
    order = _order(act, before, sheet, found)
    data = {"document": sheet.document_id, "doors": len(found)}
    event = following(act, events.SHEET_ORDERED, before, role, data, (order,))
    repository.change(act, before, rules.with_sheet(before, sheet), event, answer)
    return answer


def printed(act: Act, estate_id: str, body: dict[str, Any]) -> None:
    """The file is there. One that was ordered before the latest, or arrives twice, changes nothing."""
    _settle(act, estate_id, body, PaperState.READY, events.SHEET_PRINTED)


def failed(act: Act, estate_id: str, body: dict[str, Any]) -> None:
    """It could not be printed and can be ordered again."""
    _settle(act, estate_id, body, PaperState.FAILED, events.SHEET_FAILED)


def _settle(act: Act, estate_id: str, body: dict[str, Any], state: PaperState, kind: str) -> None:
    before = repository.get(estate_id)
    ordered = next((one for one in before.sheets if one.document_id == body["document_id"]), None)
    if ordered is None or ordered.state is not PaperState.ORDERED:
        return
    after = rules.with_sheet(before, replace(ordered, state=state))
    event = following(act, kind, before, Role.SYSTEM, {"document": ordered.document_id})
    repository.change(act, before, after, event)


def _estate(project: Project) -> Estate:
    builder = _party(project, PartyKind.OWNER)
    if builder is None:
        raise errors.NoBuilder()
    return Estate(
        id=project.id,
        name=project.name,
        region=project.county,
        address=project.address,
        builder=builder,
        contractor=_party(project, PartyKind.GENERAL_CONTRACTOR),
        supervisor=_party(project, PartyKind.SUPERVISOR),
    )


def _party(project: Project, kind: PartyKind) -> Named | None:
    found = project.party(kind)
    return Named(found.enterprise_id, found.name) if found else None


def _own(act: Act, estate_id: str) -> Estate:
    return repository.own(estate_id, act.actor.reach(permissions.MANAGE_ESTATE))


def _step(act: Act, before: Estate, after: Estate, kind: str, data: dict[str, Any]) -> EstateView:
    role = act.actor.role_for(permissions.MANAGE_ESTATE, before.office)
    event = following(act, kind, before, role, data)
    answer = presenting.estate_view(replace(after, version=event.version))
    repository.change(act, before, after, event, answer)
    return answer


def _order(act: Act, estate: Estate, sheet: DoorSheet, found: list[Home]) -> Message:
    part = f"{sheet.building}号楼" + (f" {sheet.unit}单元" if sheet.unit else "")
    data = {
        "estate_name": estate.name,
        "part": part,
        "builder_name": estate.builder.name,
        "doors": [{"label": one.door.label, "url": doors.url_of(one)} for one in found],
        "made_on": clock.local_date(act.at).isoformat(),
    }
    return documents.order_print(
        sheet.document_id,
        Template.DOOR_SHEET,
        ids.public_number("MP", act.at),
        data,
        service=ROOM,
        subject=f"estate:{estate.id}",
        region=estate.region,
        orgs=[estate.builder.id],
    )
