"""From what is known inside to what a caller may see."""

from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Home
from mashangban.domains.homes.rules.imports import Import
from mashangban.domains.homes.schemas import EstateRow, EstateView, HomeRow, ImportView
from mashangban.domains.homes.schemas.estates import (
    BatchView,
    BuildingView,
    DoorSheetView,
    HouseTypeView,
)
from mashangban.domains.homes.schemas.estates import Named as NamedView
from mashangban.domains.homes.terms import CHUNK
from mashangban.files import service as files
from mashangban.registry import divisions


def estate_row(one: Estate) -> EstateRow:
    """An estate in a list."""
    return EstateRow(
        id=one.id,
        name=one.name,
        county_name=divisions.name(one.region),
        address=one.address,
        builder=NamedView.model_validate(one.builder),
        homes=one.homes,
    )


def estate_view(one: Estate) -> EstateView:
    """An estate whole."""
    return EstateView(
        **estate_row(one).model_dump(),
        contractor=NamedView.model_validate(one.contractor) if one.contractor else None,
        supervisor=NamedView.model_validate(one.supervisor) if one.supervisor else None,
        types=house_types(one),
        batches=[BatchView.model_validate(batch) for batch in one.batches],
        buildings=[
            BuildingView(name=building.name, units=list(building.units), homes=building.homes)
            for building in one.buildings
        ],
        sheets=[
            DoorSheetView(
                building=sheet.building,
                unit=sheet.unit,
                document_id=sheet.document_id,
                state=sheet.state,
                state_label=sheet.state.label,
            )
            for sheet in one.sheets
        ],
        applying=one.applying or None,
        version=one.version,
    )


def house_types(one: Estate) -> list[HouseTypeView]:
    """House types with addresses of their plans, good for a few minutes."""
    plans = {link.file_id: link.url for link in files.links([t.plan for t in one.types if t.plan])}
    return [
        HouseTypeView(
            name=t.name, rooms=list(t.rooms), plan=t.plan or None, plan_url=plans.get(t.plan) or None
        )
        for t in one.types
    ]


def plan_url(estate_id: str, home_id: str) -> str | None:
    """The address of a home's plan, good for a few minutes; None where there is none."""
    plan = estates.get(estate_id).house_type(homes.get(home_id).house_type).plan
    found = files.links([plan]) if plan else []
    return found[0].url if found else None


def home_row(one: Home) -> HomeRow:
    """A home in an office's list."""
    return HomeRow(
        id=one.id,
        label=one.door.label,
        building=one.door.building,
        unit=one.door.unit,
        floor=one.door.floor,
        room=one.door.room,
        house_type=one.house_type,
        batch=one.batch,
        handed_over_on=one.handed_over_on,
    )


def import_view(one: Import) -> ImportView:
    """An import as its office sees it."""
    return ImportView(
        id=one.id,
        estate_id=one.estate_id,
        kind=one.kind,
        kind_label=one.kind.label,
        filename=one.filename,
        state=one.state,
        state_label=one.state.label,
        rows=one.rows,
        created=one.created,
        changed=one.changed,
        errors=one.errors,
        done=min(one.chunks_done * CHUNK, one.rows),
        received_at=one.received_at,
    )
