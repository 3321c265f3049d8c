"""What offices do with a fault: answer, repair, order, decide what others may read; and what each may see."""

from typing import Any

from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.publicareas import events, permissions
from mashangban.domains.publicareas.repository import areas, faults
from mashangban.domains.publicareas.rules import fault as rules
from mashangban.domains.publicareas.rules import ladder
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.schemas import (
    PublicCard,
    PublicCardsQuery,
    PublicFaultDone,
    PublicFaultPromise,
    PublicFaultReason,
    PublicFaultRow,
    PublicFaultsQuery,
    PublicFaultView,
    WordingDecision,
)
from mashangban.domains.publicareas.service import telling, views
from mashangban.domains.publicareas.terms import FaultState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Permission, Place, Principal, Role


def accept(act: Act, fault_id: str, given: PublicFaultPromise) -> PublicFaultDone:
    """It will be repaired by a day; the clock of the repair begins. Raises WrongStep, PromiseOutOfReach."""
    one, role = _within(act, permissions.ANSWER, fault_id)
    after = rules.accept(one, given.promised_on, given.text, clock.local_date(act.at), act.at)
    told = telling.reporter(one, "publicareas.accepted", day=given.promised_on.isoformat())
    begins = ladder.repair_clock(after, act.at) if after.round != one.round else None
    return _step(act, one, after, events.ACCEPTED, role, told, begins)


def decline(act: Act, fault_id: str, given: PublicFaultReason) -> PublicFaultDone:
    """Not its handler's, with reasons; the county hears of it. Raises WrongStep."""
    one, role = _within(act, permissions.ANSWER, fault_id)
    after = rules.decline(one, given.text, act.at)
    told = (
        *telling.reporter(one, "publicareas.declined"),
        *telling.officers(one, "publicareas.declined-officer"),
    )
    return _step(act, one, after, events.DECLINED, role, told)


def fix(act: Act, fault_id: str, given: PublicFaultReason) -> PublicFaultDone:
    """It is repaired, says its handler; the reporter may say otherwise. Raises WrongStep."""
    one, role = _within(act, permissions.ANSWER, fault_id)
    after = rules.fix(one, given.text, act.at)
    return _step(act, one, after, events.FIXED, role, telling.reporter(one, "publicareas.fixed"))


def order(act: Act, fault_id: str, given: PublicFaultReason) -> PublicFaultDone:
    """A regulator orders the repair. Raises WrongStep."""
    one, role = _within(act, permissions.ORDER, fault_id)
    after = rules.order(one, given.text, act.at)
    told = (
        *telling.reporter(one, "publicareas.ordered"),
        *telling.handlers(one, "publicareas.ordered"),
    )
    return _step(act, one, after, events.ORDERED, role, told, ladder.repair_clock(after, act.at))


def decide_wording(act: Act, fault_id: str, given: WordingDecision) -> PublicFaultDone:
    """What others may read; the reporter hears the decision with its reason."""
    one, role = _within(act, permissions.MODERATE, fault_id)
    after = rules.decide_wording(one, given.shown)
    told = telling.reporter(one, "publicareas.wording", state=after.wording.label, reason=given.text)
    return _step(act, one, after, events.WORDING_DECIDED, role, told, data={"wording": after.wording.value})


def at_place(actor: Principal, query: PublicFaultsQuery) -> Page[PublicFaultRow]:
    """An area's or a county's faults, the oldest first. Raises NotFound beyond reach."""
    reach = actor.reach(permissions.LIST)
    if len(query.where) == 6 and query.where.isdecimal():
        reach.require(Place(region=query.where))
        return faults.listed(f"FAULTS-IN#{query.where}#{query.bucket}", "GSI3", query.page).map(views.row)
    reach.require(areas.get(query.where).place)
    return faults.listed(f"FAULTS-OF#{query.where}#{query.bucket}", "GSI2", query.page).map(views.row)


def of_area(area_id: str, query: PublicCardsQuery) -> Page[PublicCard]:
    """What is broken at a place, for everybody, the newest first."""
    return faults.newest(f"FAULTS-OF#{area_id}#{query.bucket}", "GSI2", query.page).map(views.card)


def card(fault_id: str) -> PublicCard:
    """One fault for everybody. Raises UnknownFault."""
    return views.whole_card(faults.get(fault_id))


def mine(actor: Principal, page: PageRequest) -> Page[PublicFaultRow]:
    """What one reported oneself, the newest first."""
    return faults.of_reporter(actor.person_id, page).map(views.row)


def show(act: Act, fault_id: str) -> PublicFaultView:
    """A fault for its reporter, its handler and the regulators. Raises NotFound beyond reach."""
    one = faults.get(fault_id)
    found: list[str] = []
    if _reaches(act, permissions.ANSWER, one):
        found += views.handler_acts(one)
    if _reaches(act, permissions.ORDER, one):
        found += views.officer_acts(one)
    mine = one.reporter_id == act.actor.person_id
    if mine and one.state is FaultState.FIXED:
        found.append("reopen")
    if not mine and not _reaches(act, permissions.LIST, one):
        raise NotFound()
    return views.view(one, act.at, found)


def _reaches(act: Act, permission: Permission, one: Fault) -> bool:
    return act.actor.holds(permission) and act.actor.reach(permission).covers(one.place)


def _within(act: Act, permission: Permission, fault_id: str) -> tuple[Fault, Role]:
    one = faults.get(fault_id)
    act.actor.reach(permission).require(one.place)
    return one, act.actor.role_for(permission, one.place)


def _step(
    act: Act,
    one: Fault,
    after: Fault,
    kind: str,
    role: Role,
    told: tuple[Message, ...],
    begins: Deadline | None = None,
    data: dict[str, Any] | None = None,
) -> PublicFaultDone:
    event = following(act, kind, one, role, data, told)
    answer = views.done(after)
    faults.move(act, one, after, event, answer, begins=begins)
    return answer
