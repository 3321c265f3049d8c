"""Claims as their enterprise and their office see them."""

from datetime import date

from mashangban.domains.claims import permissions
from mashangban.domains.claims.repository import claims, evaluating
from mashangban.domains.claims.rules import evaluation, licences
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.schemas import ClaimRow, DeskQuery, PolicyClaimView, SnapshotFact, SnapshotView
from mashangban.domains.claims.service import presenting
from mashangban.domains.claims.terms import Verdict
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Permission, Place, Principal


def at_desk(actor: Principal, asked: DeskQuery) -> Page[ClaimRow]:
    """An office's claims in one state, the longest waiting first. Raises NotFound beyond reach."""
    actor.reach(permissions.REVIEW).require(Place(region=asked.region))
    return claims.at_desk(asked.region, asked.state, asked.page).map(presenting.row)


def of_enterprise(actor: Principal, enterprise_id: str, page: PageRequest) -> Page[ClaimRow]:
    """An enterprise's own claims, the newest first. Raises NotFound beyond reach."""
    actor.reach(permissions.CLAIM).require(Place(orgs=frozenset({enterprise_id})))
    return claims.of_enterprise(enterprise_id, page).map(presenting.row)


def show(act: Act, claim_id: str) -> PolicyClaimView:
    """A claim with its timeline, whoever is in charge and until when. Raises UnknownClaim beyond reach."""
    one = claims.get(claim_id, act.actor.reach(permissions.VIEW))
    actions = [
        *(_enterprise_acts(one) if _reaches(act, permissions.CLAIM, one) else ()),
        *(
            presenting.officer_acts(one, act.actor.person_id)
            if _reaches(act, permissions.REVIEW, one)
            else ()
        ),
    ]
    return presenting.view(one, act.at, actions, office=_reaches(act, permissions.REVIEW, one))


def show_snapshot(act: Act, claim_id: str) -> SnapshotView:
    """What the policy said and which facts stood when the claim was begun. Raises UnknownClaim beyond reach."""
    one = claims.get(claim_id, act.actor.reach(permissions.VIEW))
    content = claims.snapshot(claim_id)
    return SnapshotView(
        edition_number=one.terms.edition,
        edition=content["edition"],
        facts={code: SnapshotFact.model_validate(fact) for code, fact in content["facts"].items()},
        licences=presenting.licences(one, map(licences.read, content.get("licences", ())), one.began_at),
        verdict=Verdict(content["verdict"]).label,
        worth_fen=content["worth_fen"],
        on=date.fromisoformat(content["on"]),
    )


def _enterprise_acts(one: Claim) -> list[str]:
    unrated = evaluation.finished(one) and evaluating.find(one.id) is None
    return [*presenting.enterprise_acts(one), *(("evaluate",) if unrated else ())]


def _reaches(act: Act, permission: Permission, one: Claim) -> bool:
    return act.actor.holds(permission) and act.actor.reach(permission).covers(one.place)
