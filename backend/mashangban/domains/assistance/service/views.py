"""What each of the two sees."""

from dataclasses import replace
from datetime import datetime

from mashangban.domains.assistance import events, repository
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.rules import relay
from mashangban.domains.assistance.rules.sharing import Sharing
from mashangban.domains.assistance.rules.sheet import Field, Proposal, Sheet
from mashangban.domains.assistance.schemas import (
    HelpField,
    HelpRow,
    HelpView,
    RtcServerView,
    ScreenView,
    SharedOption,
    SharingProposal,
    SharingRow,
    SharingStep,
    SharingTrace,
    SharingView,
)
from mashangban.domains.assistance.service import going
from mashangban.domains.assistance.terms import Ending, FieldKind, ProposalState, SharedForm, SharingState
from mashangban.identity import service as identity
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Role
from mashangban.kernel.secret_store import secret
from mashangban.kernel.settings import settings


def mine(act: Act, page: PageRequest) -> Page[SharingRow]:
    """Who looked at what one filled in, the newest first."""
    return repository.of_person(act.actor.person_id, page).map(lambda one: _row(one, act.at))


def trace(act: Act, sharing_id: str) -> SharingTrace:
    """What is remembered of the person's own sharing. Raises NotFound."""
    one = going.own(act.actor, sharing_id)
    log = history.of(TABLE, one.subject)
    seen = next((event.data["seen"] for event in log if event.type == events.ENDED), ())
    return SharingTrace(row=_row(one, act.at), seen=list(seen), steps=[_step(event) for event in log])


def show(act: Act, sharing_id: str) -> SharingView:
    """The person's own sharing. Raises NotFound."""
    one = going.own(act.actor, sharing_id)
    ending = going.ending_of(one, act.at)
    seen = Sheet() if ending else going.seen(one, act.at)
    state = SharingState.ENDED if ending else one.state
    return SharingView(
        id=one.id,
        form=one.form,
        form_label=one.form.label,
        state=state.value,
        state_label=state.label,
        offered_at=one.offered_at,
        until=one.until,
        helper=_helper(one),
        ended=ending.label if ending else "",
        typed=seen.typed,
        pointed=seen.pointed,
        proposals=[_proposal(each) for each in seen.proposals if each.state is ProposalState.OPEN],
        answered=seen.answered,
        servers=_servers(one, ending),
    )


def help_view(act: Act, sharing_id: str) -> HelpView:
    """What whoever helps sees; once it is over only why. Raises NotFound."""
    one = going.helped(act.actor, sharing_id)
    ending = going.ending_of(one, act.at)
    seen = Sheet() if ending else going.seen(one, act.at)
    return HelpView(
        id=one.id,
        person=name_of(one.person_id),
        form=one.form,
        form_label=one.form.label,
        state=(SharingState.ENDED if ending else one.state).value,
        until=one.until,
        ended=ending.label if ending else "",
        fields=[_field(each, seen) for each in seen.fields],
    )


def screen(act: Act, sharing_id: str) -> ScreenView:
    """What to take up, for whoever looks at a screen; nothing of it once it is over. Raises NotFound."""
    one = going.helped(act.actor, sharing_id)
    ending = going.ending_of(one, act.at)
    seen = Sheet() if ending else going.seen(one, act.at)
    offered = "" if seen.answered else seen.offered
    return ScreenView(offered=offered, ended=ending.label if ending else "", servers=_servers(one, ending))


def helped(act: Act) -> list[HelpRow]:
    """Whom one helps now."""
    return [
        HelpRow(id=one.id, person=name_of(one.person_id), form_label=one.form.label, joined_at=one.joined_at)
        for one in repository.helped_by(act.actor.person_id)
    ]


def asked(act: Act) -> list[HelpRow]:
    """Who asked one by name from a conversation and waits for one to come."""
    return [
        HelpRow(id=one.id, person=name_of(one.person_id), form_label=one.form.label, joined_at=None)
        for one in repository.asked_of(act.actor.person_id)
        if act.at < one.code_until
    ]


def name_of(person_id: str) -> str:
    """A person's masked name."""
    return (identity.person(person_id).name_masked or "未实名") if person_id else "已注销"


def _row(one: Sharing, at: datetime) -> SharingRow:
    ending = going.ending_of(one, at) if one.ending is None else one.ending
    state = SharingState.ENDED if ending else one.state
    return SharingRow(
        id=one.id,
        form_label=one.form.label,
        state_label=state.label,
        offered_at=one.offered_at,
        joined_at=one.joined_at,
        ended_at=one.ended_at,
        helper=_helper(one),
        ended=ending.label if ending else "",
    )


def _servers(one: Sharing, ending: Ending | None) -> list[RtcServerView]:
    """For a screen that is still shared; the relays' secret is read only where there are relays."""
    if one.form is not SharedForm.SCREEN or ending:
        return []
    plain, relays = settings().rtc_servers, settings().turn_servers
    found = relay.known(plain, relays, secret("turn-secret").strip() if relays else b"", one.id, one.until)
    return [RtcServerView.model_validate(each) for each in found]


def _step(event: Event) -> SharingStep:
    return SharingStep(
        at=event.at,
        label=events.LABELS.get(event.type, event.type),
        by_label=Role(event.role).label,
        field=str(event.data.get("label") or ""),
        hash=event.hash,
    )


def _helper(one: Sharing) -> str:
    agent = one.agent_id or one.invited_id
    return f"{one.agent_label} {name_of(agent)}" if agent else ""


def _proposal(one: Proposal) -> SharingProposal:
    return SharingProposal(
        number=one.number,
        field=one.field,
        value=one.value,
        reason=one.reason,
        state=one.state.value,
        state_label=one.state.label,
    )


def _field(one: Field, seen: Sheet) -> HelpField:
    proposal = next((each for each in seen.proposals if each.field == one.key), None)
    return HelpField(
        key=one.key,
        label=one.label,
        kind=one.kind,
        value=one.value,
        shown=_shown(one),
        fault=one.fault,
        most=one.most,
        options=[SharedOption(value=each.value, label=each.label) for each in one.options],
        focused=one.key == seen.focus,
        pointed=one.key == seen.pointed,
        proposable=one.kind.proposable,
        proposal=_proposal(proposal) if proposal else None,
        proposed=_shown(replace(one, value=proposal.value), "空着") if proposal else "",
    )


def _shown(one: Field, nothing: str = "没填") -> str:
    """In words: the option's label, how many files, whether a private field is filled."""
    if one.kind is FieldKind.PRIVATE:
        return "已填，不给看" if one.filled else "没填"
    if one.kind is FieldKind.FILES:
        return f"{one.value or 0} 份"
    if one.kind is FieldKind.CHOICE:
        return next((each.label for each in one.options if each.value == one.value), "没选")
    return one.value or nothing
