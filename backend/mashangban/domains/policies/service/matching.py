"""Enterprises and policies meet: on every change of a fact or a policy, and when somebody asks why."""

from collections.abc import Callable

from mashangban.domains.policies import events, permissions
from mashangban.domains.policies.repository import indicators, matches, policies, profiles
from mashangban.domains.policies.rules import matching as rules
from mashangban.domains.policies.rules.conditions.explaining import Explained, explain
from mashangban.domains.policies.rules.conditions.facts import Known
from mashangban.domains.policies.rules.conditions.tree import facts_of
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.matching import Match, Matches
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.rules.profile import known as known_of
from mashangban.domains.policies.schemas.profiles import ClauseView, MatchView, UsedView, WhyView
from mashangban.domains.policies.service import presenting, telling
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def rematch(act: Act, enterprise_id: str) -> None:
    """All policies of an enterprise's regions anew: a fact of it has changed."""
    regions = rules.regions_over(profiles.get(enterprise_id).region)

    def anew(before: Matches) -> Matches:
        offers, today = list(matches.offers(regions)), clock.local_date(act.at)
        known = _known(enterprise_id, offers)
        return before.renewed(rules.decided(offers, known, today), rules.turning(offers, known, today))

    _renew(act, enterprise_id, anew)


def revise(act: Act, enterprise_id: str, policy_id: str, offer: Listed | None) -> None:
    """One policy of an enterprise anew: it was published, changed or withdrawn."""

    def anew(before: Matches) -> Matches:
        others = [one for one in before.rows if one.policy_id != policy_id]
        offers, today = [offer] if offer else [], clock.local_date(act.at)
        known = _known(enterprise_id, offers)
        turns = (before.turns_on, rules.turning(offers, known, today))
        first = min((day for day in turns if day), default=None)
        return before.renewed([*others, *rules.decided(offers, known, today)], first)

    _renew(act, enterprise_id, anew)


def _renew(act: Act, enterprise_id: str, anew: Callable[[Matches], Matches]) -> None:
    """Facts are read after the matches: whoever was faster makes the stream bring this again. Raises Stale."""
    before = matches.of(enterprise_id)
    after = anew(before)
    if after.rows != before.rows or (before.version == 0 and after.turns_on):
        _save(act, before, after)
    elif after.turns_on != before.turns_on:
        matches.postpone(act, before, after)


def _save(act: Act, before: Matches, after: Matches) -> None:
    news = after.news()
    ids = sorted(one.policy_id for one in news)
    told = telling.met(after.enterprise_id, news)
    event = following(act, events.MATCHES_CHANGED, before, Role.SYSTEM, {"met": ids}, told)
    matches.save(act, before, after.heard(ids), event)


def spread(act: Act, policy_id: str, cursor: str | None) -> None:
    """A policy reaches the enterprises of its region, a page at a time; each page sets off the next."""
    policy = policies.get(policy_id)
    offer = None
    if policy.edition and not policy.withdrawn:
        offer = Listed(policy.id, policy.region, policy.edition, policies.edition(policy_id, policy.edition))
    page = profiles.of_region(policy.region, PageRequest(cursor, MAX_LIMIT))
    for profile in page.items:
        revise(act, profile.enterprise_id, policy_id, offer)
    if page.next_cursor is not None:
        event = following(act, events.POLICY_SPREAD, policy, Role.SYSTEM, {"cursor": page.next_cursor})
        policies.go_on(act, policy, event)


def mine(act: Act, enterprise_id: str) -> list[MatchView]:
    """What an enterprise meets and what is not decided yet, as far as claims are still taken."""
    profiles.get(enterprise_id, act.actor.reach(permissions.VIEW_PROFILES))
    today = clock.local_date(act.at)
    rows = matches.of(enterprise_id).rows
    open_ones = [one.on(today) for one in rows if one.ends_on is None or today <= one.ends_on]
    contents = policies.contents((one.policy_id, one.edition) for one in open_ones)
    return [_view(one, contents[one.policy_id]) for one in open_ones if one.policy_id in contents]


def why(act: Act, enterprise_id: str, policy_id: str) -> WhyView:
    """A policy for one enterprise clause by clause. Raises NotFound for what is not published."""
    profiles.get(enterprise_id, act.actor.reach(permissions.VIEW_PROFILES))
    policy = policies.get(policy_id)
    if not policy.edition or policy.withdrawn:
        raise NotFound()
    content = policies.edition(policy_id, policy.edition)
    condition = rules.condition_of(content.condition)
    codes = facts_of(condition)
    catalogue, today = indicators.catalogue(codes), clock.local_date(act.at)
    known = known_of(profiles.some(enterprise_id, codes), catalogue)
    answer = rules.answer(Listed(policy.id, policy.region, policy.edition, content), known, today)
    return WhyView(
        policy_id=policy.id,
        edition=policy.edition,
        title=content.title,
        answer=answer,
        answer_label=answer.label,
        clauses=[_clause(one) for one in explain(condition, known, today, catalogue)],
    )


def _known(enterprise_id: str, offers: list[Listed]) -> dict[str, Known]:
    codes = {code for one in offers for code in facts_of(rules.condition_of(one.content.condition))}
    found = {code: one for code, one in profiles.statements(enterprise_id).items() if code in codes}
    return known_of(found, indicators.catalogue(found))


def _view(one: Match, content: Edition) -> MatchView:
    return MatchView(
        policy_id=one.policy_id,
        edition=one.edition,
        title=one.title,
        answer=one.answer,
        answer_label=one.answer.label,
        opens_on=one.opens_on,
        ends_on=one.ends_on,
        summary=content.summary,
        award=presenting.award(content.award),
        mode_label=content.mode.label,
    )


def _clause(one: Explained) -> ClauseView:
    return ClauseView(
        words=one.words,
        answer=one.answer,
        answer_label=one.answer.label,
        change=one.change,
        used=[
            UsedView(
                code=used.code,
                name=used.name,
                department_label=used.department.label,
                words=used.words,
                stated_on=used.stated_on,
                valid_until=used.valid_until,
                known=used.known,
            )
            for used in one.used
        ],
        parts=[_clause(part) for part in one.parts],
    )
