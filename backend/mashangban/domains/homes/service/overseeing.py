"""What regulators do with a defect: order, extend, pause, close with reasons."""

from collections.abc import Callable

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.homes import events, permissions
from mashangban.domains.homes.models import HomesDeadlineRecord
from mashangban.domains.homes.repository import defects as repository
from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.schemas import DefectDone, DefectReason, RepairOrder
from mashangban.domains.homes.service import defecttelling as telling
from mashangban.domains.homes.service import defectviews, repairing
from mashangban.domains.homes.terms import DefectState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.kernel.transaction import Transaction

_WAITING = (DefectState.REPORTED, DefectState.DISPUTED)


def order(act: Act, defect_id: str, given: RepairOrder) -> DefectDone:
    """The repair is ordered by a day; it ends a dispute or a silence. Raises WrongStep, OrderDayOutOfReach."""
    one, role = _handled(act, defect_id)
    after = rules.order(one, given.by, clock.local_date(act.at))
    begins = [ladder.order_clock(one.subject, one.region, given.by, act.at, one.version + 1)]
    if one.state in _WAITING:
        begins += repairing.hand_clocks(act, after)
    due = f"{given.by.month}月{given.by.day}日"
    told = (
        *telling.household(one, "homes.defect.ordered", due=due),
        *telling.handlers(one, "homes.defect.ordered", due=due),
    )
    event = following(act, events.DEFECT_ORDERED, one, role, {"by": given.by.isoformat()}, told)
    answer = defectviews.done(after)
    stops = [ladder.ACCEPT, ladder.JUDGE]
    repository.move(act, one, after, event, answer, text=given.text, begins=begins, closes=stops)
    return answer


def extend(act: Act, defect_id: str, given: DefectReason) -> DefectDone:
    """Fifteen days more for the repair, once, with a reason that everyone sees. Raises WrongStep, AlreadyExtended."""

    def change(tx: Transaction, running: Deadline) -> None:
        deadlines.extend(tx, HomesDeadlineRecord, running, ladder.EXTENSION, given.text)

    return _clock_act(
        act, defect_id, rules.extend, events.DEFECT_EXTENDED, change, "维修期限延长15日", given.text
    )


def pause(act: Act, defect_id: str, given: DefectReason) -> DefectDone:
    """The repair clock stands still for a listed reason that everyone sees. Raises WrongStep."""

    def change(tx: Transaction, running: Deadline) -> None:
        deadlines.pause(tx, HomesDeadlineRecord, running, given.text)

    return _clock_act(
        act, defect_id, rules.require_in_hand, events.DEFECT_PAUSED, change, "维修计时暂停", given.text
    )


def resume(act: Act, defect_id: str) -> DefectDone:
    """The repair clock runs again. Raises WrongStep."""

    def change(tx: Transaction, running: Deadline) -> None:
        deadlines.resume(tx, HomesDeadlineRecord, running)

    return _clock_act(
        act, defect_id, rules.require_in_hand, events.DEFECT_RESUMED, change, "维修计时恢复", ""
    )


def close(act: Act, defect_id: str, given: DefectReason) -> DefectDone:
    """The regulator closes it with reasons; the household is told that it may go higher. Raises WrongStep."""
    one, role = _handled(act, defect_id)
    after = rules.close(one, act.at)
    told = (
        *telling.household(one, "homes.defect.closed"),
        *telling.handlers(one, "homes.defect.ended", state=after.state.label),
    )
    event = following(act, events.DEFECT_CLOSED, one, role, messages=told)
    answer = defectviews.done(after)
    repository.move(act, one, after, event, answer, text=given.text)
    return answer


def _clock_act(
    act: Act,
    defect_id: str,
    change: Callable[[Defect], Defect],
    kind: str,
    clock_change: Callable[[Transaction, Deadline], None],
    what: str,
    reason: str,
) -> DefectDone:
    one, role = _handled(act, defect_id)
    after = change(one)
    running = repository.clock(one, ladder.repair_kind(one.round))
    told = (
        *telling.household(one, "homes.defect.clock", what=what),
        *telling.handlers(one, "homes.defect.clock", what=what),
    )
    event = following(act, kind, one, role, messages=told)
    answer = defectviews.done(after)
    repository.move(act, one, after, event, answer, text=reason, changed=lambda tx: clock_change(tx, running))
    return answer


def _handled(act: Act, defect_id: str) -> tuple[Defect, Role]:
    one = repository.get(defect_id)
    act.actor.reach(permissions.HANDLE_DEFECT).require(one.place)
    return one, act.actor.role_for(permissions.HANDLE_DEFECT, one.place)
