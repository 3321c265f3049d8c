"""Fuses as supervision sees them: what is tripped, since when, by which facts, who has said what."""

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.fuses import trips
from mashangban.domains.claims.rules.fuses.fuse import NEEDED, Fuse
from mashangban.domains.claims.schemas import ClaimTrack
from mashangban.domains.claims.schemas.fuses import FuseQuery, FuseRow, FuseView, FuseWord
from mashangban.identity import service as identity
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role


def listed(actor: Principal, asked: FuseQuery) -> Page[FuseRow]:
    """A region's trips and warnings, the newest first. Raises NotFound beyond reach."""
    actor.reach(permissions.SUPERVISE).require(Place(region=asked.region))
    return trips.of_region(asked.region, asked.page, released=asked.bucket == "done").map(row)


def show(act: Act, fuse_id: str) -> FuseView:
    """A fuse whole. Raises UnknownFuse beyond reach."""
    one = trips.get(fuse_id, act.actor.reach(permissions.SUPERVISE))
    said = {word.person_id for word in one.releases}
    may = one.state.halts and act.actor.person_id not in {*one.barred, *said}
    return FuseView(
        row=row(one),
        claim_id=one.claim_id,
        claim_number=claims.get(one.claim_id).number if one.claim_id else "",
        words=[
            FuseWord(at=word.at, by_label=_name(word.person_id), text=word.reason) for word in one.releases
        ],
        log=[
            ClaimTrack(
                at=event.at,
                label=events.LABELS.get(event.type, event.type),
                by_label=Role(event.role).label,
                hash=event.hash,
            )
            for event in history.of(TABLE, one.subject)
        ],
        actions=["release"] if may else [],
        barred=act.actor.person_id in one.barred,
    )


def row(one: Fuse) -> FuseRow:
    """A fuse in a list."""
    return FuseRow(
        id=one.id,
        kind=one.kind,
        kind_label=one.kind.label,
        phase_label=one.phase.label,
        scope_label=one.scope.label,
        state=one.state,
        state_label=one.state.label,
        stops_label="、".join(stop.label for stop in one.stops) if one.state.halts else "",
        policy_title=one.title,
        facts=one.facts,
        tripped_at=one.tripped_at,
        words=len(one.releases),
        needed=NEEDED,
    )


def _name(person_id: str) -> str:
    proven = identity.real_name(person_id)
    return proven.name if proven is not None else "一位监督人员"
