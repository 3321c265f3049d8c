"""What the person does: agrees, fills in, takes or leaves a proposal, stops."""

import secrets
from dataclasses import replace
from datetime import timedelta

from mashangban.domains.assistance import events, repository
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.rules import sharing as rules
from mashangban.domains.assistance.rules import sheet as sheets
from mashangban.domains.assistance.rules.sharing import Sharing
from mashangban.domains.assistance.rules.sheet import Field, Option
from mashangban.domains.assistance.schemas import (
    ProposalAnswer,
    ScreenSignal,
    SharedField,
    SharedSheet,
    SharingDone,
    SharingOffer,
    SharingStop,
)
from mashangban.domains.assistance.service import going
from mashangban.domains.assistance.terms import (
    CODE_DIGITS,
    OWN_ENDINGS,
    Ending,
    SharingState,
)
from mashangban.kernel import ids, limits
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid
from mashangban.kernel.events import following
from mashangban.kernel.limits import Limit
from mashangban.kernel.permissions import Role

_OFFERS = Limit(TABLE, "sharing-offers", 20, timedelta(hours=1))
_SHEETS = Limit(TABLE, "sharing-sheets", 240, timedelta(minutes=1))


def offer(act: Act, given: SharingOffer) -> SharingDone:
    """Agree that whoever hears the code may look; what was open ends. Raises OldConsent, TooManyOffers, TooOften."""
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    return _offer(act, replace(_new(act, given), code_hash=repository.hash_of(code)), code)


def invite(act: Act, given: SharingOffer, agent_id: str, agent_label: str) -> SharingDone:
    """Agree that one whom the person talks with may look; what was open ends. Raises OldConsent, OwnForm, TooOften."""
    return _offer(act, rules.invite(_new(act, given), agent_id, agent_label))


def fill(act: Act, sharing_id: str, given: SharedSheet) -> None:
    """The form as it stands on the phone now. Raises SharingEnded, LateSheet, PrivateShown, TooOften."""
    limits.count(_SHEETS, act.actor.person_id, act.at)
    one = going.own(act.actor, sharing_id)
    before = going.seen(one, act.at)
    fields = tuple(_field(field) for field in given.fields)
    repository.move(one, before, sheets.fill(before, given.typed, fields, given.focus), act)


def show_screen(act: Act, sharing_id: str, given: ScreenSignal) -> None:
    """Offer the picture of a screen to whoever looks. Raises NotFound, NotThatKind, SharingEnded, TooOften."""
    limits.count(_SHEETS, act.actor.person_id, act.at)
    one = going.of_screen(going.own(act.actor, sharing_id))
    before = going.seen(one, act.at)
    repository.move(one, before, sheets.show_screen(before, given.sdp), act)


def answer(act: Act, sharing_id: str, number: int, given: ProposalAnswer) -> SharingDone:
    """Take a proposal or leave it: nothing changes without this. Raises SharingEnded, NothingProposed."""
    one = going.own(act.actor, sharing_id)
    before = going.seen(one, act.at)
    after, said = sheets.answer(before, number, accepted=given.accepted)
    kind = events.ACCEPTED if given.accepted else events.REFUSED
    named = {"field": said.field, "label": before.field(said.field).label, "number": said.number}
    event = following(act, kind, one, Role.PERSON, named)
    done = SharingDone(id=one.id, state=one.state.value)
    repository.step(act, one, before, after, event, done)
    return done


def stop(act: Act, sharing_id: str, given: SharingStop) -> SharingDone:
    """Nobody may look any more; what ended already stays as it is. Raises NotFound."""
    if given.why not in OWN_ENDINGS:
        raise Invalid()
    one = going.own(act.actor, sharing_id)
    if one.state is SharingState.ENDED:
        return SharingDone(id=one.id, state=one.state.value)
    return going.end(act, one, given.why, Role.PERSON)


def _new(act: Act, given: SharingOffer) -> Sharing:
    limits.count(_OFFERS, act.actor.person_id, act.at)
    return rules.offer(ids.new_id(act.at), act.actor.person_id, given.form, given.consent, act.at)


def _offer(act: Act, new: Sharing, code: str = "") -> SharingDone:
    _end_earlier(act)
    invited = {"invited": new.invited_id} if new.invited_id else {}
    data = {"form": new.form.value, "consent": new.consent} | invited
    event = following(act, events.OFFERED, new, Role.PERSON, data)
    answer = SharingDone(id=new.id, state=new.state.value, code=code, code_until=new.code_until)
    repository.offer(act, new, event, answer)
    return answer


def _end_earlier(act: Act) -> None:
    """One form at a time: the act of the new one has its own submission, the end of the old one has none."""
    if earlier := repository.open_of(act.actor.person_id):
        going.end(replace(act, submission=None), repository.get(earlier), Ending.LEFT, Role.PERSON)


def _field(given: SharedField) -> Field:
    options = tuple(Option(one.value, one.label) for one in given.options)
    return Field(**{**given.model_dump(exclude={"options"}), "options": options})
