"""A draft is played over the profiles of its region before it is published."""

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository import indicators, policies, profiles, replays
from mashangban.domains.policies.rules import replay as rules
from mashangban.domains.policies.rules.checks import readable
from mashangban.domains.policies.rules.conditions.facts import profile_on
from mashangban.domains.policies.rules.conditions.reading import Unreadable
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.rules.profile import Profile
from mashangban.domains.policies.rules.profile import known as known_of
from mashangban.domains.policies.rules.replay import Count, Group, Replay
from mashangban.domains.policies.schemas.replays import CountView, GroupView, ReplayForm, ReplayView
from mashangban.domains.policies.service import cataloguing
from mashangban.domains.policies.terms import FactType
from mashangban.domains.policies.terms.items import ReplayState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import divisions

_GROUPINGS = ("market.size", "tax.credit_grade", "industry.specialised")


def begin(act: Act, policy_id: str, form: ReplayForm) -> ReplayView:
    """Play the draft over everyone. Raises NothingDrafted, ConditionUnreadable, WrongGrouping."""
    policy = policies.get(policy_id, act.actor.reach(permissions.EDIT_POLICIES))
    if not policy.draft:
        raise errors.NothingDrafted()
    after = policies.edition(policy_id, policy.draft)
    _require_playable(after, form.by)
    before = policies.edition(policy_id, policy.edition) if policy.edition and not policy.withdrawn else None
    today = clock.local_date(act.at)
    new = Replay(ids.new_id(act.at), policy_id, policy.draft, policy.region, form.by, today, act.at)
    role = act.actor.role_for(permissions.EDIT_POLICIES, new.place)
    event = following(act, events.REPLAY_BEGUN, new, role, {"policy": policy_id, "draft": policy.draft})
    answer = view(new)
    replays.create(act, new, before, after, event, answer)
    return answer


def _require_playable(edition: Edition, by: str) -> None:
    facts = cataloguing.catalogue_of(edition.condition, by)
    try:
        readable(edition.condition, facts)
    except Unreadable as wrong:
        raise errors.ConditionUnreadable(wrong.why, start=wrong.span.start, end=wrong.span.end) from wrong
    fact = facts.find(by)
    if by and (fact is None or fact.type is not FactType.ENUMERATION):
        raise errors.WrongGrouping()


def groupings() -> list[tuple[str, str]]:
    """The facts by whose words a result may be split, as far as they are declared: the size, the tax grade."""
    found = indicators.catalogue(_GROUPINGS)
    return [(one.code, one.name) for code in _GROUPINGS if (one := found.find(code)) is not None]


def go_on(act: Act, event: Event) -> None:
    """Count the page that follows an event of a run; a page that was counted already is left alone."""
    replay = replays.get(event.subject.id)
    if replay.version != event.version or replay.state is ReplayState.FINISHED:
        return
    page = profiles.of_region(replay.region, PageRequest(event.data.get("cursor"), MAX_LIMIT))
    last = page.next_cursor is None
    after = replay.with_more(_counted(replay, page.items), last=last)
    kind = events.REPLAY_FINISHED if last else events.REPLAY_ADVANCED
    data = {} if last else {"cursor": page.next_cursor}
    replays.advance(act, replay, after, following(act, kind, replay, Role.SYSTEM, data))


def _counted(replay: Replay, enterprises: list[Profile]) -> dict[Group, Count]:
    before, after = replays.editions(replay)
    codes = rules.asked_facts(before, after, replay.by)
    facts = indicators.catalogue(codes)
    known = [known_of(profiles.some(one.enterprise_id, codes), facts) for one in enterprises]
    standing = [profile_on(replay.today, one) for one in known]
    both = [rules.outcomes(one, standing, replay.today) for one in (before, after)]
    found: dict[Group, Count] = {}
    for one, profile, had, has in zip(enterprises, standing, *both, strict=True):
        group = (one.region, str(profile.get(replay.by) or ""))
        found[group] = found.get(group, Count()) + rules.compared(had, has)
    return found


def show(actor: Principal, policy_id: str, replay_id: str) -> ReplayView:
    """A run with what it has counted so far. Raises NotFound beyond reach."""
    found = replays.get(replay_id, actor.reach(permissions.EDIT_POLICIES))
    if found.policy_id != policy_id:
        raise NotFound()
    return view(found)


def listed(actor: Principal, policy_id: str, page: PageRequest) -> Page[ReplayView]:
    """The runs of a policy's drafts, the newest first."""
    policies.get(policy_id, actor.reach(permissions.EDIT_POLICIES))
    return replays.of_policy(policy_id, page).map(view)


def view(one: Replay) -> ReplayView:
    """A run as it is shown: the whole, each county, each word."""
    counties = sorted({county for county, _ in one.counts})
    words = sorted({word for _, word in one.counts}) if one.by else []
    return ReplayView(
        id=one.id,
        policy_id=one.policy_id,
        draft=one.draft,
        state=one.state,
        state_label=one.state.label,
        begun_at=one.begun_at,
        total=_count(one.total()),
        by_county=[
            GroupView(key=county, label=divisions.full_name(county), count=_count(one.total(county=county)))
            for county in counties
        ],
        by_word=[
            GroupView(key=word, label=word or "没有数据", count=_count(one.total(word=word)))
            for word in words
        ],
    )


def _count(one: Count) -> CountView:
    return CountView.model_validate(one)
