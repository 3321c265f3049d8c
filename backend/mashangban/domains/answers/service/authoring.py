"""An office writes pairs: a draft, its changes, the step before a second person."""

from dataclasses import replace

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.rules.pair import Edition, Pair
from mashangban.domains.answers.schemas import (
    AnswerPairDone,
    AnswerPairForm,
    AnswerPairRow,
    AnswerPairsQuery,
    AnswerPairText,
    AnswerPairView,
)
from mashangban.domains.answers.service import picturing, presenting
from mashangban.domains.answers.service.saying import edition_of
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions


def begin(act: Act, form: AnswerPairForm) -> AnswerPairDone:
    """Begin a pair. Raises UnknownRegion, WrongDays, NotFound beyond reach."""
    if form.region and divisions.find(form.region) is None:
        raise errors.UnknownRegion()
    act.actor.reach(permissions.EDIT_PAIRS).require(Place(region=form.region))
    content = edition_of(act, form)
    blank = Pair(ids.new_id(act.at), form.region, form.department, form.question, gap_id=form.gap_id)
    new = blank.drafted(content)
    role = act.actor.role_for(permissions.EDIT_PAIRS, new.place)
    told = {"region": new.region, "draft": new.draft, "gap": new.gap_id}
    event = following(act, events.PAIR_DRAFTED, new, role, told)
    answer = presenting.done(new)
    pairs.create(act, new, content, event, answer)
    return answer


def rewrite(act: Act, pair_id: str, form: AnswerPairText) -> AnswerPairDone:
    """Change the words of the draft, or begin the next edition of what stands or has ended; what is looked at stays.

    Raises InReview, WrongDays.
    """
    before = pairs.get(pair_id, act.actor.reach(permissions.EDIT_PAIRS))
    said = pairs.edition(pair_id, before.draft or before.edition)
    content = before.written(replace(edition_of(act, form), media=said.media), said)
    after = before.drafted(content)
    role = act.actor.role_for(permissions.EDIT_PAIRS, before.place)
    event = following(act, events.PAIR_CHANGED, before, role, {"draft": after.draft})
    answer = presenting.done(after)
    pairs.draft(act, before, after, content, event, answer)
    return answer


def submit(act: Act, pair_id: str) -> AnswerPairDone:
    """Hand a draft to a second person. Raises NothingDrafted, InReview, MediaNotReady."""
    before = pairs.get(pair_id, act.actor.reach(permissions.EDIT_PAIRS))
    after = before.handed_in()
    picturing.require_ready(pairs.edition(pair_id, before.draft))
    role = act.actor.role_for(permissions.EDIT_PAIRS, before.place)
    event = following(act, events.PAIR_SUBMITTED, before, role, {"draft": before.draft})
    answer = presenting.done(after)
    pairs.change(act, before, after, event, answer)
    return answer


def listed(actor: Principal, asked: AnswerPairsQuery) -> Page[AnswerPairRow]:
    """The pairs of one office, within reach."""
    actor.reach(permissions.EDIT_PAIRS).require(Place(region=asked.region))
    found = pairs.of_region(asked.region, asked.page, shelf=asked.shelf, department=asked.department)
    return found.map(presenting.row)


def view(actor: Principal, pair_id: str) -> AnswerPairView:
    """A pair with its draft, or with what stands. Raises NotFound beyond reach."""
    one = pairs.get(pair_id, actor.reach(permissions.EDIT_PAIRS))
    editions = pairs.editions(pair_id)
    content = dict(editions)[one.draft or one.edition]
    return AnswerPairView(
        row=presenting.row(one),
        content=presenting.text(content),
        media=picturing.shown(content.media),
        editions=[presenting.edition_row(one, number, said) for number, said in editions],
        steps=presenting.steps(one),
        actions=_actions(one, content, actor.person_id),
    )


def _actions(one: Pair, content: Edition, person_id: str) -> list[str]:
    if one.submitted:
        return ["return", *(["approve"] if person_id not in content.authors else [])]
    found = ["rewrite", *(["submit"] if one.draft else [])]
    return [*found, *(["withdraw"] if one.in_force else [])]
