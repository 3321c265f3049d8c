"""A person's plan: which cards are done, which papers are at hand, who helps until when. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from mashangban.domains.guides import errors
from mashangban.domains.guides.rules.package import Card
from mashangban.domains.guides.terms import HELP_HOURS, CardState, PlanState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Plan:
    """A package made one's own: `cards` holds the states of those that are not to do any more."""

    id: str
    person_id: str
    package_id: str
    edition: int
    name: str
    region: str
    answers: Mapping[str, str]
    made_at: datetime
    state: PlanState = PlanState.OPEN
    cards: Mapping[str, CardState] = field(default_factory=dict)
    papers: tuple[str, ...] = ()
    helper_id: str = ""
    help_until: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("guideplan", self.id)

    @property
    def place(self) -> Place:
        """Who helps stands in the county where it is done."""
        return Place(self.region)

    def state_of(self, key: str) -> CardState:
        """How far a card is."""
        return self.cards.get(key, CardState.TODO)

    def helped_by(self, person_id: str, now: datetime) -> bool:
        """Whether somebody helps now."""
        return bool(self.helper_id) and self.helper_id == person_id and self.helping(now)

    def helping(self, now: datetime) -> bool:
        """Whether anybody helps now."""
        return self.help_until is not None and now < self.help_until


def waits_for(plan: Plan, card: Card, known: set[str]) -> list[str]:
    """The cards of this plan that have to be done before this one."""
    return [key for key in card.after if key in known and plan.state_of(key) is not CardState.DONE]


def mark(plan: Plan, cards: list[Card], key: str, state: CardState) -> Plan:
    """Let a card be so far. Raises UnknownCard, PlanOver, CardWaits."""
    card = _card(cards, key)
    _require_going(plan)
    if state is not CardState.TODO and waits_for(plan, card, {one.key for one in cards}):
        raise errors.CardWaits()
    states = {**plan.cards, key: state}
    over = all(states.get(one.key) is CardState.DONE for one in cards)
    return replace(plan, cards=states, state=PlanState.DONE if over else PlanState.OPEN)


def propose(plan: Plan, cards: list[Card], key: str) -> Plan:
    """A helper says that a card is done. Raises CardDone besides what mark raises."""
    if plan.state_of(_card(cards, key).key) is CardState.DONE:
        raise errors.CardDone()
    return mark(plan, cards, key, CardState.PROPOSED)


def answer(plan: Plan, cards: list[Card], key: str, *, agrees: bool) -> Plan:
    """The person's word on what a helper said. Raises NothingProposed."""
    if plan.state_of(_card(cards, key).key) is not CardState.PROPOSED:
        raise errors.NothingProposed()
    return mark(plan, cards, key, CardState.DONE if agrees else CardState.TODO)


def begin_help(plan: Plan, helper_id: str, now: datetime) -> Plan:
    """Somebody sits down with the person, for two hours. Raises PlanOver."""
    _require_going(plan)
    return replace(plan, helper_id=helper_id, help_until=now + timedelta(hours=HELP_HOURS))


def end_help(plan: Plan) -> Plan:
    """Nobody helps any more."""
    return replace(plan, helper_id="", help_until=None)


def _card(cards: list[Card], key: str) -> Card:
    for one in cards:
        if one.key == key:
            return one
    raise errors.UnknownCard()


def _require_going(plan: Plan) -> None:
    """A plan that is done may still be put right; one that was ended, or is nobody's, may not."""
    if plan.state is PlanState.ENDED or not plan.person_id:
        raise errors.PlanOver()
