"""Who may give which role, where."""

from datetime import timedelta

import pytest

from mashangban.identity.errors import GrantNeedsEnd, MayNotGrant, WrongScope
from mashangban.identity.rules.granting import (
    GRANTERS,
    SCOPES,
    HeldGrant,
    check_shape,
    place_of,
    require_granter,
    require_revoker,
    session_grants,
)
from mashangban.kernel import clock
from mashangban.kernel.permissions import Grant, Place, Principal, Role, Scope

NOW = clock.now()


def actor(role: Role, scope: str) -> Principal:
    return Principal("granter", "s", (Grant(role, Scope.parse(scope)),))


def may(role: Role, at: str, given: Role, scope: str, known: Place | None = None) -> bool:
    try:
        require_granter(actor(role, at), given, place_of(Scope.parse(scope), known))
    except MayNotGrant:
        return False
    return True


@pytest.mark.parametrize(
    ("role", "at", "given", "scope", "expected"),
    [
        (Role.PLATFORM_ADMIN, "*", Role.PROVINCE_OFFICER, "region:33", True),
        (Role.PROVINCE_OFFICER, "region:33", Role.PROVINCE_OFFICER, "region:33", False),
        (Role.PROVINCE_OFFICER, "region:33", Role.CITY_OFFICER, "region:3301", True),
        (Role.PROVINCE_OFFICER, "region:33", Role.CITY_OFFICER, "region:3201", False),
        (Role.PROVINCE_OFFICER, "region:33", Role.COUNTY_OFFICER, "region:330106", True),
        (Role.CITY_OFFICER, "region:3301", Role.CITY_OFFICER, "region:3301", False),
        (Role.CITY_OFFICER, "region:3301", Role.PROVINCE_OFFICER, "region:33", False),
        (Role.CITY_OFFICER, "region:3301", Role.COUNTY_OFFICER, "region:330106", True),
        (Role.CITY_OFFICER, "region:3301", Role.COUNTY_OFFICER, "region:330203", False),
        (Role.COUNTY_OFFICER, "region:330106", Role.COUNTY_OFFICER, "region:330106", False),
        (Role.ENTERPRISE_ADMIN, "org:a", Role.OPERATOR, "org:a", True),
        (Role.ENTERPRISE_ADMIN, "org:a", Role.OPERATOR, "org:b", False),
        (Role.ENTERPRISE_ADMIN, "org:a", Role.LABOUR_CLERK, "org:a", True),
        (Role.ENTERPRISE_ADMIN, "org:a", Role.LABOUR_CLERK, "project:p", False),
        (Role.ENTERPRISE_ADMIN, "org:a", Role.COUNTY_OFFICER, "region:330106", False),
        (Role.PROJECT_MANAGER, "project:p", Role.LABOUR_CLERK, "project:p", True),
        (Role.PROJECT_MANAGER, "project:p", Role.LABOUR_CLERK, "project:q", False),
        (Role.LABOUR_CLERK, "project:p", Role.FOREMAN, "project:p", True),
        (Role.LABOUR_CLERK, "project:p", Role.LABOUR_CLERK, "project:p", False),
        (Role.FOREMAN, "project:p", Role.FOREMAN, "project:p", False),
        (Role.OPERATOR, "org:a", Role.OPERATOR, "org:a", False),
        (Role.PROVINCE_OFFICER, "region:33", Role.PLATFORM_ADMIN, "*", False),
        (Role.COUNTY_OFFICER, "region:330106", Role.OPERATOR, "org:a", False),
    ],
)
def test_each_level_appoints_the_ones_below_within_its_own_reach(
    role: Role, at: str, given: Role, scope: str, expected: bool
) -> None:
    assert may(role, at, given, scope) is expected


def test_an_officer_names_an_enterprises_administrator_only_in_their_region() -> None:
    here, there = Place(region="330106"), Place(region="330203")
    officer = (Role.COUNTY_OFFICER, "region:330106", Role.ENTERPRISE_ADMIN, "org:a")
    assert may(*officer, known=here)
    assert not may(*officer, known=there)
    assert not may(*officer)


def test_an_enterprise_staffs_a_project_it_takes_part_in() -> None:
    parties = Place(region="330106", orgs=frozenset({"a", "b"}))
    assert may(Role.ENTERPRISE_ADMIN, "org:a", Role.LABOUR_CLERK, "project:p", parties)
    assert not may(Role.ENTERPRISE_ADMIN, "org:c", Role.LABOUR_CLERK, "project:p", parties)


