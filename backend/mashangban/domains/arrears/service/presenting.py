"""How a month's pay and a complaint are shown: the same lines for worker and supervisor."""

from datetime import date, datetime
from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.rules.wording import day_words
from mashangban.domains.arrears import events
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.repository import complaints, expectations, words
from mashangban.domains.arrears.rules import expectation as pay_rules
from mashangban.domains.arrears.rules import ladder, liability
from mashangban.domains.arrears.rules.board import Listed, listed_complaint, listed_pay
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.domains.arrears.schemas.complaints import (
    ComplaintRow,
    ComplaintView,
    OrderView,
    ProposalView,
    ReplyView,
)
from mashangban.domains.arrears.schemas.pay import LineView, LogLine, PayerView, PayRow, PayView, RungView
from mashangban.domains.arrears.service import timing
from mashangban.domains.arrears.terms import LINE_LABELS, ComplaintReason, ComplaintState, Level, PayState
from mashangban.employment.rules import Employment
from mashangban.files import service as files
from mashangban.kernel import clock, history
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry
from mashangban.registry.terms import PartyKind


def month_label(month: str) -> str:
    """`2026-10` as people say it."""
    return f"{int(month[:4])}年{int(month[5:])}月"


def pay_row(one: Expectation, at: datetime) -> PayRow:
    """A month's pay as a line of a list."""
    return listed_row(listed_pay(one), at)


def listed_row(row: Listed, at: datetime) -> PayRow:
    """The same from a list's row; due day and lateness by the present calendar."""
    shown = row.shown
    last = _last_day(row.id, shown, row.region)
    state, level = PayState(shown["state"]), Level(shown["level"])
    awaited = state not in (PayState.SETTLED, PayState.PAID)
    late = (
        ladder.working_days_late(last, clock.local_date(at), deadlines.CALENDAR, row.region) if awaited else 0
    )
    return PayRow(
        id=row.id,
        month_label=month_label(shown["month"]),
        project=shown["project"],
        team=shown["team"],
        employer=shown["employer"],
        worker_name_masked=shown["worker"],
        number=shown["number"],
        state=state.value,
        state_label=state.label,
        level=level.value,
        level_label=level.label,
        due_on=last,
        days_late=late,
        amount_fen=shown["amount_fen"] or None,
        sentence=_sentence(shown["month"], last, late, state),
    )


def pay_view(one: Expectation, at: datetime, *, own: bool) -> PayView:
    """A month's pay whole. Only its own worker (`own`) is told of a complaint."""
    running = expectations.clock_of(one)
    known = expectations.days_of(one.id)
    halves = sum(int(day.halves) for day in known)
    complaint = complaints.open_of(one.id) if own else ""
    chain = history.of(TABLE, one.subject)
    may = (
        own
        and not complaint
        and one.state is not PayState.SETTLED
        and (at >= timing.due_at(one) or one.state is PayState.DISPUTED)
    )
    return PayView(
        id=one.id,
        row=pay_row(one, at),
        duty=one.level.duty if pay_rules.is_late(one) else "",
        days_worked=halves / 2,
        estimated_fen=pay_rules.estimate_fen(one, halves),
        deadline=deadlines.explain(running, at),
        ladder=_rungs(one, running, at),
        payers=payers(one.facts),
        lines=lines_of(chain),
        log=_log(chain, words.of(one.subject), one.facts),
        line_id=one.line.id if own and one.line else "",
        complaint_id=complaint,
        actions=["complain"] if may else [],
    )


def payers(facts: Employment, circumstances: frozenset[Any] = frozenset()) -> list[PayerView]:
    """The liability route by what is known (条例 Art. 29, 30, 36, 37)."""
    owner = registry.project(facts.project.id).party(PartyKind.OWNER)
    parties = liability.Parties(
        facts.employer.name, facts.general_contractor.name, owner.name if owner else "建设单位"
    )
    return [PayerView.model_validate(one) for one in liability.route(parties, circumstances)]


def lines_of(chain: list[Event]) -> list[LineView]:
    """What the pay table said, from the month's own chain."""
    told = [event for event in chain if "amount_fen" in event.data]
    return [
        LineView(
            at=event.at,
            label=LINE_LABELS.get(str(event.data["state"]), str(event.data["state"])),
            amount_fen=int(event.data["amount_fen"]),
        )
        for event in told
    ]


def complaint_row(one: Complaint) -> ComplaintRow:
    """A complaint as a line of the worker's or a regulator's list."""
    return listed_complaint_row(listed_complaint(one))


def listed_complaint_row(row: Listed) -> ComplaintRow:
    """The same from a list's row."""
    shown = row.shown
    state = ComplaintState(shown["state"])
    same = ("number", "project", "team", "employer", "hidden", "automatic", "matter")
    return ComplaintRow(
        id=row.id,
        month_label=month_label(shown["month"]),
        worker_name_masked=shown["worker"],
        state=state.value,
        state_label=state.label,
        reason_label=ComplaintReason(shown["reason"]).label,
        opened_at=clock.from_text(shown["opened_at"]),
        **{name: shown[name] for name in same},
    )


