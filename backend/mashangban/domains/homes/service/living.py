"""A home as those see it who live there, own it, built it or watch over it: each what is theirs to see."""

from datetime import date, datetime

from mashangban.domains.homes import permissions
from mashangban.domains.homes.repository import bindings, estates, homes
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Home, Resident
from mashangban.domains.homes.rules.warranty import covered
from mashangban.domains.homes.schemas import HomeBound, HomeView, MyHomeRow
from mashangban.domains.homes.schemas.bindings import (
    LeavingView,
    PurchaseContractView,
    ResidentView,
    WarrantyLine,
)
from mashangban.domains.homes.schemas.estates import BatchView, Named
from mashangban.domains.homes.service import access, defectviews, presenting
from mashangban.domains.homes.terms import Item
from mashangban.identity.identifiers import mask_name
from mashangban.kernel import clock
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal


def my_homes(actor: Principal, page: PageRequest, at: datetime) -> Page[MyHomeRow]:
    """The caller's own homes, the latest bound first; a tenancy that is over shows none."""
    found = bindings.of_person(actor.person_id, page)
    held, today = homes.many(found.items), clock.local_date(at)
    pairs = [(held[one], held[one].resident(actor.person_id, today)) for one in found.items if one in held]
    return Page([_row(home, own) for home, own in pairs if own is not None], found.next_cursor)


def show_home(actor: Principal, home_id: str, at: datetime) -> HomeView:
    """A home whole. The purchase contract is for owners and the builder; who lives there is for owners."""
    home, today = access.at_home(actor, home_id, permissions.VIEW_HOME, at), clock.local_date(at)
    estate = estates.get(home.estate_id)
    own = home.resident(actor.person_id, today)
    is_owner = own in home.owners
    visible = is_owner or _sees_contract(actor, home)
    return HomeView(
        id=home.id,
        label=home.door.label,
        estate_id=home.estate_id,
        estate_name=home.estate_name,
        address=estate.address,
        builder=Named.model_validate(estate.builder),
        house_type=next((one for one in presenting.house_types(estate) if one.name == home.house_type), None),
        area=home.area,
        batch=_batch(estate, home),
        handed_over_on=home.handed_over_on,
        role=own.role if own else None,
        role_label=own.role.label if own else None,
        residents=[_resident(one, actor) for one in home.living(today)] if is_owner else [],
        leaving=[_leaving(home, one.person_id, actor) for one in home.leaving] if is_owner else [],
        contract=_contract(home) if visible else None,
        warranty=_warranty(estate, home, today),
        version=home.version,
    )


def bound(home: Home, own: Resident) -> HomeBound:
    """The answer to whoever is bound from now on."""
    return HomeBound(
        home_id=home.id, label=home.door.label, role=own.role, role_label=own.role.label, from_at=own.since
    )


def _sees_contract(actor: Principal, home: Home) -> bool:
    return actor.holds(permissions.VIEW_CONTRACT) and actor.reach(permissions.VIEW_CONTRACT).covers(
        home.owners_place
    )


def _row(home: Home, own: Resident) -> MyHomeRow:
    return MyHomeRow(
        id=home.id,
        label=home.door.label,
        estate_name=home.estate_name,
        role=own.role,
        role_label=own.role.label,
        until=own.until,
        handed_over_on=home.handed_over_on,
    )


def _batch(estate: Estate, home: Home) -> BatchView | None:
    return next((BatchView.model_validate(one) for one in estate.batches if one.name == home.batch), None)


def _warranty(estate: Estate, home: Home, today: date) -> list[WarrantyLine]:
    accepted_on = estate.accepted_on(home.batch)
    return [
        WarrantyLine(
            part=item.value,
            part_label=item.label,
            **defectviews.cover(covered(item, accepted_on, home.handed_over_on, today)).model_dump(),
        )
        for item in Item
    ]


def _resident(one: Resident, actor: Principal) -> ResidentView:
    return ResidentView(
        person_id=one.person_id,
        name_masked=one.name_masked,
        role=one.role,
        role_label=one.role.label,
        since=one.since,
        until=one.until,
        me=one.person_id == actor.person_id,
    )


def _leaving(home: Home, person_id: str, actor: Principal) -> LeavingView:
    one = next(found for found in home.leaving if found.person_id == person_id)
    who = next(found for found in home.owners if found.person_id == person_id)
    return LeavingView(
        name_masked=who.name_masked,
        heir_name_masked=one.heir_name_masked or None,
        ends_at=one.ends_at,
        me=person_id == actor.person_id,
    )


def _contract(home: Home) -> PurchaseContractView | None:
    found = bindings.contract(home.id)
    if found is None:
        return None
    masked = [mask_name(one.name) for one in found.buyers]
    return PurchaseContractView(number=found.number, signed_on=found.signed_on, buyers_masked=masked)
