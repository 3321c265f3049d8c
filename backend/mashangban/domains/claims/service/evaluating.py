"""Stars and words for a finished claim; what was rated badly is mended and confirmed, in time."""

from typing import Any

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.ladders import DUE, REMIND
from mashangban.deadlines.service import Due
from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.models import TABLE, ClaimDeadlineRecord
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository import evaluating as store
from mashangban.domains.claims.rules import evaluation as rules
from mashangban.domains.claims.rules.evaluation import Evaluation
from mashangban.domains.claims.schemas import ClaimTrack, ReasonForm
from mashangban.domains.claims.schemas.evaluating import (
    EvaluationDone,
    EvaluationForm,
    EvaluationRow,
    EvaluationsQuery,
    EvaluationView,
    MendingConfirmed,
    StarsQuery,
    StarsView,
)
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.steps import within
from mashangban.domains.claims.terms.evaluating import GOOD, EvaluationState
from mashangban.kernel import history
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role


def evaluate(act: Act, claim_id: str, form: EvaluationForm) -> EvaluationDone:
    """The enterprise's word, once. A bad one opens a mending. Raises ClaimUnfinished, AlreadyEvaluated."""
    one, role = within(act, permissions.CLAIM, claim_id)
    new = rules.evaluate(one, form.stars, form.text, act.at)
    data = {"stars": new.stars, "policy": new.policy_id, "state": new.state.value}
    told = telling.officers(one, "claims.rated-badly", mark="rated") if new.awaited else ()
    event = following(act, events.EVALUATED, new, role, data, told)
    answer = _done(new, event.version)
    store.create(act, new, event, answer)
    return answer


def answer(act: Act, claim_id: str, form: ReasonForm) -> EvaluationDone:
    """The office says what it has mended; the office above hears of it. Raises NothingToMend."""
    before = store.get(claim_id, act.actor.reach(permissions.MEND))
    after = rules.answer(before, act.actor.person_id, form.text)
    told = telling.officers(claims.get(claim_id), "claims.mended", above=True, mark=str(before.version))
    return _move(act, before, after, events.MENDED, told)


def confirm(act: Act, claim_id: str, form: MendingConfirmed) -> EvaluationDone:
    """Somebody else says whether it will do. Raises NothingToMend, SameMender."""
    before = store.get(claim_id, act.actor.reach(permissions.MEND))
    after = rules.confirm(before, act.actor.person_id, form.accepted, form.text)
    one, mark = claims.get(claim_id), str(before.version)
    told = (
        telling.enterprise(one, "claims.rating-mended", mark=mark)
        if form.accepted
        else telling.officers(one, "claims.rated-badly", mark=mark)
    )
    return _move(
        act, before, after, events.MENDING_CONFIRMED if form.accepted else events.MENDING_REFUSED, told
    )


def fire(due: Due) -> None:
    """What the clock says of a mending: remind, then climb."""
    act = system_act("claims_clock", due.now)
    one = store.find(due.firing.deadline.subject.id)
    if one is None or not one.awaited:
        return
    rung, by = due.firing.rung.name, due.firing.due.moment
    late, above, mark = rung != REMIND, rung not in (REMIND, DUE), f"mending.{rung}"
    words = "claims.late" if late else "claims.due-soon"
    claim = claims.get(one.claim_id)
    told = telling.officers(claim, words, above=above, mark=mark, due=by, name="差评整改")
    kind = events.MENDING_LATE if late else events.MENDING_REMINDED
    data: dict[str, Any] = {"clock": due.firing.deadline.kind, "rung": rung}
    store.climb(act, one, following(act, kind, one, Role.SYSTEM, data, told), due)


def count(claim_id: str) -> None:
    """Count an evaluation on its boards, once however often it is told."""
    one = store.find(claim_id)
    if one is not None:
        store.count(one)


def listed(actor: Principal, asked: EvaluationsQuery) -> Page[EvaluationRow]:
    """A region's evaluations. Raises NotFound beyond reach."""
    actor.reach(permissions.MEND).require(Place(region=asked.region))
    return store.of_region(asked.region, asked.page, awaited=asked.bucket == "open").map(_row)


def show(act: Act, claim_id: str) -> EvaluationView:
    """An evaluation for its enterprise and its office. Raises UnknownEvaluation beyond reach."""
    one = store.get(claim_id, act.actor.reach(permissions.VIEW))
    clocks = deadline_items.of_subject(ClaimDeadlineRecord, one.subject)
    return EvaluationView(
        row=_row(one),
        text=one.words,
        answer=one.answer,
        verdict=one.verdict,
        deadlines=[deadlines.explain(clock_, act.at) for clock_ in clocks],
        log=[
            ClaimTrack(
                at=event.at,
                label=events.LABELS.get(event.type, event.type),
                by_label=Role(event.role).label,
                hash=event.hash,
            )
            for event in history.of(TABLE, one.subject)
        ],
        actions=_acts(act, one),
    )


def stars(asked: StarsQuery) -> StarsView:
    """Everybody may read how a policy or a region is rated. Raises NotFound when neither is named."""
    if asked.policy_id:
        found = store.stars_of_policy(asked.policy_id)
    elif asked.region:
        found = store.stars_of_region(asked.region)
    else:
        raise NotFound()
    total = sum(found.values())
    good = sum(number for given, number in found.items() if given >= GOOD)
    return StarsView(
        one=found[1],
        two=found[2],
        three=found[3],
        four=found[4],
        five=found[5],
        total=total,
        satisfied_percent=good * 100 // total if total else None,
    )


def _acts(act: Act, one: Evaluation) -> list[str]:
    if not (act.actor.holds(permissions.MEND) and act.actor.reach(permissions.MEND).covers(one.place)):
        return []
    if one.state is EvaluationState.MENDING:
        return ["answer"]
    may = one.state is EvaluationState.ANSWERED and act.actor.person_id != one.mender_id
    return ["confirm"] if may else []


def _move(
    act: Act, before: Evaluation, after: Evaluation, kind: str, told: tuple[Any, ...]
) -> EvaluationDone:
    role = act.actor.role_for(permissions.MEND, before.place)
    event = following(act, kind, before, role, {"state": after.state.value}, told)
    answered = _done(after, event.version)
    store.move(act, before, after, event, answered)
    return answered


def _done(one: Evaluation, version: int) -> EvaluationDone:
    return EvaluationDone(
        id=one.claim_id, stars=one.stars, state=one.state, state_label=one.state.label, version=version
    )


def _row(one: Evaluation) -> EvaluationRow:
    return EvaluationRow(
        id=one.claim_id,
        number=one.number,
        policy_title=one.title,
        stars=one.stars,
        at=one.at,
        state=one.state,
        state_label=one.state.label,
    )
