"""A list of all who meet a policy: found page by page, seen by an officer and, where it asks for no application
(免申即享), offered page by page. Each page is set off by the event of the one before; one that is brought again counts
once.
"""

from dataclasses import replace

from mashangban.domains.claims import errors, events, permissions
from mashangban.domains.claims.repository import budgets, offers
from mashangban.domains.claims.repository import claims as claim_items
from mashangban.domains.claims.rules import offers as rules
from mashangban.domains.claims.rules.offers import Candidate, OfferList
from mashangban.domains.claims.service import beginning
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.offers import Candidacy, OfferListState
from mashangban.domains.policies.repository import profiles
from mashangban.domains.policies.rules.profile import Profile
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.items import Mode
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.processes.claiming.errors import NotOffered
from mashangban.processes.claiming.schemas.lists import CandidateView, OfferListView
from mashangban.processes.claiming.service import asking, basing
from mashangban.processes.claiming.service.asking import Asked
from mashangban.registry import divisions

_OFFERED_AT_ONCE = 25  # offers of one page of the stream: each is an act with its own notices
_NOT_LISTED = (
    errors.NotEligible,
    errors.NotKnown,
    errors.AlreadyClaimed,
    errors.Exclusive,
    errors.OutsideRegion,
    errors.WindowClosed,
    NotOffered,
)


def begin(act: Act, policy_id: str) -> OfferListView:
    """Look for all who meet a policy, however it is claimed. Raises NotFound beyond reach."""
    policy, edition = basing.in_force(policy_id)
    act.actor.reach(permissions.REVIEW).require(policy.place)
    automatic = edition.mode is Mode.AUTOMATIC
    new = OfferList(
        ids.new_id(act.at), policy_id, policy.edition, edition.title, policy.region, act.at, automatic
    )
    role = act.actor.role_for(permissions.REVIEW, new.place)
    event = following(act, events.OFFERLIST_BEGUN, new, role, {"policy": policy_id, "edition": new.edition})
    answer = view(new)
    offers.create(act, new, event, answer)
    return answer


def confirm(act: Act, list_id: str) -> OfferListView:
    """Let everybody on a list be offered what they meet, where the policy asks for no application.

    Raises NotOffered, WindowClosed, OfferListNotReady, OfferListOutdated.
    """
    before = offers.get(list_id, act.actor.reach(permissions.REVIEW))
    policy, edition = basing.in_force(before.policy_id)
    basing.require_offered(edition, clock.local_date(act.at))
    after = rules.confirm(before, policy.edition)
    role = act.actor.role_for(permissions.REVIEW, before.place)
    told = {"met": before.count(Candidacy.MET.value), "worth_fen": before.count(rules.WORTH)}
    answer = view(after)
    offers.advance(act, before, after, following(act, events.OFFERLIST_CONFIRMED, before, role, told), answer)
    return answer


def go_on(act: Act, event: Event) -> None:
    """The page that follows an event of a list; any event but the newest was already followed."""
    one = offers.get(event.subject.id)
    if one.version != event.version or not one.state.running:
        return
    try:
        asked = asking.asked(act, one.policy_id)
    except NotFound:  # withdrawn meanwhile
        _advance(act, one, one.ended(), events.OFFERLIST_FINISHED, None)
        return
    step = _look if one.state is OfferListState.LOOKING else _offer
    step(act, one, asked, event.data.get("cursor"))


def show(actor: Principal, list_id: str) -> OfferListView:
    """A list with its counts. Raises NotFound beyond reach."""
    return view(offers.get(list_id, actor.reach(permissions.REVIEW)))


def on_list(actor: Principal, list_id: str, page: PageRequest) -> Page[CandidateView]:
    """The enterprises on a list, by county. Raises NotFound beyond reach."""
    return offers.candidates(offers.get(list_id, actor.reach(permissions.REVIEW)).id, page).map(_candidate)


def left_fen(one: OfferListView) -> int | None:
    """What the budget of a list's policy has; None while nobody opened a line."""
    return sum(budgets.left(one.policy_id)) if budgets.find(one.policy_id) else None


