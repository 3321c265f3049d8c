"""One sharing of one form: offered with a consent, joined with a code, ended by anything. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.assistance import errors
from mashangban.domains.assistance.terms import (
    CODE_LASTS,
    IDLE_MOST,
    LASTS_MOST,
    Ending,
    SharedForm,
    SharingState,
)
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who lets whom look at which form. `invited_id` is who was asked by name, without a code.

    `due_at` is when the clock looks at it next.
    """

    id: str
    person_id: str
    form: SharedForm
    consent: str
    offered_at: datetime
    state: SharingState = SharingState.OFFERED
    code_hash: str = ""
    invited_id: str = ""
    agent_id: str = ""
    agent_label: str = ""
    joined_at: datetime | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None
    due_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("sharing", self.id)

    @property
    def code_until(self) -> datetime:
        return self.offered_at + CODE_LASTS

    @property
    def until(self) -> datetime:
        """When it ends whatever is done."""
        return self.offered_at + LASTS_MOST


def offer(sharing_id: str, person_id: str, form: SharedForm, consent: str, at: datetime) -> Sharing:
    """Somebody agrees that one person of an office may look. Raises OldConsent."""
    if consent != form.consent:
        raise errors.OldConsent()
    return Sharing(sharing_id, person_id, form, consent, at, due_at=at + CODE_LASTS)


def invite(one: Sharing, agent_id: str, agent_label: str) -> Sharing:
    """Only the one with whom the person talks may look: nothing is read out. Raises OwnForm."""
    if agent_id == one.person_id:
        raise errors.OwnForm()
    return replace(one, invited_id=agent_id, agent_label=agent_label)


def come(one: Sharing, agent_id: str, agent_label: str, at: datetime) -> Sharing:
    """Who was asked by name looks from now on. Raises InvitationOver; NotFound for everybody else."""
    if one.invited_id != agent_id:
        raise NotFound()
    if one.state is not SharingState.OFFERED or at >= one.code_until:
        raise errors.InvitationOver()
    return _joined(one, agent_id, agent_label, at)


def join(one: Sharing, agent_id: str, agent_label: str, at: datetime) -> Sharing:
    """The one to whom the code was read looks from now on. Raises WrongCode, OwnForm."""
    if one.state is not SharingState.OFFERED or at >= one.code_until:
        raise errors.WrongCode()
    if agent_id == one.person_id:
        raise errors.OwnForm()
    return _joined(one, agent_id, agent_label, at)


def _joined(one: Sharing, agent_id: str, agent_label: str, at: datetime) -> Sharing:
    return replace(
        one,
        state=SharingState.SHARING,
        code_hash="",
        agent_id=agent_id,
        agent_label=agent_label,
        joined_at=at,
        due_at=at + IDLE_MOST,
    )


def over(one: Sharing, moved_at: datetime, at: datetime) -> Ending | None:
    """Why it is over by the clock; None while it goes on."""
    if one.state is SharingState.ENDED:
        return one.ending
    if at >= one.until:
        return Ending.TIME
    if one.state is SharingState.OFFERED:
        return Ending.UNUSED if at >= one.code_until else None
    quiet = one.form.rests and at >= _last(one, moved_at) + IDLE_MOST
    return Ending.IDLE if quiet else None


def end(one: Sharing, ending: Ending, at: datetime) -> Sharing:
    """Nobody looks any more. Raises SharingEnded for what ended before."""
    if one.state is SharingState.ENDED:
        raise errors.SharingEnded()
    return replace(one, state=SharingState.ENDED, code_hash="", ending=ending, ended_at=at, due_at=None)


def looked_at(one: Sharing, moved_at: datetime) -> Sharing:
    """It goes on: when the clock looks next."""
    rests_at = _last(one, moved_at) + IDLE_MOST if one.form.rests else one.until
    return replace(one, due_at=min(one.until, rests_at))


def _last(one: Sharing, moved_at: datetime) -> datetime:
    return max(moved_at, one.joined_at or one.offered_at)
