"""Who is bound to a home: by facts, by invitation, until they leave; and who sees what of it."""

import datetime as dt

import pytest

from functions.homes_clock.handler import on_due
from mashangban.deadlines import service as deadlines
from mashangban.domains.homes import errors, events, schemas
from mashangban.domains.homes.models import TABLE, HomesDeadlineRecord
from mashangban.domains.homes.service import inviting, leaving, living
from mashangban.domains.homes.terms import InvitationKind, ResidentRole
from mashangban.kernel import clock, history
from mashangban.kernel.errors import NotFound, RealNameRequired
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from tests import clocks
from tests.homes.buying import NUMBER, TAIL, bind, roles, tenant_of
from tests.homes.conftest import HOMES, Known, Yard, act, letters_of, person
from tests.registry.conftest import officer
from tests.told import all_told


def sweep(now: dt.datetime) -> None:
    deadlines.sweep(HomesDeadlineRecord, now.astimezone(dt.UTC), on_due)


def test_name_and_contract_bind_the_buyer_as_owner(estate: Yard, buyer: Known) -> None:
    done = bind(estate, buyer.principal, "2026-0012345"[-8:])
    assert (done.role, done.label) == (ResidentRole.OWNER, "1-1-101")
    mine = living.my_homes(buyer.principal, PageRequest(), clock.now()).items
    assert [(one.label, one.role) for one in mine] == [("1-1-101", ResidentRole.OWNER)]
    seen = living.show_home(buyer.principal, done.home_id, clock.now())
    assert seen.contract is not None
    assert (seen.contract.number, seen.contract.buyers_masked) == (NUMBER, ["王*国"])
    with pytest.raises(errors.AlreadyBound):
        bind(estate, buyer.principal)


def test_no_try_tells_which_fact_was_wrong(estate: Yard, buyer: Known) -> None:
    namesake = estate.known(buyer.name)
    for who, tail, label in (
        (buyer.principal, "-- - ---", "1-1-101"),
        (buyer.principal, "999999", "1-1-101"),
        (namesake.principal, TAIL, "1-1-101"),
        (estate.known("赵六").principal, TAIL, "1-1-101"),
        (buyer.principal, TAIL, "1-1-102"),
    ):
        with pytest.raises(errors.NoMatch):
            bind(estate, who, tail, label)
    assert roles(estate) == []


def test_without_a_proven_name_nobody_binds(estate: Yard, buyer: Known) -> None:
    from mashangban.identity import service as identity
    from tests.identity.conftest import new_mobile

    unproven = identity.ensure_person(act(estate.officer), new_mobile())
    with pytest.raises(RealNameRequired):
        bind(estate, Principal(unproven, "s", (), real_name=True))


def test_after_five_wrong_tries_in_an_hour_a_person_is_told_when_to_try_again(
    estate: Yard, buyer: Known
) -> None:
    stranger = estate.known("赵六").principal
    start = dt.datetime.fromisoformat("2026-11-25T02:10:00+00:00")
    said = []
    for _ in range(5):
        with pytest.raises(errors.NoMatch) as wrong:
            bind(estate, stranger, "000000", at=start)
        said.append(str(wrong.value))
    assert [one[-3:-2] for one in said[:4]] == ["4", "3", "2", "1"]
    assert said[4] == "已经试了很多次，请过一会儿再试"
    with pytest.raises(errors.TooManyTries) as refused:
        bind(estate, stranger, TAIL, at=start)
    assert "2026年11月25日 11:00" in str(refused.value)
    assert refused.value.retry_after_seconds == 50 * 60
    bind(estate, buyer.principal, at=start)
    with pytest.raises(errors.NoMatch):
        bind(estate, stranger, TAIL, at=start + dt.timedelta(minutes=50))


