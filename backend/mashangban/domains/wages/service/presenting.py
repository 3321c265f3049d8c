"""From what is known inside to what a caller may see."""

import json

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.wages import permissions
from mashangban.domains.wages.repository import known, tables
from mashangban.domains.wages.repository import lines as repository
from mashangban.domains.wages.rules import pay, waiting
from mashangban.domains.wages.rules.checking import Finding
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.schemas import LineDone, LineRow, LineView, TeamLine
from mashangban.domains.wages.schemas.lines import (
    ChangeView,
    FindingView,
    MoneyView,
    Named,
    ObjectionView,
    WageItem,
)
from mashangban.domains.wages.service.tabling import OFFICE_LABELS, table_view
from mashangban.domains.wages.terms import CHANGEABLE, MONEY_SENT, SILENCE, LineState, ObjectionKind
from mashangban.files import service as files
from mashangban.kernel import clock
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Permission, Place, Principal

__all__ = ["done", "line_row", "line_view", "table_view", "team_line"]


def done(line: Line, version: int | None = None) -> LineDone:
    """The small answer of an act: kept with it for a repeated submission."""
    return LineDone(
        id=line.id,
        state=line.state,
        state_label=line.state.label,
        revision=line.revision,
        version=version if version is not None else line.version + 1,
    )


def line_row(line: Line) -> LineRow:
    """A line as lists show it."""
    one = line.employment
    return LineRow(
        id=line.id,
        table_id=line.table_id,
        month=line.month,
        state=line.state,
        state_label=line.state.label,
        project=Named.model_validate(one.project),
        employer=Named.model_validate(one.employer),
        team=Named.model_validate(one.team),
        trade_name=one.trade.name,
        name_masked=one.name_masked,
        amount_fen=line.content.amount_fen,
        halves=line.content.halves,
        formula=line.content.formula,
        unconfirmed=line.unconfirmed,
        assisted=line.assisted,
        insisted=bool(line.objection and line.objection.insisted),
        changed=line.revision > 1,
    )


def line_view(line: Line, actor: Principal, *, assisted: bool = False) -> LineView:
    """A line whole, with what happened to it, for its worker, its office or an official."""
    content = line.content
    by_worker = assisted or line.employment.person_id == actor.person_id
    return LineView(
        **line_row(line).model_dump(),
        contract_id=line.employment.contract_id,
        contract_number=line.employment.number,
        revision=line.revision,
        basis=content.basis.label,
        unit=content.unit,
        rate_fen=content.rate_fen,
        quantity_milli=content.quantity_milli,
        attended_halves=content.attended_halves,
        items=items(content),
        note=content.note,
        plain=pay.plain(content),
        previous_fen=line.previous_fen,
        previous_words=_since_last_month(line),
        findings=findings(line.findings),
        changes=_changes(line),
        objections=_objections(line),
        money=_money(line),
        silence_note=_silence(line),
        confirm_by_label=_confirm_by(line),
        actions=_assisted_actions(line) if assisted else _actions(line, actor, by_worker),
        asked_at=line.asked_at,
        version=line.version,
    )


def team_line(line: Line) -> TeamLine:
    """A team-mate as the foreman sees them."""
    return TeamLine(
        line_id=line.id,
        name_masked=line.employment.name_masked,
        trade_name=line.employment.trade.name,
        state=line.state,
        state_label=OFFICE_LABELS[line.state],
        can_assist=line.state is LineState.SHOWN,
    )


def items(content: Content) -> list[WageItem]:
    """The agreed items."""
    return [WageItem(kind=i.kind, words=i.words, amount_fen=i.amount_fen) for i in content.items]


def findings(found: tuple[Finding, ...]) -> list[FindingView]:
    """What the platform found."""
    return [FindingView.model_validate(one) for one in found]