def of_policy(actor: Principal, policy_id: str, page: PageRequest) -> Page[OfferListView]:
    """A policy's lists, the newest first. Raises NotFound beyond reach."""
    policy, _ = basing.in_force(policy_id)
    actor.reach(permissions.REVIEW).require(policy.place)
    return offers.of_policy(policy_id, page).map(view)


def _look(act: Act, one: OfferList, asked: Asked, cursor: str | None) -> None:
    page = profiles.of_region(one.region, PageRequest(cursor, MAX_LIMIT))
    answers = [(profile, *asked.answer(profile.enterprise_id)) for profile in page.items]
    undecided = sum(answer is Answer.UNKNOWN for _, answer, _ in answers)
    met = _candidates(asked, [(who, worth) for who, answer, worth in answers if answer is Answer.YES])
    offers.keep(one.id, met)
    last = page.next_cursor is None
    after = one.found(len(answers), undecided, met, last=last)
    kind = events.OFFERLIST_READY if last else events.OFFERLIST_LOOKED
    _advance(act, one, after, kind, page.next_cursor)


def _candidates(asked: Asked, met: list[tuple[Profile, int | None]]) -> list[Candidate]:
    held = offers.holders(hold for who, _ in met for hold in asked.holds(who.enterprise_id))
    return [
        Candidate(
            who.enterprise_id,
            who.name,
            who.region,
            worth or 0,
            rules.candidacy(
                held=any(hold in held for hold in asked.holds(who.enterprise_id)), worth_fen=worth
            ),
        )
        for who, worth in met
    ]


def _offer(act: Act, one: OfferList, asked: Asked, cursor: str | None) -> None:
    page = offers.candidates(one.id, PageRequest(cursor, _OFFERED_AT_ONCE))
    tried = [_tried(act, one, asked, who) for who in page.items]
    offers.keep(one.id, tried)
    last = page.next_cursor is None
    kind = events.OFFERLIST_FINISHED if last else events.OFFERLIST_ADVANCED
    _advance(act, one, one.tried(tried, last=last), kind, page.next_cursor)


def _tried(act: Act, one: OfferList, asked: Asked, who: Candidate) -> Candidate:
    """Offer an enterprise what it meets, by the facts of now; once, however often this page is brought."""
    if who.state is not Candidacy.MET:
        return who
    own = offers.holders(asked.holds(who.enterprise_id)[:1]).values()
    if any(claim_items.get(claim_id).state is ClaimState.OFFERED for claim_id in own):
        return replace(who, state=Candidacy.OFFERED)
    try:
        basis = basing.met_basis(act, one.policy_id, who.enterprise_id)
        beginning.offer_listed(act, who.enterprise_id, basis, one.id)
    except _NOT_LISTED as refused:
        return replace(who, state=Candidacy.FELL, why=refused.title)
    return replace(who, state=Candidacy.OFFERED)


def _advance(act: Act, before: OfferList, after: OfferList, kind: str, cursor: str | None) -> None:
    data = {"cursor": cursor} if cursor else dict(after.counts)
    offers.advance(act, before, after, following(act, kind, before, Role.SYSTEM, data))


def view(one: OfferList) -> OfferListView:
    """A list as it is shown."""
    return OfferListView(
        id=one.id,
        policy_id=one.policy_id,
        edition=one.edition,
        title=one.title,
        region=one.region,
        state=one.state,
        state_label=one.state.label,
        begun_at=one.begun_at,
        automatic=one.automatic,
        seen=one.count(rules.SEEN),
        undecided=one.count(rules.UNDECIDED),
        worth_fen=one.count(rules.WORTH),
        tried=one.count(rules.TRIED),
        **{state.value: one.count(state.value) for state in Candidacy},
    )


def _candidate(one: Candidate) -> CandidateView:
    return CandidateView(
        enterprise_id=one.enterprise_id,
        name=one.name,
        county_label=divisions.full_name(one.county),
        worth_fen=one.worth_fen,
        state=one.state,
        state_label=one.state.label,
        why=one.why,
    )
