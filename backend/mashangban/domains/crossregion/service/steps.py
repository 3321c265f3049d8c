"""One step of a case: its event, its clocks, whose turn it is and until when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules import changes
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Turn
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.crossregion.repository import cases, clocks
from mashangban.domains.crossregion.repository.cases import Step
from mashangban.domains.crossregion.rules import clocks as rules
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import Handover, Sheet
from mashangban.domains.crossregion.schemas.cases import CaseDone
from mashangban.domains.crossregion.terms.cases import CaseState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role

_PAUSED = "等本人补材料"


def write(
    act: Act,
    before: Case,
    after: Case,
    kind: str,
    role: Role,
    data: Mapping[str, object],
    told: tuple[Message, ...] = (),
    *,
    link: Handover | None = None,
    sheets: tuple[Sheet, ...] = (),
) -> CaseDone:
    """Write a step with what it does to the clocks; a case that has no version yet is created.

    `link` was checked by this step.
    """
    turn, after = turned(before, after, act.at)
    event, answer = following(act, kind, before, role, data, told), done(after)
    step = Step(link, sheets, turn)
    if before.version:
        cases.move(act, before, after, event, step, answer)
    else:
        cases.create(act, after, event, step, answer)
    return answer


def done(one: Case) -> CaseDone:
    """What an act answers."""
    return CaseDone(id=one.id, number=one.number, state=one.state.value, state_label=one.state.label)


def turned(before: Case, after: Case, at: datetime) -> tuple[Turn, Case]:
    """What a step does to the clocks, and the case with the moment until which somebody has to act."""
    if before.version and (before.state, before.charge, before.handovers) == (
        after.state,
        after.charge,
        after.handovers,
    ):
        return Turn(), after
    known = clocks.of(before.subject) if before.version else []
    owed = rules.custody_clock(after, at)
    ends = tuple(one for one in known if one.kind.startswith(rules.CUSTODY) and _runs(one))
    decide = next((one for one in known if one.kind == rules.DECIDE), None)
    turn, standing = _decision(Turn(begins=(owed,) if owed else (), ends=ends), after, decide, at)
    clock = owed or standing
    due = deadlines.due_time_of(clock).due_at if clock is not None else None
    return turn, replace(after, due_at=due, late="")


def _decision(turn: Turn, after: Case, decide: Deadline | None, at: datetime) -> tuple[Turn, Deadline | None]:
    """The decision's clock: begun once, paused while the person supplies, ended with the decision."""
    if after.state is CaseState.DECIDING:
        if decide is None:
            new = rules.decide_clock(after, at)
            return replace(turn, begins=(*turn.begins, new)), new
        if decide.state is DeadlineState.PAUSED:
            return replace(turn, resumes=decide), changes.resume(decide, at)
        return turn, decide
    if decide is None or not _runs(decide):
        return turn, None
    if after.state is CaseState.SUPPLEMENT:
        return replace(turn, pauses=(decide, _PAUSED)), None
    if after.outcome is not None or after.state.ended:
        return replace(turn, ends=(*turn.ends, decide)), None
    return turn, None


def _runs(one: Deadline) -> bool:
    return one.state is not DeadlineState.CLOSED
