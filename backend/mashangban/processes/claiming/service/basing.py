"""What a claim is begun with: a policy's edition, an enterprise's facts of today, what they come to."""

from datetime import date
from typing import Any

from mashangban.domains.claims import errors
from mashangban.domains.claims.rules.claim import Decided, Terms
from mashangban.domains.claims.rules.licences import LicenceAsk
from mashangban.domains.claims.service.beginning import Basis
from mashangban.domains.claims.terms import CreditRule, Mode, Verdict
from mashangban.domains.policies.models.items import dump_edition
from mashangban.domains.policies.repository import indicators, policies, profiles
from mashangban.domains.policies.rules import matching
from mashangban.domains.policies.rules.conditions.facts import Catalogue, profile_on
from mashangban.domains.policies.rules.conditions.tree import facts_of
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.rules.profile import Statement, known
from mashangban.domains.policies.service import stating
from mashangban.domains.policies.terms import Access, Answer
from mashangban.domains.policies.terms.items import MaterialSource, WindowState
from mashangban.domains.policies.terms.licences import LicenceType
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.processes.claiming.errors import NotOffered
from mashangban.registry import service as registry

_KEPT = {"name", "department_label", "value", "words", "stated_on", "source"}
_SORTS = {"industry": "market.industry", "size": "market.size"}
_HIDDEN = "由部门核对，这里不显示"


def in_force(policy_id: str) -> tuple[Policy, Edition]:
    """A published policy with its edition. Raises NotFound."""
    policy = policies.get(policy_id)
    if not policy.edition or policy.withdrawn:
        raise NotFound()
    return policy, policies.edition(policy_id, policy.edition)


def met_basis(act: Act, policy_id: str, enterprise_id: str) -> Basis:
    """What an offer is made with, where the enterprise meets the policy by the facts of now.

    Raises NotFound, WindowClosed, NotOffered, NotEligible, NotKnown, OutsideRegion.
    """
    policy, edition = in_force(policy_id)
    today = clock.local_date(act.at)
    require_offered(edition, today)
    found = basis(policy, edition, enterprise_id, today)
    if found.decided.verdict is Verdict.NO:
        raise errors.NotEligible()
    if found.decided.verdict is Verdict.UNKNOWN or found.decided.worth_fen is None:
        raise errors.NotKnown()
    return found


def require_offered(edition: Edition, today: date) -> None:
    """An edition by which offices list enterprises, in its window. Raises NotOffered, WindowClosed."""
    if Mode(edition.mode.value) is not Mode.AUTOMATIC:
        raise NotOffered()
    if edition.window(today) is not WindowState.OPEN:
        raise errors.WindowClosed()


def basis(policy: Policy, edition: Edition, enterprise_id: str, today: date) -> Basis:
    """What a claim of an enterprise would be begun with today. Raises OutsideRegion."""
    county = registry.enterprise(enterprise_id).county
    if not county.startswith(policy.region):
        raise errors.OutsideRegion()
    listed = Listed(policy.id, policy.region, policy.edition, edition)
    answered, facts = decided(listed, enterprise_id, today)
    return Basis(
        terms_of(policy, edition),
        dump_edition(edition),
        facts,
        answered,
        {"county": county} | _sorts(enterprise_id),
    )


def _sorts(enterprise_id: str) -> dict[str, str]:
    """What the boards tell enterprises apart by."""
    stated = profiles.some(enterprise_id, _SORTS.values())
    values = {name: stated[code].value for name, code in _SORTS.items() if code in stated}
    return {name: value for name, value in values.items() if isinstance(value, str)}


def decided(listed: Listed, enterprise_id: str, today: date) -> tuple[Decided, dict[str, Any]]:
    """What the condition says and what the award comes to, with the facts that both were reckoned from."""
    content = listed.content
    codes = {*facts_of(matching.condition_of(content.condition)), content.award.base} - {""}
    stated, catalogue = profiles.some(enterprise_id, codes), indicators.catalogue(codes)
    facts = known(stated, catalogue)
    answer = matching.answer(listed, facts, today)
    worth = content.award.worth(profile_on(today, facts)) if answer is not Answer.NO else None
    return Decided(Verdict(answer.value), worth, today), _seen(stated, catalogue)


def _seen(stated: dict[str, Statement], catalogue: Catalogue) -> dict[str, Any]:
    """The facts a claim keeps. What only its department may see is named, never shown."""
    found: dict[str, Any] = {}
    for code, one in stated.items():
        indicator = catalogue.find(code)
        if indicator is not None:
            shown = stating.view(indicator, one).model_dump(mode="json", include=_KEPT)
            hidden = {"value": None, "words": _HIDDEN} if indicator.access is Access.OWNER else {}
            found[code] = shown | hidden
    return found


def terms_of(policy: Policy, edition: Edition) -> Terms:
    """What a claim must know of its policy."""
    return Terms(
        policy_id=policy.id,
        edition=policy.edition,
        title=edition.title,
        mode=Mode(edition.mode.value),
        region=policy.region,
        department=edition.department.label,
        phone=edition.phone,
        review_days=edition.review_days,
        publicity_days=edition.publicity_days,
        credit=CreditRule(edition.credit.value),
        exclusive=edition.exclusive,
        period=edition.opens_on.isoformat(),
        closes_on=edition.ends_on,
        cap_fen=edition.award.cap,
        materials=tuple(one.name for one in edition.materials if one.source is MaterialSource.UPLOAD),
        licences=tuple(
            LicenceAsk(one.name, one.licence, LicenceType(one.licence).label)
            for one in edition.materials
            if one.source is MaterialSource.LICENCE
        ),
    )
