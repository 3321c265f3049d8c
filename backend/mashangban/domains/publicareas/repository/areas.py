"""Public areas: one item each, found by county and name, and by where they lie."""

from mashangban.domains.publicareas.models import TABLE, AreaRecord
from mashangban.domains.publicareas.rules.area import Area, cell, cells_around
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction
from mashangban.registry.spots import Spot

_COMPARED = 5


def find(area_id: str) -> Area | None:
    """An area, if there is one."""
    try:
        return _area(AreaRecord.get(f"PUBLICAREA#{area_id}", "AREA", consistent_read=True))
    except AreaRecord.DoesNotExist:
        return None


def get(area_id: str) -> Area:
    """An area. Raises NotFound."""
    found = find(area_id)
    if found is None:
        raise NotFound()
    return found


def of_county(region: str, page: PageRequest) -> Page[Area]:
    """A county's areas by name."""
    return pagination.query(AreaRecord, f"AREAS-IN#{region}", page, index="GSI1").map(_area)


def of_handler(handler_id: str, page: PageRequest) -> Page[Area]:
    """What one unit answers for, by name."""
    return pagination.query(AreaRecord, f"AREAS-OF#{handler_id}", page, index="GSI3").map(_area)


def around(spot: Spot) -> list[Area]:
    """What lies in the squares around a point (four queries)."""
    return [
        _area(one)
        for key in cells_around(spot)
        for one in AreaRecord.query(f"AREAS-AT#{key}", index_name="GSI2")
    ]


def beginning(region: str, address: str) -> list[Area]:
    """Areas of a county whose name may be the beginning of an address: those sorted just before it."""
    found = pagination.query(
        AreaRecord,
        f"AREAS-IN#{region}",
        PageRequest(limit=_COMPARED),
        index="GSI1",
        where=address >= AreaRecord.GSI1SK,
        newest_first=True,
    )
    return [_area(one) for one in found.items]


def create(act: Act, new: Area, event: Event, answer: Schema) -> None:
    """Write a new area."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def change(act: Act, before: Area, after: Area, event: Event, answer: Schema) -> None:
    """Write an area as it is now."""
    new = _record(after)
    keys = ("GSI1SK", "GSI2PK", "GSI3PK", "GSI3SK")
    actions = [getattr(AreaRecord, name).set(getattr(new, name)) for name in keys]
    told = ("name", "address", "handler_id", "handler_name", "spot")
    actions += [getattr(AreaRecord, name).set(getattr(after, name)) for name in told]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        tx.answer(answer)


def _record(one: Area) -> AreaRecord:
    return AreaRecord(
        one.subject.pk,
        "AREA",
        GSI1PK=f"AREAS-IN#{one.region}",
        GSI1SK=one.name,
        GSI2PK=f"AREAS-AT#{cell(one.spot)}",
        GSI2SK=one.id,
        GSI3PK=f"AREAS-OF#{one.handler_id}",
        GSI3SK=one.name,
        id=one.id,
        name=one.name,
        region=one.region,
        address=one.address,
        handler_id=one.handler_id,
        handler_name=one.handler_name,
        spot=one.spot,
    )


def _area(one: AreaRecord) -> Area:
    return Area(
        one.id,
        one.name,
        one.region,
        one.address,
        one.handler_id,
        one.handler_name,
        one.spot,
        int(one.version),
        one.chain,
    )
