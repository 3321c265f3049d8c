"""Giving and taking back roles; both act on the person's next request."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mashangban.identity import errors
from mashangban.identity.events import Happened
from mashangban.identity.identifiers import parse_mobile
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sessions as session_items
from mashangban.identity.rules import granting as rules
from mashangban.identity.rules.granting import HeldGrant
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import GrantView
from mashangban.identity.service import inputs, people, reading
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role, Scope
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


@dataclass(frozen=True, slots=True)
class GrantOrder:
    """A role for a person (by id, or by phone: who never came yet is registered), within a scope."""

    role: Role
    scope: Scope
    person_id: str | None = None
    phone: str | None = None
    label: str = ""
    valid_from: datetime | None = None
    valid_to: datetime | None = None


def grant(act: Act, order: GrantOrder, place: Place | None = None) -> GrantView:
    """Give a role. `place` is what the caller knows of an organisation's or project's whereabouts, so that officers
    of its region can be recognised. The same role given again answers the one that stands.
    Raises MayNotGrant, WrongScope, GrantNeedsEnd, PersonUnknown."""
    rules.check_shape(order.role, order.scope, order.valid_to, act.at)
    role = rules.require_granter(act.actor, order.role, rules.place_of(order.scope, place))
    holder = _addressee(act, order)
    held = grant_items.of_person(holder.id)
    standing = _standing(held, order, act.at)
    if standing is not None:
        return view(standing, holder)
    return _give(act, holder, held, order, role)


def _addressee(act: Act, order: GrantOrder) -> Person:
    if (order.person_id is None) == (order.phone is None):
        raise Invalid("请填写人员编号或手机号其中一项")
    if order.person_id is not None:
        return person_items.person(order.person_id)
    phone = inputs.read("phone", parse_mobile, order.phone or "")
    return person_items.person(people.ensure_person(act, phone))


def _standing(held: list[HeldGrant], order: GrantOrder, at: datetime) -> HeldGrant | None:
    for one in held:
        same = (one.role, one.scope, one.valid_to) == (order.role, order.scope, order.valid_to)
        if same and one.is_live(at):
            return one
    return None


def _give(act: Act, holder: Person, held: list[HeldGrant], order: GrantOrder, role: Role) -> GrantView:
    given = HeldGrant(
        id=grant_items.new_id(holder.id, ids.new_id(act.at)),
        person_id=holder.id,
        role=order.role,
        scope=order.scope,
        label=order.label,
        valid_from=max(order.valid_from or act.at, act.at),
        valid_to=order.valid_to,
        granted_by=act.actor.person_id,
    )
    answer = view(given, holder)
    event = reading.next_event(act, Happened.GRANTED, holder, _told(given), role)
    carried = rules.session_grants([*held, given], act.at)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        grant_items.add(tx, given)
        session_items.carry_grants(tx, session_items.of_person(holder.id, act.at), carried)
        tx.answer(answer)
    return answer


def _told(given: HeldGrant) -> dict[str, str]:
    return {"grant": given.id, "role": given.role.value, "scope": str(given.scope)}


def revoke(act: Act, grant_id: str, place_of: Callable[[Scope], Place | None] | None = None) -> None:
    """Take a role back; one's own may always be given up. `place_of` tells where the grant's own scope lies: it is
    asked for the stored scope, so that no caller can name another. Raises NotFound, GrantEnded, MayNotGrant."""
    given = grant_items.one(grant_id)
    role = _revoker(act.actor, given, place_of)
    if not given.is_open(act.at):
        raise errors.GrantEnded()
    holder = person_items.person(given.person_id)
    left = [one for one in grant_items.of_person(holder.id) if one.id != grant_id]
    event = reading.next_event(act, Happened.REVOKED, holder, _told(given), role)
    carried = rules.session_grants(left, act.at)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        grant_items.revoke(tx, given, act.actor.person_id, act.at)
        session_items.carry_grants(tx, session_items.of_person(holder.id, act.at), carried)
        tx.answer(None)


def revoke_role(act: Act, person_id: str, role: Role, scope: Scope) -> None:
    """Take back every open grant of a role at a scope."""
    for one in grant_items.of_person(person_id):
        if (one.role, one.scope) == (role, scope) and one.is_open(act.at):
            revoke(act, one.id)


def _revoker(actor: Principal, given: HeldGrant, place_of: Callable[[Scope], Place | None] | None) -> Role:
    known = place_of(given.scope) if place_of else None
    return rules.require_revoker(actor, given, rules.place_of(given.scope, known))


def grants_at(
    actor: Principal, scope: Scope, page: PageRequest, at: datetime, place: Place | None = None
) -> Page[GrantView]:
    """Who holds roles at a scope, for those whose own scope covers it. Raises MayNotGrant."""
    where = rules.place_of(scope, place)
    if not any(one.scope.covers(where, actor.person_id) for one in actor.grants if one.role in rules.KEEPERS):
        raise errors.MayNotGrant()
    found = grant_items.at_scope(scope, page)
    open_now = [one for one in found.items if one.is_open(at)]
    return Page([view(one, person_items.person(one.person_id)) for one in open_now], found.next_cursor)


def view(given: HeldGrant, holder: Person) -> GrantView:
    """A grant as screens show it."""
    return GrantView(
        grant_id=given.id,
        person_id=holder.id,
        name_masked=holder.name_masked,
        phone_masked=holder.phone_masked,
        role=given.role,
        role_label=given.role.label,
        scope=str(given.scope),
        scope_label=reading.scope_label(given),
        valid_from=given.valid_from,
        valid_to=given.valid_to,
        granted_by=given.granted_by,
    )
