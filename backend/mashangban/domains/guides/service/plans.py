"""A person's plan: made of a package, its cards done one after the other, its papers ticked, resumed at any time."""

from collections.abc import Sequence
from dataclasses import replace

from mashangban.domains.guides import errors, events
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import packages
from mashangban.domains.guides.repository import plans as repository
from mashangban.domains.guides.rules import branching, helpcode
from mashangban.domains.guides.rules import plan as rules
from mashangban.domains.guides.rules.package import Card
from mashangban.domains.guides.rules.plan import Plan
from mashangban.domains.guides.schemas import (
    GuideHelpCode,
    GuidePapers,
    GuidePlanDone,
    GuidePlanForm,
    GuidePlanRow,
    GuidePlanView,
    GuideStep,
)
from mashangban.domains.guides.service import leading
from mashangban.domains.guides.terms import CardState, PlanState
from mashangban.identity import service as identity
from mashangban.kernel import codes, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Role
from mashangban.registry import divisions


def make(act: Act, given: GuidePlanForm) -> GuidePlanDone:
    """Keep a package as one's own. Raises Unanswered, UnknownPackage, PackageWithdrawn."""
    one = leading.standing(given.package_id)
    if not given.region.startswith(one.region):
        raise errors.UnknownPackage()
    if branching.following(one.content, given.answers) is not None:
        raise errors.Unanswered()
    new = Plan(
        ids.new_id(act.at),
        act.actor.person_id,
        one.id,
        one.edition,
        one.content.name,
        given.region,
        branching.kept(one.content, given.answers),
        act.at,
    )
    answer = done(new)
    data = {"package": one.id, "edition": one.edition}
    repository.create(act, new, following(act, events.PLAN_MADE, new, Role.PERSON, data), answer)
    return answer


def mark(act: Act, plan_id: str, key: str, *, finished: bool) -> GuidePlanDone:
    """The person says that a card is done, or is not after all. Raises UnknownCard, CardWaits, PlanOver."""
    one = own(act, plan_id)
    after = rules.mark(one, cards_of(one), key, CardState.DONE if finished else CardState.TODO)
    return step(act, one, after, events.CARD_DONE if finished else events.CARD_UNDONE, {"card": key})


def answer_helper(act: Act, plan_id: str, key: str, *, agrees: bool) -> GuidePlanDone:
    """The person's word on what a helper said. Raises UnknownCard, NothingProposed, CardWaits."""
    one = own(act, plan_id)
    after = rules.answer(one, cards_of(one), key, agrees=agrees)
    return step(act, one, after, events.CARD_CONFIRMED if agrees else events.CARD_REFUSED, {"card": key})


def tick(act: Act, plan_id: str, given: GuidePapers) -> GuidePlanDone:
    """Which papers are at hand. Raises PlanOver."""
    one = own(act, plan_id)
    if one.state is PlanState.ENDED:
        raise errors.PlanOver()
    after = replace(one, papers=tuple(sorted(set(given.names))))
    return step(act, one, after, events.PAPERS_TICKED, {"papers": len(after.papers)})


def end(act: Act, plan_id: str) -> GuidePlanDone:
    """The person gives it up; it stays in the list. Raises PlanOver."""
    one = own(act, plan_id)
    if one.state is PlanState.ENDED:
        raise errors.PlanOver()
    return step(act, one, replace(rules.end_help(one), state=PlanState.ENDED), events.PLAN_ENDED)


def end_help(act: Act, plan_id: str) -> GuidePlanDone:
    """The person says that nobody helps any more."""
    one = own(act, plan_id)
    return step(act, one, rules.end_help(one), events.HELP_ENDED)


def code(act: Act, plan_id: str) -> GuideHelpCode:
    """What a helper scans: signed, good once, for minutes. Raises PlanOver."""
    one = own(act, plan_id)
    if one.state is PlanState.ENDED:
        raise errors.PlanOver()
    text = codes.issue(helpcode.PURPOSE, helpcode.body(one.id, one.version, act.at))
    return GuideHelpCode(code=text, valid_until=helpcode.valid_until(act.at))


def mine(act: Act, page: PageRequest) -> Page[GuidePlanRow]:
    """One's own plans, the newest first."""
    return repository.of_person(act.actor.person_id, page).map(_row)


def show(act: Act, plan_id: str) -> GuidePlanView:
    """One's own plan, with what its items say now. Raises NotFound for anybody else's."""
    one = own(act, plan_id)
    content = packages.edition(one.package_id, one.edition)
    found = leading.cards(content, one.answers)
    helping = one.helping(act.at)
    return GuidePlanView(
        **_row(one).model_dump(exclude={"made_at"}),
        package_id=one.package_id,
        said=leading.said(content, one.answers),
        cards=found.views(one.cards, waits(one, found.cards)),
        papers=found.papers(one.papers),
        done=sum(one.state_of(card.key) is CardState.DONE for card in found.cards),
        days=found.days,
        helper=name_of(one.helper_id) if helping else "",
        helping_until=one.help_until if helping else None,
        log=[_line(event) for event in history.of(TABLE, one.subject)],
    )


def own(act: Act, plan_id: str) -> Plan:
    """One's own plan. Raises NotFound for anybody else's."""
    one = repository.get(plan_id)
    if one.person_id != act.actor.person_id:
        raise NotFound()
    return one


def cards_of(one: Plan) -> list[Card]:
    """The cards of a plan, by the edition it was made of."""
    return branching.chosen(packages.edition(one.package_id, one.edition), one.answers)


def waits(one: Plan, cards: Sequence[Card]) -> dict[str, list[str]]:
    """What each card of a plan waits for."""
    known = {card.key for card in cards}
    return {card.key: rules.waits_for(one, card, known) for card in cards}


def step(
    act: Act, before: Plan, after: Plan, kind: str, data: dict[str, object] | None = None
) -> GuidePlanDone:
    """Write a step of the person's own."""
    answer = done(after)
    repository.move(act, before, after, following(act, kind, before, Role.PERSON, data), answer)
    return answer


def done(one: Plan) -> GuidePlanDone:
    """What an act answers."""
    return GuidePlanDone(id=one.id, state=one.state.value, state_label=one.state.label)


def name_of(person_id: str) -> str:
    """A person's masked name."""
    return (identity.person(person_id).name_masked or "未实名") if person_id else ""


def _row(one: Plan) -> GuidePlanRow:
    return GuidePlanRow(
        id=one.id,
        name=one.name,
        region_name=divisions.full_name(one.region),
        made_at=one.made_at,
        state=one.state.value,
        state_label=one.state.label,
    )


def _line(event: Event) -> GuideStep:
    label = events.LABELS.get(event.type, event.type)
    return GuideStep(at=event.at, label=label, by_label=Role(event.role).label, hash=event.hash)
