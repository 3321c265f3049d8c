"""Two people who had no hand in it say, with reasons, that what a fuse halted may go on."""

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.repository.fuses import trips
from mashangban.domains.claims.rules.fuses import fuse as rules
from mashangban.domains.claims.schemas import ReasonForm
from mashangban.domains.claims.schemas.fuses import FuseDone
from mashangban.domains.claims.terms.fuses import FuseState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following


def release(act: Act, fuse_id: str, form: ReasonForm) -> FuseDone:
    """Agree to a release; the second person's word releases it. Raises FuseNotTripped, FuseBarred, FuseSamePerson."""
    before = trips.get(fuse_id, act.actor.reach(permissions.SUPERVISE))
    role = act.actor.role_for(permissions.SUPERVISE, before.place)
    after = rules.release(before, act.actor.person_id, form.text, act.at)
    free = after.state is FuseState.RELEASED
    data = {"word": len(after.releases), "state": after.state.value}
    kind = events.FUSE_RELEASED if free else events.FUSE_RELEASE_AGREED
    event = following(act, kind, before, role, data)
    answer = FuseDone(id=after.id, state=after.state, state_label=after.state.label, version=event.version)
    trips.release(act, before, after, event, answer if act.submission else None)
    return answer