def _since_last_month(line: Line) -> str | None:
    if line.previous_fen is None:
        return None
    step = line.content.amount_fen - line.previous_fen
    before = f"上个月{yuan(line.previous_fen)}"
    if line.previous_halves is not None:
        before += f"、{pay.days_words(line.previous_halves)}"
    if step == 0:
        return f"{before}，这个月一样。"
    return f"{before}，这个月{'多' if step > 0 else '少'}{yuan(abs(step))}。"


def _changes(line: Line) -> list[ChangeView]:
    if line.revision == 1:
        return []
    return [
        ChangeView(
            revision=one.revision,
            at=one.at,
            reason=one.reason,
            differences=pay.differences(one.before, one.after),
            before_fen=one.before.amount_fen,
            after_fen=one.after.amount_fen,
            new=one.revision > line.seen,
        )
        for one in repository.changes_of(line.id)
    ]


def _objections(line: Line) -> list[ObjectionView]:
    answers = {n: json.loads(body)["reason"] for n, body in repository.sealed(line.id, "ANSWER")}
    found = []
    for number, body in repository.sealed(line.id, "OBJECTION"):
        told = json.loads(body)
        open_now = line.objection is not None and line.objection.number == number
        kind = ObjectionKind(told["kind"])
        found.append(
            ObjectionView(
                number=number,
                kind=kind,
                kind_label=kind.label,
                at=clock.from_text(told["at"]),
                reason=told["reason"],
                answer=answers.get(number),
                insisted=bool(open_now and line.objection and line.objection.insisted),
                open=open_now,
                photos=files.links(told["photos"]),
            )
        )
    return found


def _money(line: Line) -> MoneyView:
    person = line.employment.person_id
    payee = known.payees([person]).get(person)
    return MoneyView(
        bank=payee.bank if payee else None,
        card_masked=payee.card_masked if payee else None,
        attempt=line.attempt,
        reason=line.reason or None,
        slip_document_id=line.slip_id if line.slip_ready else None,
    )


def _silence(line: Line) -> str | None:
    if line.state in (LineState.SHOWN, LineState.OBJECTED, LineState.CONFIRMED) or not line.unconfirmed:
        return None
    return f"{SILENCE.words}（{SILENCE.source}）"


def _confirm_by(line: Line) -> str | None:
    if line.state is not LineState.SHOWN:
        return None
    found = tables.deadline(tables.table(line.table_id), waiting.CONFIRMING)
    if found is None or found.state is not DeadlineState.RUNNING:
        return None
    return deadlines.due_time_of(found).label


def _assisted_actions(line: Line) -> list[str]:
    return ["confirm"] if line.state is LineState.SHOWN else []


def _actions(line: Line, actor: Principal, by_worker: bool) -> list[str]:
    offered = _workers(line) if by_worker else []
    one = line.employment
    if _may(actor, permissions.CHANGE_LINE, Place(one.region, frozenset({one.employer.id}), one.project.id)):
        offered += ["change"] if line.state in CHANGEABLE else []
        offered += ["answer"] if line.objection and not line.objection.kept else []
    contractor = Place(one.region, frozenset({one.general_contractor.id}), one.project.id)
    if line.state is LineState.RETURNED and _may(actor, permissions.APPROVE_TABLE, contractor):
        offered.append("resend")
    return offered


def _workers(line: Line) -> list[str]:
    answered = line.objection is not None and line.objection.kept
    offered = {
        LineState.SHOWN: ["confirm", "object"],
        LineState.CONFIRMED: ["object"],
        LineState.OBJECTED: ["confirm"] if answered else [],
    }.get(line.state, [])
    if answered and line.objection and not line.objection.insisted:
        offered = [*offered, "insist"]
    if line.state in MONEY_SENT and line.state is not LineState.RECEIVED:
        offered = [*offered, "say"]
    return offered


def _may(actor: Principal, permission: Permission, place: Place) -> bool:
    return actor.holds(permission) and actor.reach(permission).covers(place)