def test_a_home_bears_ten_wrong_tries_a_day_and_its_owner_hears_of_the_third(
    estate: Yard, owner: Principal
) -> None:
    start = dt.datetime.fromisoformat("2026-11-25T02:10:00+00:00")
    strangers = [estate.known("赵六").principal for _ in range(3)]
    for number in range(10):
        with pytest.raises(errors.NoMatch):
            bind(estate, strangers[number // 4], "000000", at=start)
    with pytest.raises(errors.TooManyTries):
        bind(estate, strangers[2], "000000", at=start)
    told = letters_of(estate.home("1-1-101").subject, events.TRIES_FAILED)
    assert [(one["body"]["people"], one["body"]["kind"]) for one in told] == [
        ([owner.person_id], "homes.tries-failed")
    ]


def test_a_tenant_sees_the_home_but_neither_its_contract_nor_who_lives_there(
    estate: Yard, owner: Principal
) -> None:
    tenant = tenant_of(estate, owner)
    seen = living.show_home(tenant, estate.home("1-1-101").id, clock.now())
    assert (seen.role, seen.contract, seen.residents) == (ResidentRole.TENANT, None, [])
    for forbidden in (
        lambda: inviting.invite(act(tenant), seen.id, schemas.InvitationForm(kind=InvitationKind.TENANT)),
        lambda: leaving.remove(act(tenant), seen.id, owner.person_id),
    ):
        with pytest.raises(NotFound):
            forbidden()
    assert [one.role for one in living.show_home(owner, seen.id, clock.now()).residents] == [
        ResidentRole.OWNER,
        ResidentRole.TENANT,
    ]


def test_the_builder_sees_the_contract_its_contractor_and_officers_do_not(
    estate: Yard, owner: Principal
) -> None:
    home = estate.home("1-1-101").id
    manager = person((Role.PROJECT_MANAGER, f"project:{estate.estate_id}"))
    assert living.show_home(estate.builder, home, clock.now()).contract is not None
    assert living.show_home(manager, home, clock.now()).contract is None
    seen = living.show_home(estate.officer, home, clock.now())
    assert (seen.contract, seen.residents) == (None, [])
    for stranger in (estate.contractor, officer("330105"), person()):
        with pytest.raises(NotFound):
            living.show_home(stranger, home, clock.now())


def test_an_invitation_opens_once_for_somebody_else_and_not_after_a_week(
    estate: Yard, owner: Principal
) -> None:
    home = estate.home("1-1-101").id
    form = schemas.InvitationForm(kind=InvitationKind.TENANT)
    code = inviting.invite(act(owner), home, form).code
    guest, other = estate.known("李小明").principal, estate.known("赵六").principal
    assert inviting.show(guest, code).by_masked == "王*国"
    with pytest.raises(errors.OwnInvitation):
        inviting.accept(act(owner), code)
    with pytest.raises(errors.InvitationSpent):
        inviting.accept(act(guest, clock.now() + dt.timedelta(days=8)), code)
    inviting.accept(act(guest), code)
    with pytest.raises(errors.InvitationSpent):
        inviting.accept(act(other), code)
    told = letters_of(estate.home("1-1-101").subject, events.TENANT_JOINED)
    assert all_told(one["body"] for one in told) == [owner.person_id]


def test_a_tenancy_ends_by_itself_and_a_removed_tenant_is_told(estate: Yard, owner: Principal) -> None:
    home = estate.home("1-1-101").id
    until = clock.local_date(clock.now()) + dt.timedelta(days=30)
    tenant = tenant_of(estate, owner, until)
    later = clock.now() + dt.timedelta(days=32)
    living.show_home(tenant, home, clock.now())
    with pytest.raises(NotFound):
        living.show_home(tenant, home, later)
    assert living.my_homes(tenant, PageRequest(), later).items == []
    leaving.remove(act(owner), home, tenant.person_id)
    with pytest.raises(NotFound):
        living.show_home(tenant, home, clock.now())
    assert letters_of(estate.home("1-1-101").subject, events.TENANT_REMOVED)
    with pytest.raises(errors.OnlyTenants):
        leaving.remove(act(owner), home, owner.person_id)


def test_a_tenant_leaves_at_once_an_owner_after_three_days_and_may_take_it_back(
    estate: Yard, owner: Principal
) -> None:
    home = estate.home("1-1-101").id
    tenant = tenant_of(estate, owner)
    assert leaving.leave(act(tenant), home).ends_at is None
    assert roles(estate) == [(owner.person_id, ResidentRole.OWNER)]
    clocks.clear(HomesDeadlineRecord)
    first = leaving.leave(act(owner), home)
    with pytest.raises(errors.AlreadyLeaving):
        leaving.leave(act(owner), home)
    leaving.undo(act(owner), home)
    assert first.ends_at is not None
    sweep(first.ends_at + dt.timedelta(minutes=1))
    assert roles(estate) == [(owner.person_id, ResidentRole.OWNER)]
    ends_at = leaving.leave(act(owner), home).ends_at
    assert ends_at is not None
    sweep(ends_at - dt.timedelta(minutes=1))
    assert len(roles(estate)) == 1
    sweep(ends_at + dt.timedelta(minutes=1))
    assert roles(estate) == []
    assert living.my_homes(owner, PageRequest(), clock.now()).items == []


def test_a_home_passes_to_its_next_owner_after_three_days_and_the_old_contract_binds_no_more(
    estate: Yard, buyer: Known, owner: Principal
) -> None:
    home, heir = estate.home("1-1-101").id, estate.known("赵六").principal
    tenant = tenant_of(estate, owner)
    clocks.clear(HomesDeadlineRecord)
    form = schemas.InvitationForm(kind=InvitationKind.TRANSFER)
    done = inviting.accept(act(heir), inviting.invite(act(owner), home, form).code)
    assert done.role is None
    with pytest.raises(NotFound):
        living.show_home(heir, home, clock.now())
    sweep(done.from_at + dt.timedelta(minutes=1))
    assert dict(roles(estate)) == {
        tenant.person_id: ResidentRole.TENANT,
        heir.person_id: ResidentRole.OWNER,
    }
    with pytest.raises(NotFound):
        living.show_home(owner, home, clock.now())
    with pytest.raises(errors.NoMatch):
        bind(estate, buyer.principal)
    told = letters_of(estate.home("1-1-101").subject, events.TRANSFERRED)
    assert set(all_told(one["body"] for one in told)) == {owner.person_id, heir.person_id}


def test_no_event_of_a_home_names_a_person_or_a_number(estate: Yard, buyer: Known, owner: Principal) -> None:
    tenant_of(estate, owner)
    text = str([event.leaf() for event in history.of(TABLE, estate.home("1-1-101").subject)])
    for secret in (buyer.name, buyer.id_number, NUMBER, "王*国"):
        assert secret not in text
    assert HOMES
