"""One edition asked of many enterprises: its condition, the facts it needs, what it pays."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.claims.rules.claim import Terms, holds_of
from mashangban.domains.policies.repository import indicators, profiles
from mashangban.domains.policies.rules import matching
from mashangban.domains.policies.rules.conditions.facts import Catalogue, profile_on
from mashangban.domains.policies.rules.conditions.tree import facts_of
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.profile import known
from mashangban.domains.policies.terms import Answer
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.processes.claiming.service import basing


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page of enterprises is asked: the edition with the facts that it needs, on one day."""

    listed: Listed
    terms: Terms
    codes: frozenset[str]
    catalogue: Catalogue
    today: date

    def answer(self, enterprise_id: str) -> tuple[Answer, int | None]:
        """What the condition says of an enterprise, and the fen."""
        facts = known(profiles.some(enterprise_id, self.codes), self.catalogue)
        answer = matching.answer(self.listed, facts, self.today)
        award = self.listed.content.award
        return answer, award.worth(profile_on(self.today, facts)) if answer is Answer.YES else None

    def holds(self, enterprise_id: str) -> tuple[str, ...]:
        """What an enterprise would hold that claims this policy today."""
        return holds_of(enterprise_id, self.terms, self.today.year)


def asked(act: Act, policy_id: str) -> Asked:
    """The edition in force, ready to be asked of many enterprises. Raises NotFound."""
    policy, edition = basing.in_force(policy_id)
    listed = Listed(policy.id, policy.region, policy.edition, edition)
    codes = frozenset({*facts_of(matching.condition_of(edition.condition)), edition.award.base} - {""})
    terms = basing.terms_of(policy, edition)
    return Asked(listed, terms, codes, indicators.catalogue(codes), clock.local_date(act.at))
