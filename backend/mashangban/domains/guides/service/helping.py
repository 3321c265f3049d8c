"""Somebody from the office sits down with a person: scans the code, says what is done; the person's word counts."""

from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.repository import packages
from mashangban.domains.guides.repository import plans as repository
from mashangban.domains.guides.rules import helpcode
from mashangban.domains.guides.rules import plan as rules
from mashangban.domains.guides.rules.plan import Plan
from mashangban.domains.guides.schemas import GuideHelpForm, GuideHelpView, GuidePlanDone
from mashangban.domains.guides.service import leading, plans, telling
from mashangban.kernel import codes
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.registry import divisions


def begin(act: Act, given: GuideHelpForm) -> GuidePlanDone:
    """Scan a person's code: once, within minutes, in one's own region. Raises WrongCode, PlanOver, NotFound."""
    try:
        text = codes.read(helpcode.PURPOSE, given.code)
    except codes.AlteredCode as altered:
        raise errors.WrongCode() from altered
    plan_id, version = helpcode.plan_of(text, act.at)
    one = repository.get(plan_id)
    role = act.actor.role_for(permissions.HELP, one.place)
    if one.version != version:
        raise errors.WrongCode()
    after = rules.begin_help(one, act.actor.person_id, act.at)
    answer = plans.done(after)
    told = telling.person(one, "guides.help-begun", helper=plans.name_of(act.actor.person_id))
    repository.move(act, one, after, following(act, events.HELP_BEGUN, one, role, None, told), answer)
    return answer


def show(act: Act, plan_id: str) -> GuideHelpView:
    """The plan of the person whom one helps now. Raises NotHelping."""
    one = _helped(act, plan_id)
    content = packages.edition(one.package_id, one.edition)
    found = leading.cards(content, one.answers)
    assert one.help_until is not None
    return GuideHelpView(
        id=one.id,
        person=plans.name_of(one.person_id),
        name=one.name,
        region_name=divisions.full_name(one.region),
        state=one.state.value,
        state_label=one.state.label,
        said=leading.said(content, one.answers),
        cards=found.views(one.cards, plans.waits(one, found.cards)),
        papers=found.papers(one.papers),
        until=one.help_until,
    )


def propose(act: Act, plan_id: str, key: str) -> GuidePlanDone:
    """Say that a card is done: the person is asked. Raises NotHelping, UnknownCard, CardDone, CardWaits."""
    one = _helped(act, plan_id)
    role = act.actor.role_for(permissions.HELP, one.place)
    cards = plans.cards_of(one)
    after = rules.propose(one, cards, key)
    title = next(card.title for card in cards if card.key == key)
    answer = plans.done(after)
    told = telling.person(one, "guides.card-proposed", card=title)
    event = following(act, events.CARD_PROPOSED, one, role, {"card": key}, told)
    repository.move(act, one, after, event, answer)
    return answer


def _helped(act: Act, plan_id: str) -> Plan:
    """The plan, while one helps with it. Raises NotHelping."""
    try:
        one = repository.get(plan_id)
    except errors.UnknownPlan as unknown:
        raise errors.NotHelping() from unknown
    if not one.helped_by(act.actor.person_id, act.at):
        raise errors.NotHelping()
    return one
