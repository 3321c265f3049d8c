"""From what is known inside to what a caller may see."""

from datetime import date, datetime
from typing import Any

from mashangban.domains.attendance import permissions
from mashangban.domains.attendance.rules.calendar import closes_at
from mashangban.domains.attendance.rules.marks import Punch
from mashangban.domains.attendance.rules.teamday import RollEntry, TeamDay
from mashangban.domains.attendance.rules.workday import Change, Said, Workday, first, spoken
from mashangban.domains.attendance.schemas import (
    DayDone,
    DayRow,
    DayStep,
    DayView,
    MemberLine,
    QuestionRow,
    RollTeam,
    RollView,
)
from mashangban.domains.attendance.schemas.days import ClaimView, DayChange, SaidView, SightView
from mashangban.domains.attendance.terms import BURDEN, MOST_WORKED, DayState, Direction, Witness
from mashangban.employment.rules import Employment
from mashangban.files.schemas import LinkView
from mashangban.kernel import clock
from mashangban.kernel.permissions import Permission, Principal

RULE = (
    "闸机、班组长点名、工人扫码，三方记录一致就算数；不一致先问工人，两个工作日内不答复的，"
    "按对工人有利的记录算，不会算成没上工。手机定位只作参考。"
)


def team_card(teamday: TeamDay) -> RollTeam:
    """A team with how far today's roll is."""
    roll = teamday.roll
    return RollTeam(
        id=teamday.team.id,
        name=teamday.team.name,
        project_id=teamday.team.project.id,
        project_name=teamday.team.project.name,
        today=teamday.day,
        called=roll is not None,
        present=sum(one.halves > 0 for one in roll.entries) if roll else 0,
    )


def roll_view(teamday: TeamDay, members: list[Employment], seen: dict[str, Workday]) -> RollView:
    """A team's day with a line a person."""
    roll = teamday.roll
    called = {one.contract_id: one for one in roll.entries} if roll else {}
    lines = [
        _member(one, called.get(one.contract_id), seen.get(one.contract_id, first(one, teamday.day)))
        for one in members
    ]
    return RollView(
        team_id=teamday.team.id,
        team_name=teamday.team.name,
        project_name=teamday.team.project.name,
        day=teamday.day,
        closed=teamday.closed,
        called_at=roll.at if roll else None,
        reason=roll.reason if roll else "",
        closes_at=closes_at(teamday.day),
        members=lines,
    )


def _member(one: Employment, entry: RollEntry | None, seen: Workday) -> MemberLine:
    return MemberLine(
        contract_id=one.contract_id,
        name_masked=one.name_masked,
        trade=one.trade.name,
        halves=entry.halves if entry else None,
        overtime_minutes=entry.overtime_minutes if entry else 0,
        note=entry.note if entry else "",
        first_in=_first(seen.marks.gate, Direction.IN),
        last_out=_last(seen.marks.gate, Direction.OUT),
        scanned=bool(seen.marks.scan),
        state=seen.state,
        state_label=seen.state.label,
    )


def _first(punches: tuple[Punch, ...], direction: Direction) -> datetime | None:
    return min((one.at for one in punches if one.direction is direction), default=None)


def _last(punches: tuple[Punch, ...], direction: Direction) -> datetime | None:
    return max((one.at for one in punches if one.direction is direction), default=None)


def day_done(workday: Workday) -> DayDone:
    """Where a day stands after an act."""
    return DayDone(
        contract_id=workday.contract_id,
        day=workday.day,
        state=workday.state,
        state_label=workday.state.label,
        halves=workday.halves,
    )


def day_row(workday: Workday) -> DayRow:
    """One square of a calendar."""
    return DayRow(
        day=workday.day,
        state=workday.state,
        state_label=workday.state.label,
        halves=workday.halves,
        overtime_minutes=workday.overtime_minutes,
        label=spoken(workday.worked) if workday.state is DayState.SETTLED else workday.state.label,
        contested=workday.contested,
        corrected=bool(workday.changes),
        due_label=workday.due,
    )