def complaint_view(
    one: Complaint, at: datetime, *, own: bool, officer: bool, circumstances: frozenset[Any] = frozenset()
) -> ComplaintView:
    """A complaint whole, for its worker and the regulators."""
    said = words.of(one.subject)
    proposal, order = one.proposal, one.order
    return ComplaintView(
        id=one.id,
        row=complaint_row(one),
        expectation_id=pay_rules.id_of(one.facts.contract_id, one.month),
        text=said.get(1, ""),
        photos=files.links(list(one.photos)) if one.photos else [],
        proposal=ProposalView(
            kind=proposal.kind.value,
            text=said.get(proposal.words, ""),
            amount_fen=proposal.amount_fen,
            pay_by=proposal.pay_by,
            worker=proposal.worker,
            unit=proposal.unit,
        )
        if proposal
        else None,
        order=OrderView(text=said.get(order.words, ""), amount_fen=order.amount_fen, pay_by=order.pay_by)
        if order
        else None,
        replies=[
            ReplyView(at=reply.at, by_label=reply.enterprise, label=reply.reply.label, text=text)
            for reply, text in complaints.replies(one)
        ],
        deadlines=[deadlines.explain(found, at) for found in complaints.clocks_of(one)],
        payers=payers(one.facts, circumstances),
        log=_log(history.of(TABLE, one.subject), said, one.facts),
        document_id=one.document_id,
        document_ready=bool(one.document_sha256),
        actions=[*(_worker_acts(one) if own else ()), *(_officer_acts(one) if officer else ())],
    )


def _worker_acts(one: Complaint) -> list[str]:
    if not one.state.open:
        return []
    asked = one.proposal is not None and one.proposal.worker is None
    return [
        *(("answer",) if asked else ()),
        *(("insist",) if one.state is ComplaintState.PAID else ()),
        "close",
        "withdraw",
    ]


_OFFICER_ACTS = {
    ComplaintState.OPENED: ("accept", "join"),
    ComplaintState.ACCEPTED: ("propose", "order", "transfer", "pause", "join"),
    ComplaintState.MEDIATING: ("propose", "order", "transfer", "pause", "join"),
    ComplaintState.AGREED: ("propose", "order", "pause", "join"),
    ComplaintState.ORDERED: ("propose", "order", "transfer", "pause", "join"),
    ComplaintState.PAID: ("pause",),
}


def _officer_acts(one: Complaint) -> list[str]:
    found = list(_OFFICER_ACTS.get(one.state, ()))
    if "pause" in found:
        running = complaints.clock(one, ladder.HANDLING)
        paused = running.state.value == "paused"
        found = [("resume" if act == "pause" and paused else act) for act in found]
        if not one.extended and not paused:
            found.append("extend")
    return found


def _rungs(one: Expectation, running: Deadline, at: datetime) -> list[RungView]:
    if one.clock.startswith(ladder.SILENCE) or not one.clock:
        return []
    found = ladder.plan(running, deadlines.CALENDAR)
    return [
        RungView(
            name=firing.rung.name,
            label=ladder.RUNGS[firing.rung.name][0],
            who=ladder.RUNGS[firing.rung.name][1],
            at=firing.planned_at,
            at_label=clock.spoken(firing.planned_at),
            reached=firing.planned_at <= at,
        )
        for firing in found
    ]


def _log(chain: list[Event], said: dict[int, str], facts: Employment) -> list[LogLine]:
    return [
        LogLine(
            at=event.at,
            label=_label(event),
            by_label=_by(event, facts),
            hash=event.hash,
            text=said.get(event.version, ""),
        )
        for event in chain
    ]


def _label(event: Event) -> str:
    label = events.LABELS.get(event.type, event.type)
    rung = ladder.RUNGS.get(str(event.data.get("rung", "")))
    state = LINE_LABELS.get(str(event.data.get("state", "")))
    by = event.data.get("agreed")
    extra = rung[0] if rung else state or ({True: "同意", False: "不同意"}.get(by) if by is not None else "")
    return f"{label}：{extra}" if extra else label


def _by(event: Event, facts: Employment) -> str:
    if event.actor == facts.person_id:
        return facts.name_masked
    return Role(event.role).label


def _last_day(expectation_id: str, shown: Any, region: str) -> date:
    subject = Subject("expectation", expectation_id)
    ended_on = date.fromisoformat(shown["ended_on"]) if shown["ended_on"] else None
    day = ladder.due_day(shown["month"], shown["pay_day"], ended_on)
    last = timing.due_of(subject, day, region).last_day
    assert last is not None, "nothing pauses a pay day"
    return last


def _sentence(month: str, last: date, late: int, state: PayState) -> str:
    due = f"{int(month[5:])}月工资应于{day_words(last, year=last.year)}前到账"
    if state is PayState.SETTLED:
        return f"{int(month[5:])}月工资已结清"
    if state is PayState.PAID:
        return f"{int(month[5:])}月工资单位已发，请看看到账没有"
    if state is PayState.DISPUTED:
        return f"{int(month[5:])}月工资单位说发了，本人说没收到或不对"
    return f"{due}，已晚{late}个工作日" if late else due
