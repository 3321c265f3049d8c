"""An owner's code for somebody else: a tenant, or the next owner. It opens once, for some days, for a proven name."""

from datetime import timedelta

from mashangban.deadlines import service as deadlines
from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import bindings as repository
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules import binding as rules
from mashangban.domains.homes.rules.binding import Invitation
from mashangban.domains.homes.rules.home import Home, Leaving, Resident
from mashangban.domains.homes.schemas import HomeBound, InvitationCard, InvitationForm, InvitationView
from mashangban.domains.homes.service import access, binding, living, telling
from mashangban.domains.homes.terms import INVITATION_CODE, INVITATION_DAYS, InvitationKind, ResidentRole
from mashangban.identity.identifiers import mask_name
from mashangban.identity.service import RealName
from mashangban.kernel import clock, codes
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.settings import settings


def invite(act: Act, home_id: str, form: InvitationForm) -> InvitationView:
    """Make a single-use code. Raises TenancyOver, AlreadyLeaving, NotFound for whoever is no owner."""
    home = access.owned(act, home_id)
    if form.until is not None and form.until < clock.local_date(act.at):
        raise errors.TenancyOver()
    if form.kind is InvitationKind.TRANSFER and _is_leaving(home, act.actor.person_id):
        raise errors.AlreadyLeaving()
    until = form.until if form.kind is InvitationKind.TENANT else None
    ends_at = act.at + timedelta(days=INVITATION_DAYS)
    new = Invitation(codes.new_body(16), home.id, form.kind, act.actor.person_id, ends_at, until)
    code = codes.issue(INVITATION_CODE, new.body)
    event = following(act, events.INVITED, home, Role.PERSON, {"kind": new.kind.value})
    answer = InvitationView(
        kind=new.kind,
        kind_label=new.kind.label,
        code=code,
        code_url=f"{settings().public_url}/j/i/{code}",
        ends_at=ends_at,
        until=until,
    )
    repository.invite(act, (home, home, event), new, answer)
    return answer


def show(actor: Principal, code: str) -> InvitationCard:
    """What the invited person is offered, and by whom. Raises AlteredCode, NotFound."""
    actor.reach(permissions.BIND)
    one = repository.invitation(codes.read(INVITATION_CODE, code))
    home = homes.get(one.home_id)
    owner = next((person for person in home.owners if person.person_id == one.by), None)
    return InvitationCard(
        kind=one.kind,
        kind_label=one.kind.label,
        estate_name=home.estate_name,
        label=home.door.label,
        by_masked=owner.name_masked if owner else "",
        until=one.until,
        ends_at=one.ends_at,
        open=not one.used and owner is not None,
    )


def accept(act: Act, code: str) -> HomeBound:
    """Take the offer. Raises InvitationSpent, OwnInvitation, AlreadyBound, HomeFull, AlreadyLeaving."""
    act.actor.reach(permissions.BIND)
    one = repository.invitation(codes.read(INVITATION_CODE, code))
    rules.require_open(one, act.actor.person_id, act.at)
    home, person = homes.get(one.home_id), binding.proven(act)
    if all(owner.person_id != one.by for owner in home.owners):
        raise errors.InvitationSpent()  # whoever invited owns it no more
    if one.kind is InvitationKind.TENANT:
        return _join(act, home, one, person)
    return _begin_transfer(act, home, one, person)


def _join(act: Act, home: Home, one: Invitation, person: RealName) -> HomeBound:
    masked = mask_name(person.name)
    new = Resident(person.person_id, masked, ResidentRole.TENANT, act.at, one.until)
    after = rules.bind_tenant(home, new, clock.local_date(act.at))
    told = telling.owners(home, "homes.tenant-joined", name=masked)
    event = following(act, events.TENANT_JOINED, home, Role.PERSON, None, told)
    answer = living.bound(after, new)
    repository.move(act, (home, after, event), answer, spends=one)
    return answer


def _begin_transfer(act: Act, home: Home, one: Invitation, person: RealName) -> HomeBound:
    if any(owner.person_id == person.person_id for owner in home.owners):
        raise errors.AlreadyBound()
    running, masked = rules.leaving_clock(home, act.at), mask_name(person.name)
    ends_at = deadlines.due_time_of(running).due_at
    assert ends_at is not None, "nothing pauses this clock"
    leaving = Leaving(one.by, running.kind, ends_at, person.person_id, masked)
    after = rules.begin_leaving(home, leaving)
    told = telling.owners(home, "homes.transfer-begun", name=masked, due=clock.spoken(ends_at))
    data = {"clock": running.kind, "kind": one.kind.value}
    event = following(act, events.LEAVING_BEGUN, home, Role.PERSON, data, told)
    answer = HomeBound(
        home_id=home.id, label=home.door.label, role=None, role_label="等待过户", from_at=ends_at
    )
    repository.move(act, (home, after, event), answer, begins=running, spends=one)
    return answer


def _is_leaving(home: Home, person_id: str) -> bool:
    return any(one.person_id == person_id for one in home.leaving)