def question_row(workday: Workday) -> QuestionRow:
    """A day on which somebody is asked."""
    return QuestionRow(
        contract_id=workday.contract_id,
        day=workday.day,
        name_masked=workday.name_masked,
        team_name=workday.team.name,
        state=workday.state,
        state_label=workday.state.label,
        why=workday.why,
        claimed=_said(workday.claimed),
        due_label=workday.due,
    )


def day_view(
    workday: Workday, actor: Principal, log: list[DayStep], photos: list[LinkView], today: date
) -> DayView:
    """A day whole, for the worker and for those who oversee it."""
    return DayView(
        contract_id=workday.contract_id,
        day=workday.day,
        name_masked=workday.name_masked,
        project_name=workday.project.name,
        team_name=workday.team.name,
        state=workday.state,
        state_label=workday.state.label,
        halves=workday.halves,
        label=spoken(workday.worked) if workday.state is DayState.SETTLED else workday.state.label,
        minutes=workday.minutes,
        overtime_minutes=workday.overtime_minutes,
        why=workday.finding.why,
        decided_by=workday.decider.label if workday.decider else "",
        sights=_sights(workday),
        asked=_said(workday.asked),
        claimed=_claim(workday, photos),
        contested=workday.contested,
        changes=[_change(one) for one in workday.changes],
        due_label=workday.due,
        rule=f"{RULE}（{BURDEN}）",
        acts=_acts(workday, actor, today),
        log=log,
    )


def _acts(workday: Workday, actor: Principal, today: date) -> list[str]:
    own = _may(actor, permissions.ANSWER, workday, own=True)
    office = _may(actor, permissions.CORRECT, workday, own=False)
    past = workday.closed or workday.day < today
    candidates = {
        "answer": own and workday.state is DayState.QUESTIONED,
        "claim": own and workday.closed and not workday.state.waits and not workday.contested
        and workday.worked < MOST_WORKED,
        "correct": office and workday.closed and workday.state is not DayState.QUESTIONED and past,
    }  # fmt: skip
    return [name for name, possible in candidates.items() if possible]


def _may(actor: Principal, permission: Permission, workday: Workday, *, own: bool) -> bool:
    place = workday.own_place if own else workday.office_place
    return actor.holds(permission) and actor.reach(permission).covers(place)


def _sights(workday: Workday) -> list[SightView]:
    marks = workday.marks
    found = {Witness.GATE: _punches(marks.gate), Witness.SCAN: _punches(marks.scan)}
    if marks.roll is not None:
        note = f"（{marks.roll.note}）" if marks.roll.note else ""
        reason = [f"改过：{marks.roll.reason}"] if marks.roll.reason else []
        called = (
            f"{clock.spoken(marks.roll.at)}记{spoken((marks.roll.halves, marks.roll.overtime_minutes))}{note}"
        )
        found[Witness.ROLL] = [called, *reason]
    return [
        SightView(witness=one.value, label=one.label, lines=lines) for one, lines in found.items() if lines
    ]


def _punches(punches: tuple[Punch, ...]) -> list[str]:
    return [f"{one.at.astimezone(clock.SHANGHAI):%H:%M} {one.direction.label}" for one in punches]


def _said(said: Said | None) -> SaidView | None:
    return SaidView(**_words_of(said)) if said else None


def _claim(workday: Workday, photos: list[LinkView]) -> ClaimView | None:
    return ClaimView(**_words_of(workday.claimed), photos=photos) if workday.claimed else None


def _words_of(said: Said) -> dict[str, Any]:
    worked = {"halves": said.halves, "overtime_minutes": said.overtime_minutes, "label": spoken(said.worked)}
    return {**worked, "words": said.words, "by": said.by}


def _change(one: Change) -> DayChange:
    before, after = (one.before, one.overtime_before), (one.after, one.overtime_after)
    return DayChange(at=one.at, by=one.by, before=spoken(before), after=spoken(after), reason=one.reason)
