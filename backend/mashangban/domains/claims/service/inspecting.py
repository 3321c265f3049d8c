"""What an officer finds of a claim that was drawn, or whose promise fell due."""

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository import sampling as store
from mashangban.domains.claims.rules import sampling as rules
from mashangban.domains.claims.rules.sampling import Inspection
from mashangban.domains.claims.schemas import ClaimTrack
from mashangban.domains.claims.schemas.sampling import (
    FindingForm,
    MoneyCheckDone,
    MoneyCheckQuery,
    MoneyCheckRow,
    MoneyCheckView,
)
from mashangban.domains.claims.service import dealing, telling
from mashangban.domains.claims.terms.sampling import MoneyCheckState
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role


def listed(actor: Principal, asked: MoneyCheckQuery) -> Page[MoneyCheckRow]:
    """A region's inspections, the longest waiting first. Raises NotFound beyond reach."""
    actor.reach(permissions.INSPECT).require(Place(region=asked.region))
    return store.of_region(asked.region, asked.page, done=asked.bucket == "done").map(_row)


def show(act: Act, inspection_id: str) -> MoneyCheckView:
    """An inspection whole. Raises UnknownInspection beyond reach."""
    one = store.get(inspection_id, act.actor.reach(permissions.INSPECT))
    barred = act.actor.person_id in dealing.officers_of([one.claim_id])
    return MoneyCheckView(
        row=_row(one),
        claim_id=one.claim_id,
        note=one.note,
        barred=barred,
        actions=["conclude"] if one.state is MoneyCheckState.OPEN and not barred else [],
        log=[
            ClaimTrack(
                at=event.at,
                label=events.LABELS.get(event.type, event.type),
                by_label=Role(event.role).label,
                hash=event.hash,
            )
            for event in history.of(TABLE, one.subject)
        ],
    )


def conclude(act: Act, inspection_id: str, form: FindingForm) -> MoneyCheckDone:
    """Say what was found. Calling back is an act of its own. Raises InspectionDone, InspectionBarred."""
    before = store.get(inspection_id, act.actor.reach(permissions.INSPECT))
    role = act.actor.role_for(permissions.INSPECT, before.place)
    dealt = dealing.officers_of([before.claim_id])
    after = rules.conclude(before, act.actor.person_id, dealt, MoneyCheckState(form.result), form.text)
    data = {"claim": before.claim_id, "result": after.state.value}
    event = following(act, events.INSPECTED, before, role, data, _told(after))
    answer = MoneyCheckDone(
        id=after.id, state=after.state, state_label=after.state.label, version=event.version
    )
    store.conclude(act, before, after, event, answer if act.submission else None)
    return answer


def _told(one: Inspection) -> tuple[Message, ...]:
    """Money that should come back is the deciding office's business from now on."""
    if one.state is not MoneyCheckState.CLAW_BACK:
        return ()
    return telling.officers(claims.get(one.claim_id), "claims.to-claw-back", mark=one.id)


def _row(one: Inspection) -> MoneyCheckRow:
    return MoneyCheckRow(
        id=one.id,
        kind=one.kind,
        kind_label=one.kind.label,
        number=one.number,
        enterprise_name=one.enterprise_name,
        policy_title=one.title,
        amount_fen=one.amount_fen,
        opened_at=one.opened_at,
        state=one.state,
        state_label=one.state.label,
    )
