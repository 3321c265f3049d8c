"""What people ask and nobody answers: counted, read by its department, answered or left alone with a reason."""

from collections.abc import Callable
from datetime import datetime

from mashangban.domains.answers import events, permissions
from mashangban.domains.answers.repository import gaps
from mashangban.domains.answers.rules.asked import AskedQuestion, Gap
from mashangban.domains.answers.schemas.asking import AnswerGapDismissal, AnswerGapsQuery, AnswerGapView
from mashangban.domains.answers.service.presenting import region_name
from mashangban.domains.answers.terms import GapState
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role


def count(one: AskedQuestion, plain: str, at: datetime) -> None:
    """Note that a question found no answer. Who asked it stands nowhere."""
    act = system_act("answers_asking", at)
    gap_id = gaps.id_of(one.region, plain)
    before = gaps.find(gap_id)
    if before is None:
        new = Gap(gap_id, one.region, one.department, one.text, 1, at, at)
        told = {"department": one.department.value, "region": one.region}
        gaps.create(act, new, following(act, events.GAP_OPENED, new, Role.SYSTEM, told))
        return
    after = before.again(at)
    if after.state is before.state:
        gaps.count(act, before, after)
    else:
        event = following(act, events.GAP_REOPENED, before, Role.SYSTEM, {"asked": after.asked})
        gaps.change(act, before, after, event)


def take(act: Act, gap_id: str, pair_id: str) -> None:
    """Somebody writes an answer to it."""
    _move(act, gap_id, events.GAP_TAKEN, lambda one: one.taken(pair_id), GapState.OPEN)


def close(act: Act, gap_id: str, pair_id: str) -> None:
    """The answer is in use."""
    _move(act, gap_id, events.GAP_ANSWERED, lambda one: one.answered(pair_id), GapState.TAKEN, GapState.OPEN)


def dismiss(act: Act, gap_id: str, given: AnswerGapDismissal) -> AnswerGapView:
    """Leave a question without an answer, with the reason. Raises GapClosed, NotFound beyond reach."""
    before = _own(act.actor, gap_id)
    after = before.dismissed(given.reason)
    answer = view(after)
    role = _role(act)
    event = following(act, events.GAP_DISMISSED, before, role, {"note": given.reason})
    gaps.change(act, before, after, event, answer)
    return answer


def listed(actor: Principal, asked: AnswerGapsQuery) -> Page[AnswerGapView]:
    """The open questions of a region, the most asked first; those asked without a region are everybody's."""
    _require(actor, asked.region)
    return gaps.listed(asked.region, asked.state, asked.department, asked.page).map(view)


def show(actor: Principal, gap_id: str) -> AnswerGapView:
    """One open question. Raises NotFound beyond reach."""
    return view(_own(actor, gap_id))


def view(one: Gap) -> AnswerGapView:
    """An open question as its department reads it."""
    return AnswerGapView(
        id=one.id,
        region=one.region,
        region_name=region_name(one.region) if one.region else "没说地区",
        department=one.department,
        department_label=one.department.label,
        text=one.text,
        asked=one.asked,
        first_at=one.first_at,
        last_at=one.last_at,
        state=one.state,
        state_label=one.state.label,
        note=one.note,
        pair_id=one.pair_id,
    )


def _move(act: Act, gap_id: str, kind: str, step: Callable[[Gap], Gap], *states: GapState) -> None:
    """One step of a question that is still in one of these states; else it was brought twice."""
    before = gaps.find(gap_id)
    if before is None or before.state not in states:
        return
    after = step(before)
    told = {"pair": after.pair_id}
    gaps.change(act, before, after, following(act, kind, before, Role.SYSTEM, told))


def _own(actor: Principal, gap_id: str) -> Gap:
    found = gaps.get(gap_id)
    _require(actor, found.region)
    return found


def _require(actor: Principal, region: str) -> None:
    reach = actor.reach(permissions.EDIT_PAIRS)
    if region:
        reach.require(Place(region=region))


def _role(act: Act) -> str:
    """The role of an author wherever it is held: a question without a region lies in nobody's place."""
    held = [one.role for one in act.actor.grants if one.role in permissions.EDIT_PAIRS.roles]
    return held[0]
