"""From what is known of a claim to what people see: rows, the timeline, who must act now and by when."""

from collections.abc import Iterable
from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.claims import events
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.fuses import halts
from mashangban.domains.claims.rules import filling, way
from mashangban.domains.claims.rules.claim import Account, Claim
from mashangban.domains.claims.rules.form import Form
from mashangban.domains.claims.rules.licences import LicenceAsk, Look, aged, of_material
from mashangban.domains.claims.schemas import (
    ClaimFormView,
    ClaimLicence,
    ClaimRow,
    ClaimStation,
    ClaimTrack,
    PaperForm,
    PolicyClaimView,
)
from mashangban.domains.claims.terms import ClaimState, Step
from mashangban.domains.claims.terms.forms import FormState
from mashangban.domains.claims.terms.fuses import Stop
from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.identity import service as identity
from mashangban.kernel import clock, history
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Role

_S = ClaimState
_HALTABLE = {_S.DECIDING: Stop.APPROVAL, _S.APPROVED: Stop.PAYMENT}
_ENTERPRISE_WAITS = (_S.OFFERED, _S.DRAFT, _S.SUPPLEMENT, _S.RETURNED)
_OFFICE_ACTS: dict[ClaimState, tuple[str, ...]] = {
    _S.SUBMITTED: ("accept", "take", "ask_supplement", "refuse"),
    _S.REVIEW: ("pass", "take", "ask_supplement", "refuse"),
    _S.OBJECTED: ("settle_objection", "take"),
    _S.DECIDING: ("approve", "take", "refuse"),
    _S.PAID: ("claw_back",),
}
_ENTERPRISE_ACTS: dict[ClaimState, tuple[str, ...]] = {
    _S.OFFERED: ("agree",),
    _S.DRAFT: ("submit",),
    _S.SUPPLEMENT: ("supplement",),
    _S.RETURNED: ("correct_account",),
}
_WITHDRAWABLE = (
    _S.OFFERED, _S.DRAFT, _S.SUBMITTED, _S.SUPPLEMENT, _S.REVIEW, _S.PUBLICITY, _S.OBJECTED, _S.DECIDING,
)  # fmt: skip


def row(one: Claim) -> ClaimRow:
    """A claim in a list."""
    return ClaimRow(
        id=one.id,
        number=one.number,
        policy_id=one.terms.policy_id,
        policy_title=one.terms.title,
        mode=one.terms.mode,
        mode_label=one.terms.mode.label,
        enterprise_id=one.enterprise_id,
        enterprise_name=one.enterprise_name,
        state=one.state,
        state_label=one.state.label,
        step=one.step,
        step_label=one.step.label,
        amount_fen=one.amount_fen,
        updated_at=one.updated_at,
    )


def view(one: Claim, at: datetime, actions: list[str], *, office: bool) -> PolicyClaimView:
    """A claim whole; what was said in objections is for the office."""
    clocks = claims.clocks_of(one)
    return PolicyClaimView(
        row=row(one),
        waiting_for=_waiting_for(one),
        contact=f"{one.terms.department} {one.terms.phone}",
        due_label=_due(clocks),
        note=one.note,
        account_masked=_masked(one.account),
        papers=[PaperForm(material=paper.material, file_id=paper.file_id) for paper in one.papers],
        materials=list(filling.asked_for(one, clock.local_date(at))),
        licences=licences(one, one.licences, at),
        form=_form(one.form),
        objections=claims.objections(one) if office else [],
        deadlines=[deadlines.explain(found, at) for found in clocks],
        way=[ClaimStation(label=label, state=state) for label, state in way.stations(one)],
        log=[_track(event) for event in history.of(TABLE, one.subject)],
        actions=actions,
    )


def licences(one: Claim, looks: Iterable[Look], at: datetime) -> list[ClaimLicence]:
    """What the library was asked for a claim, in the policy's order, as it counts at that moment."""
    now = aged(looks, clock.local_date(at))
    found = ((asked, of_material(now, asked)) for asked in one.terms.licences)
    return [_licence(asked, look) for asked, look in found if look is not None]


def _licence(asked: LicenceAsk, look: Look) -> ClaimLicence:
    paper = look.licence
    return ClaimLicence(
        material=asked.material,
        type_label=asked.label,
        outcome=look.outcome,
        outcome_label=look.outcome.label,
        held=look.outcome is LicenceOutcome.VALID,
        number=paper.number if paper else "",
        holder_name=paper.holder_name if paper else "",
        issuer=paper.issuer if paper else "",
        issued_on=paper.issued_on if paper else None,
        valid_until=paper.valid_until if paper else None,
        looked_at=look.at,
        sha256=paper.sha256 if paper else "",
    )


def _form(one: Form | None) -> ClaimFormView | None:
    if one is None:
        return None
    return ClaimFormView(
        document_id=one.document_id,
        state=one.state,
        state_label=one.state.label,
        sha256=one.sha256,
        reason=one.reason,
        asked_fen=one.asked_fen,
    )


def enterprise_acts(one: Claim) -> list[str]:
    """What the enterprise may do now."""
    reseal = one.form is not None and one.form.state is FormState.UNSEALED and not one.state.over
    return [
        *(("seal",) if reseal else ()),
        *_ENTERPRISE_ACTS.get(one.state, ()),
        *(("withdraw",) if one.state in _WITHDRAWABLE else ()),
    ]


def officer_acts(one: Claim, person_id: str) -> list[str]:
    """What this officer may do now: whoever reviewed does not approve."""
    found = _OFFICE_ACTS.get(one.state, ())
    return [name for name in found if name != "approve" or person_id not in one.hands]


def _waiting_for(one: Claim) -> str:
    """Who must act now, by name where somebody took charge."""
    if one.state in _ENTERPRISE_WAITS:
        return one.enterprise_name
    if one.state in _HALTABLE and halts.found(one, None, _HALTABLE[one.state]):
        return "监督人员（有异常，已暂停，正在核对）"
    if one.state in (_S.APPROVED, _S.ORDERED, _S.RECOVERING):
        return "国库"
    if one.state is _S.PUBLICITY:
        return "公示期满"
    if one.state not in _OFFICE_ACTS or one.state is _S.PAID:
        return ""
    desk = f"（{one.step.label}）" if one.step is not Step.NONE else ""
    return f"{one.terms.department}{desk}：{_name(one.charge_id)}"


def _name(person_id: str) -> str:
    proven = identity.real_name(person_id) if person_id else None
    if proven is not None:
        return proven.name
    return "已有人经办" if person_id else "还没有人接手"


def _due(clocks: list[Deadline]) -> str:
    running = [one for one in clocks if one.state is not DeadlineState.CLOSED]
    return deadlines.due_time_of(running[-1]).label if running else ""


def _masked(account: Account | None) -> str:
    return f"{account.bank} 尾号{account.number[-4:]}" if account else ""


def _track(event: Event) -> ClaimTrack:
    words = events.LABELS.get(event.type, event.type)
    step = Step(event.data["step"]).label if "step" in event.data else ""
    label = f"{words}：{step}" if step else words
    return ClaimTrack(at=event.at, label=label, by_label=Role(event.role).label, hash=event.hash)
