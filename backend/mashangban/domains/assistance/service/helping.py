"""What whoever helps does: comes by the code, points, proposes, goes."""

from datetime import timedelta

from mashangban.console.labels import scope_label
from mashangban.domains.assistance import events, permissions, repository
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.rules import sharing as rules
from mashangban.domains.assistance.rules import sheet as sheets
from mashangban.domains.assistance.rules.sharing import Sharing
from mashangban.domains.assistance.schemas import JoinForm, PointForm, ProposalForm, ScreenSignal, SharingDone
from mashangban.domains.assistance.service import going
from mashangban.domains.assistance.terms import Ending
from mashangban.kernel import limits
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Forbidden
from mashangban.kernel.events import following
from mashangban.kernel.limits import Limit
from mashangban.kernel.permissions import Grant, Principal

# Of a million codes a few are open: whoever guesses twenty an hour finds one in years.
_CODES = Limit(TABLE, "sharing-codes", 20, timedelta(hours=1))
_WORDS = Limit(TABLE, "sharing-words", 60, timedelta(minutes=1))


def join(act: Act, given: JoinForm) -> SharingDone:
    """Look at the form whose person read this code out. Raises WrongCode, OwnForm, TooOften."""
    limits.count(_CODES, act.actor.person_id, act.at)
    grant = _grant(act.actor)
    one = repository.by_code(given.code, act.at)
    return _joined(act, one, rules.join(one, act.actor.person_id, _label(grant), act.at), grant)


def come(act: Act, sharing_id: str) -> SharingDone:
    """Look at the form whose person asked one by name. Raises NotFound, InvitationOver."""
    grant = _grant(act.actor)
    one = repository.get(sharing_id)
    return _joined(act, one, rules.come(one, act.actor.person_id, _label(grant), act.at), grant)


def point(act: Act, sharing_id: str, given: PointForm) -> None:
    """Show the person where. Raises NotFound, SharingEnded, UnknownField, TooOften."""
    limits.count(_WORDS, act.actor.person_id, act.at)
    one = going.helped(act.actor, sharing_id)
    before = going.seen(one, act.at)
    repository.move(one, before, sheets.point(before, given.field), act)


def propose(act: Act, sharing_id: str, given: ProposalForm) -> SharingDone:
    """Say what should stand in a field, and why.

    Raises NotFound, SharingEnded, UnknownField, NotProposable, NotAChoice, AsItStands, TooOften.
    """
    limits.count(_WORDS, act.actor.person_id, act.at)
    one = going.helped(act.actor, sharing_id)
    before = going.seen(one, act.at)
    after = sheets.propose(before, given.field, given.value, given.reason)
    role = _grant(act.actor).role
    named = {"field": given.field, "label": before.field(given.field).label, "number": after.proposed}
    event = following(act, events.PROPOSED, one, role, named)
    answer = SharingDone(id=one.id, state=one.state.value)
    repository.step(act, one, before, after, event, answer)
    return answer


def look_at_screen(act: Act, sharing_id: str, given: ScreenSignal) -> None:
    """Take up the picture that is offered. Raises NotFound, NotThatKind, SharingEnded, NothingOffered, TooOften."""
    limits.count(_WORDS, act.actor.person_id, act.at)
    one = going.of_screen(going.helped(act.actor, sharing_id))
    before = going.seen(one, act.at)
    repository.move(one, before, sheets.look_at_screen(before, given.sdp), act)


def leave(act: Act, sharing_id: str) -> SharingDone:
    """Enough was helped. Raises NotFound, SharingEnded."""
    one = going.helped(act.actor, sharing_id)
    return going.end(act, one, Ending.HELPER_LEFT, _grant(act.actor).role)


def _joined(act: Act, before: Sharing, after: Sharing, grant: Grant) -> SharingDone:
    answer = SharingDone(id=before.id, state=after.state.value)
    repository.join(act, before, after, following(act, events.JOINED, before, grant.role), answer)
    return answer


def _label(grant: Grant) -> str:
    return f"{scope_label(grant.scope)} {grant.role.label}"


def _grant(actor: Principal) -> Grant:
    """As whom somebody helps: the person chose them by the code, so the place does not matter. Raises Forbidden."""
    for grant in actor.grants:
        if grant.role in permissions.ASSIST.roles:
            return grant
    raise Forbidden()
