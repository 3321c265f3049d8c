"""Who is bound to a home: by the facts of the purchase contract, by an owner's invitation, until they leave. Pure."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import Unit
from mashangban.domains.homes import errors
from mashangban.domains.homes.rules.home import Home, Leaving, Resident
from mashangban.domains.homes.terms import (
    LEAVING_DAYS,
    MOST_RESIDENTS,
    OWN_RULE,
    TAIL,
    InvitationKind,
    Limit,
    ResidentRole,
)


@dataclass(frozen=True, slots=True)
class Buyer:
    """A buyer of the contract: the name as cards carry it, and the keyed hash of the ID number."""

    name: str
    id_hash: str


@dataclass(frozen=True, slots=True)
class Contract:
    """What the builder recorded of a home's purchase contract."""

    number: str
    signed_on: date
    buyers: tuple[Buyer, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """An owner's offer behind a single-use code."""

    body: str
    home_id: str
    kind: InvitationKind
    by: str
    ends_at: datetime
    until: date | None = None
    used: bool = False


def plain(number: str) -> str:
    """A contract number as it is compared: letters and digits only."""
    return re.sub(r"[^0-9A-Z]", "", number.upper())


def match(home: Home, contract: Contract | None, claimed: Buyer, tail: str) -> int:
    """Which buyer of the contract this is. Raises NoMatch whatever differs: name, ID number, contract number."""
    typed = plain(tail)
    if contract is None or len(typed) < TAIL or not plain(contract.number).endswith(typed):
        raise errors.NoMatch()
    for place, buyer in enumerate(contract.buyers):
        if buyer == claimed and place not in home.passed:
            return place
    raise errors.NoMatch()


def bind_owner(home: Home, new: Resident) -> Home:
    """A buyer becomes an owner; a tenant who turns out to be a buyer is an owner from now on. Raises AlreadyBound."""
    if any(one.person_id == new.person_id or one.buyer == new.buyer for one in home.owners):
        raise errors.AlreadyBound()
    return _with(home, new)


def bind_tenant(home: Home, new: Resident, today: date) -> Home:
    """Raises AlreadyBound, HomeFull."""
    if home.resident(new.person_id, today) is not None:
        raise errors.AlreadyBound()
    return _with(replace(home, residents=home.living(today)), new)


def unbind(home: Home, person_id: str) -> Home:
    """The person is gone, and whatever they had begun with them."""
    return replace(
        home,
        residents=tuple(one for one in home.residents if one.person_id != person_id),
        leaving=tuple(one for one in home.leaving if person_id != one.person_id),
    )


def remove_tenant(home: Home, person_id: str) -> Home:
    """Raises OnlyTenants."""
    if any(one.person_id == person_id for one in home.owners):
        raise errors.OnlyTenants()
    return unbind(home, person_id)


def begin_leaving(home: Home, leaving: Leaving) -> Home:
    """An owner's word waits some days, so that it can be taken back. Raises AlreadyLeaving."""
    if any(one.person_id == leaving.person_id for one in home.leaving):
        raise errors.AlreadyLeaving()
    return replace(home, leaving=(*home.leaving, leaving))


def undo_leaving(home: Home, person_id: str) -> tuple[Home, Leaving]:
    """Taken back by the owner or refused by the heir. Raises NotLeaving."""
    for one in home.leaving:
        if person_id in (one.person_id, one.heir_id):
            return replace(home, leaving=tuple(other for other in home.leaving if other != one)), one
    raise errors.NotLeaving()


def end_leaving(home: Home, leaving: Leaving, at: datetime) -> Home:
    """The days have passed: the owner is gone, the heir stands in their place."""
    owner = next(one for one in home.owners if one.person_id == leaving.person_id)
    gone = unbind(home, leaving.person_id)
    if not leaving.heir_id:
        return gone
    heir = Resident(leaving.heir_id, leaving.heir_name_masked, ResidentRole.OWNER, at, buyer=owner.buyer)
    passed = tuple(sorted({*gone.passed, owner.buyer}))
    return replace(_with(unbind(gone, heir.person_id), heir), passed=passed)


def require_open(one: Invitation, person_id: str, at: datetime) -> None:
    """Raises InvitationSpent, OwnInvitation."""
    if one.used or at >= one.ends_at:
        raise errors.InvitationSpent()
    if person_id == one.by:
        raise errors.OwnInvitation()


def leaving_clock(home: Home, at: datetime) -> Deadline:
    """The days in which an owner's word can be taken back."""
    term = Term(LEAVING_DAYS, Unit.CALENDAR_DAY, OWN_RULE)
    return Deadline(
        home.subject, f"homes.leaving-{home.version}", "解绑或过户生效", at, term, region=home.region
    )


def window_of(limit: Limit, at: datetime) -> tuple[int, datetime]:
    """The number of the present window and when the next one opens."""
    length = timedelta(hours=limit.hours)
    start = datetime.fromtimestamp(0, at.tzinfo)
    number = (at - start) // length
    return number, start + (number + 1) * length


def _with(home: Home, new: Resident) -> Home:
    others = tuple(one for one in home.residents if one.person_id != new.person_id)
    if len(others) >= MOST_RESIDENTS:
        raise errors.HomeFull()
    return replace(home, residents=(*others, new))
