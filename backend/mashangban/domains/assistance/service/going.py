"""A sharing that still goes on, for one of the two; and how it ends."""

from datetime import datetime

from mashangban.domains.assistance import errors, events, repository
from mashangban.domains.assistance.rules import sharing as rules
from mashangban.domains.assistance.rules.sharing import Sharing
from mashangban.domains.assistance.rules.sheet import Sheet
from mashangban.domains.assistance.schemas import SharingDone
from mashangban.domains.assistance.terms import Ending, SharedForm
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Principal, Role


def own(actor: Principal, sharing_id: str) -> Sharing:
    """The person's own sharing. Raises NotFound for everybody else."""
    one = repository.get(sharing_id)
    if not one.person_id or one.person_id != actor.person_id:
        raise NotFound()
    return one


def helped(actor: Principal, sharing_id: str) -> Sharing:
    """The sharing that somebody helps, or helped, with. Raises NotFound for everybody else."""
    one = repository.get(sharing_id)
    if not one.agent_id or one.agent_id != actor.person_id:
        raise NotFound()
    return one


def of_screen(one: Sharing) -> Sharing:
    """The sharing of a screen. Raises NotThatKind for that of a form."""
    if one.form is not SharedForm.SCREEN:
        raise errors.NotThatKind()
    return one


def seen(one: Sharing, at: datetime) -> Sheet:
    """What is seen now. Raises SharingEnded also for what is over and the clock has not yet come to."""
    found = repository.sheet(one)
    if found is None or rules.over(one, found[1], at) is not None:
        raise errors.SharingEnded()
    return found[0]


def ending_of(one: Sharing, at: datetime) -> Ending | None:
    """Why it is over; None while it goes on."""
    found = repository.sheet(one)
    return rules.over(one, found[1] if found else one.offered_at, at)


def end(act: Act, one: Sharing, ending: Ending, role: Role) -> SharingDone:
    """Wipe what was seen and say why. Raises SharingEnded."""
    after = rules.end(one, ending, act.at)
    found = repository.sheet(one)
    data = {"ending": ending.value, "seen": list(found[0].shown if found else ())}
    event = following(act, events.ENDED, one, role, data)
    answer = SharingDone(id=one.id, state=after.state.value)
    repository.end(act, one, after, event, found[0] if found else None, answer)
    return answer
