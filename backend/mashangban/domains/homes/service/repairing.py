"""What the builder's side does: accept or dispute, hand on, agree a time, visit, repair. Nothing here ends a defect."""

from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.homes import events, permissions
from mashangban.domains.homes.repository import defects as repository
from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.rules.defect import Defect, Repair
from mashangban.domains.homes.rules.estate import Named
from mashangban.domains.homes.schemas import (
    Appointment,
    Contractor,
    DefectDone,
    DefectReason,
    RepairForm,
    VisitForm,
)
from mashangban.domains.homes.service import defecttelling as telling
from mashangban.domains.homes.service import defectviews, reporting
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Permission, Role
from mashangban.registry import service as registry


def accept(act: Act, defect_id: str) -> DefectDone:
    """The builder takes it in hand: the clocks of visit and repair begin. Raises WrongStep."""
    one, role = _builders(act, defect_id)
    after = rules.accept(one, act.at)
    begins = hand_clocks(act, after)
    due = deadlines.due_time_of(begins[-1]).moment
    told = telling.household(one, "homes.defect.accepted", due=due)
    stops = [ladder.ACCEPT, ladder.JUDGE]
    return _step(act, one, after, events.DEFECT_ACCEPTED, role, told, begins=begins, closes=stops)


def dispute(act: Act, defect_id: str, given: DefectReason) -> DefectDone:
    """The builder says why it need not repair: the county decides. Raises WrongStep."""
    one, role = _builders(act, defect_id)
    after = rules.dispute(one, act.at)
    judge = ladder.judge_clock(one.subject, one.region, act.at)
    due = deadlines.due_time_of(judge).moment
    told = (
        *telling.household(one, "homes.defect.disputed"),
        *telling.officers(one, "homes.defect.to-judge", due=due),
    )
    return _step(
        act,
        one,
        after,
        events.DEFECT_DISPUTED,
        role,
        told,
        text=given.text,
        begins=[judge],
        closes=[ladder.ACCEPT],
    )


def assign(act: Act, defect_id: str, given: Contractor) -> DefectDone:
    """Tell who repairs: a contractor, or (empty) the builder's own people. Raises WrongStep, NoSuchRecord."""
    one, role = _builders(act, defect_id)
    found = registry.enterprise(given.enterprise_id or one.builder.id)
    after = rules.assign(one, Named(found.id, found.name))
    told = telling.contractor(after, "homes.defect.assigned", what=one.category.label)
    data = {"contractor": found.id}
    return _step(act, one, after, events.DEFECT_ASSIGNED, role, told, data=data)


def appoint(act: Act, defect_id: str, given: Appointment) -> DefectDone:
    """A time was agreed with the household. Raises WrongStep, VisitOutOfReach."""
    one, role = _repairers(act, defect_id)
    after = rules.appoint(one, given.visit_at, act.at)
    told = telling.household(one, "homes.defect.appointed", due=clock.spoken(given.visit_at))
    data = {"visit_at": clock.to_text(given.visit_at)}
    return _step(act, one, after, events.DEFECT_APPOINTED, role, told, data=data, text=given.text)


def visit(act: Act, defect_id: str, given: VisitForm) -> DefectDone:
    """Somebody stood in the home and says what they found. Raises WrongStep, and what the files room says."""
    one, role = _repairers(act, defect_id)
    reporting.require_photos(act, given.photos)
    after = rules.visit(one, act.at, tuple(given.photos))
    stops = [ladder.VISIT, ladder.ONSITE]
    return _step(act, one, after, events.DEFECT_VISITED, role, (), text=given.text, closes=stops)


def repaired(act: Act, defect_id: str, given: RepairForm) -> DefectDone:
    """Repaired, with photographs; the household is asked. Raises WrongStep, PhotosNeeded."""
    one, role = _repairers(act, defect_id)
    reporting.require_photos(act, [*given.before, *given.after])
    after = rules.repaired(one, _said(act, given))
    told = telling.household(one, "homes.defect.to-confirm")
    stops = [ladder.VISIT, ladder.ONSITE, ladder.repair_kind(one.round)]
    return _step(act, one, after, events.DEFECT_REPAIRED, role, told, text=given.text, closes=stops)


def _said(act: Act, given: RepairForm) -> Repair:
    return Repair(tuple(given.before), tuple(given.after), act.at, given.cost_fen, given.payer)


def hand_clocks(act: Act, one: Defect) -> list[Deadline]:
    """What begins when a defect is taken in hand: visit, then repair."""
    return [
        ladder.visit_clock(one.subject, one.region, act.at),
        ladder.repair_clock(one.subject, one.region, one.severity, act.at, one.round),
    ]


def _builders(act: Act, defect_id: str) -> tuple[Defect, Role]:
    one = repository.get(defect_id)
    return one, _role(act, permissions.ANSWER_DEFECT, one)


def _role(act: Act, permission: Permission, one: Defect) -> Role:
    act.actor.reach(permission).require(one.place)
    return act.actor.role_for(permission, one.place)


def _repairers(act: Act, defect_id: str) -> tuple[Defect, Role]:
    one = repository.get(defect_id)
    act.actor.reach(permissions.REPAIR).require(one.repairers)
    return one, act.actor.role_for(permissions.REPAIR, one.repairers)


def _step(
    act: Act,
    one: Defect,
    after: Defect,
    kind: str,
    role: Role,
    told: tuple[Message, ...],
    *,
    data: dict[str, Any] | None = None,
    text: str = "",
    begins: list[Deadline] | None = None,
    closes: list[str] | None = None,
) -> DefectDone:
    event = following(act, kind, one, role, data, told)
    answer = defectviews.done(after)
    repository.move(act, one, after, event, answer, text=text, begins=begins or (), closes=closes or ())
    return answer
