"""What everybody may read before money is approved, and how one objects."""

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.domains.claims import events
from mashangban.domains.claims.models import ClaimDeadlineRecord
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.claims import Clocks
from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules import ladder
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.schemas import ClaimDone, PublicityRow, ReasonForm, RegionQuery
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.steps import done
from mashangban.domains.claims.terms import ClaimState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Role


def listed(asked: RegionQuery) -> Page[PublicityRow]:
    """A region's claims in publicity, the oldest first; nobody needs to sign in."""
    found = claims.at_desk(asked.region, ClaimState.PUBLICITY, asked.page)
    wanted = [(one.subject, ladder.PUBLICITY) for one in found.items]
    running = deadline_items.several(ClaimDeadlineRecord, wanted) if wanted else []
    until = {one.subject.id: deadlines.due_time_of(one).label for one in running}
    return found.map(lambda one: _row(one, until.get(one.id, "")))


def object_to(act: Act, claim_id: str, form: ReasonForm) -> ClaimDone:
    """Anybody with a proven name says why it should not be paid; the clock stands still. Raises WrongStep."""
    before = claims.get(claim_id)
    after = rules.object_to(before, act.at)
    event = following(
        act,
        events.OBJECTED,
        before,
        Role.PERSON,
        {"state": after.state.value},
        telling.officers(after, "claims.objected"),
    )
    answer = done(after, event.version)
    clocks = Clocks(pauses=((ladder.PUBLICITY, "有人提异议，正在核查"),))
    claims.object_to(act, before, after, event, form.text, answer, clocks)
    return answer


def _row(one: Claim, until: str) -> PublicityRow:
    return PublicityRow(
        id=one.id,
        number=one.number,
        policy_title=one.terms.title,
        enterprise_name=one.enterprise_name,
        amount_fen=one.amount_fen,
        state=one.state,
        state_label=one.state.label,
        until_label=until,
    )