def test_a_firm_names_no_manager_over_the_other_parties() -> None:
    parties = Place(region="330106", orgs=frozenset({"a", "b"}))
    assert not may(Role.ENTERPRISE_ADMIN, "org:a", Role.PROJECT_MANAGER, "project:p", parties)
    assert may(Role.COUNTY_OFFICER, "region:330106", Role.PROJECT_MANAGER, "project:p", parties)


def test_at_a_shared_site_a_firm_takes_back_only_what_it_gave() -> None:
    parties = Place(region="330106", orgs=frozenset({"a", "b"}), project="x")
    firm = actor(Role.ENTERPRISE_ADMIN, "org:a")
    assert require_revoker(firm, held(granted_by="granter"), parties) is Role.ENTERPRISE_ADMIN
    with pytest.raises(MayNotGrant):
        require_revoker(firm, held(granted_by="someone of b"), parties)
    own = Scope("org", "a")
    clerk = held(role=Role.LABOUR_CLERK, scope=own, granted_by="the one before")
    assert require_revoker(firm, clerk, place_of(own)) is Role.ENTERPRISE_ADMIN
    manager = actor(Role.PROJECT_MANAGER, "project:x")
    assert require_revoker(manager, held(granted_by="someone of b"), parties) is Role.PROJECT_MANAGER


@pytest.mark.parametrize("role", [Role.PERSON, Role.SYSTEM])
def test_some_roles_are_never_given(role: Role) -> None:
    with pytest.raises(WrongScope):
        check_shape(role, Scope("*"), None, NOW)
    assert not may(Role.PLATFORM_ADMIN, "*", role, "*")


def test_every_role_that_can_be_held_has_a_scope_and_granters() -> None:
    assert set(SCOPES) == set(GRANTERS) == set(Role) - {Role.PERSON, Role.SYSTEM}


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.COUNTY_OFFICER, "region:3301"),
        (Role.CITY_OFFICER, "region:330106"),
        (Role.PROVINCE_OFFICER, "region:3"),
        (Role.PROVINCE_OFFICER, "region:ab"),
        (Role.PROVINCE_OFFICER, "*"),
        (Role.FOREMAN, "org:a"),
        (Role.FOREMAN, "region:330106"),
        (Role.PLATFORM_ADMIN, "region:33"),
        (Role.OPERATOR, "project:p"),
    ],
)
def test_a_role_at_a_scope_that_does_not_fit_is_refused(role: Role, scope: str) -> None:
    with pytest.raises(WrongScope):
        check_shape(role, Scope.parse(scope), NOW + timedelta(days=1), NOW)


def test_an_operators_authority_always_ends_within_a_year() -> None:
    org = Scope.parse("org:a")
    for end in (None, NOW + timedelta(days=367)):
        with pytest.raises(GrantNeedsEnd):
            check_shape(Role.OPERATOR, org, end, NOW)
    check_shape(Role.OPERATOR, org, NOW + timedelta(days=365), NOW)


def test_an_end_in_the_past_is_refused() -> None:
    with pytest.raises(WrongScope):
        check_shape(Role.OPERATOR, Scope.parse("org:a"), NOW, NOW)


def held(**change: object) -> HeldGrant:
    values: dict[str, object] = {
        "id": "g", "person_id": "p", "role": Role.FOREMAN, "scope": Scope("project", "x"), "label": "",
        "valid_from": NOW, "valid_to": None, "granted_by": "b",
    }  # fmt: skip
    return HeldGrant(**{**values, **change})  # type: ignore[arg-type]


def test_a_session_carries_only_what_is_in_force() -> None:
    ended, coming = NOW - timedelta(days=2), NOW + timedelta(seconds=1)
    grants = [
        held(id="live", valid_to=coming),
        held(id="coming", valid_from=coming),
        held(id="ended", valid_from=ended, valid_to=NOW),
        held(id="revoked", revoked_at=NOW),
    ]
    assert session_grants(grants, NOW) == [(Grant(Role.FOREMAN, Scope("project", "x")), coming)]


def test_a_grant_that_ends_this_very_moment_is_over() -> None:
    assert held(valid_to=NOW + timedelta(milliseconds=1)).is_live(NOW)
    assert not held(valid_to=NOW).is_live(NOW)
