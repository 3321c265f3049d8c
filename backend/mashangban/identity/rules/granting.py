"""Who may give which role to whom, and where (省级建平台、市县管应用: each level appoints the one below)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mashangban.identity.errors import GrantNeedsEnd, MayNotGrant, WrongScope
from mashangban.kernel.permissions import OFFICERS, Grant, Place, Principal, Role, Scope

OPERATOR_LONGEST = timedelta(days=366)

# Role -> scope kinds it can be held at; a region is named by a GB/T 2260 prefix of that many digits.
SCOPES: dict[Role, frozenset[str]] = {
    Role.FOREMAN: frozenset({"project"}),
    Role.LABOUR_CLERK: frozenset({"project", "org"}),
    Role.PROJECT_MANAGER: frozenset({"project"}),
    Role.OPERATOR: frozenset({"org"}),
    Role.ENTERPRISE_ADMIN: frozenset({"org"}),
    Role.COUNTY_OFFICER: frozenset({"region"}),
    Role.CITY_OFFICER: frozenset({"region"}),
    Role.PROVINCE_OFFICER: frozenset({"region"}),
    Role.PLATFORM_ADMIN: frozenset({"*"}),
}
REGION_DIGITS = {Role.PROVINCE_OFFICER: 2, Role.CITY_OFFICER: 4, Role.COUNTY_OFFICER: 6}

_TOP = frozenset({Role.SYSTEM, Role.PLATFORM_ADMIN})
_SITE = _TOP | {Role.ENTERPRISE_ADMIN, Role.PROJECT_MANAGER}
GRANTERS: dict[Role, frozenset[Role]] = {
    Role.PLATFORM_ADMIN: _TOP,
    Role.PROVINCE_OFFICER: _TOP,
    Role.CITY_OFFICER: _TOP | {Role.PROVINCE_OFFICER},
    Role.COUNTY_OFFICER: _TOP | {Role.PROVINCE_OFFICER, Role.CITY_OFFICER},
    Role.ENTERPRISE_ADMIN: _TOP | OFFICERS | {Role.ENTERPRISE_ADMIN},
    Role.OPERATOR: _TOP | {Role.ENTERPRISE_ADMIN},
    # Not by a firm: every party of a site has an administrator, and one manager stands over all of them.
    Role.PROJECT_MANAGER: _TOP | OFFICERS,
    Role.LABOUR_CLERK: _SITE,
    Role.FOREMAN: _SITE | {Role.LABOUR_CLERK},
}


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """A role a person was given, with where, from when, until when, and by whom."""

    id: str
    person_id: str
    role: Role
    scope: Scope
    label: str
    valid_from: datetime
    valid_to: datetime | None
    granted_by: str
    revoked_at: datetime | None = None

    def is_live(self, at: datetime) -> bool:
        """In force now: begun, not over, not taken back."""
        over = self.valid_to is not None and at >= self.valid_to
        return self.valid_from <= at and not over and self.revoked_at is None

    def is_open(self, at: datetime) -> bool:
        """In force now or later."""
        over = self.valid_to is not None and at >= self.valid_to
        return not over and self.revoked_at is None


def session_grants(held: list[HeldGrant], at: datetime) -> list[tuple[Grant, datetime | None]]:
    """What a session carries: the live grants, each with its end."""
    return [(Grant(one.role, one.scope), one.valid_to) for one in held if one.is_live(at)]


def check_shape(role: Role, scope: Scope, valid_to: datetime | None, at: datetime) -> None:
    """Raises WrongScope or GrantNeedsEnd when such a grant makes no sense."""
    if scope.kind not in SCOPES.get(role, frozenset()):
        raise WrongScope()
    if scope.kind == "region" and not _is_region(scope.value, REGION_DIGITS[role]):
        raise WrongScope()
    if valid_to is not None and valid_to <= at:
        raise WrongScope("截止时间已经过去")
    if role is Role.OPERATOR and (valid_to is None or valid_to > at + OPERATOR_LONGEST):
        raise GrantNeedsEnd()


def _is_region(code: str, digits: int) -> bool:
    return len(code) == digits and code.isascii() and code.isdecimal()


def place_of(scope: Scope, known: Place | None = None) -> Place:
    """Where a scope lies; `known` is what a caller above knows of it (the project's county, its parties)."""
    place = known or Place()
    match scope.kind:
        case "region":
            return Place(region=scope.value)
        case "org":
            return Place(place.region, place.orgs | {scope.value}, place.project)
        case "project":
            return Place(place.region, place.orgs, scope.value)
        case _:
            return Place()


def require_granter(actor: Principal, role: Role, place: Place) -> Role:
    """The role in which the actor may give or take this role there. Raises MayNotGrant."""
    for grant in actor.grants:
        if grant.role in GRANTERS.get(role, frozenset()) and grant.scope.covers(place, actor.person_id):
            return grant.role
    raise MayNotGrant()


def require_revoker(actor: Principal, given: HeldGrant, place: Place) -> Role:
    """The role in which the actor may take this grant back. Raises MayNotGrant.

    One's own role may always be given up. At a shared site a firm takes back only what it gave: the people of another
    party are not its business.
    """
    if given.person_id == actor.person_id:
        return given.role
    role = require_granter(actor, given.role, place)
    if (
        role is Role.ENTERPRISE_ADMIN
        and given.scope.kind == "project"
        and given.granted_by != actor.person_id
    ):
        raise MayNotGrant()
    return role


# Those who give roles may also see who holds them.
KEEPERS = frozenset().union(*GRANTERS.values())
