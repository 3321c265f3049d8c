"""Evaluations with their mending clock, and the stars counted by policy and region."""

from typing import Any

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import Due
from mashangban.domains.claims import errors
from mashangban.domains.claims.models import TABLE, ClaimDeadlineRecord
from mashangban.domains.claims.models.evaluating import EvaluationRecord, StarsCountedRecord
from mashangban.domains.claims.rules import evaluation as rules
from mashangban.domains.claims.rules.evaluation import Evaluation
from mashangban.kernel import boards, clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_PLAIN = (
    "claim_id", "number", "enterprise_id", "policy_id", "title", "region", "at", "state",
)  # fmt: skip
_SEALED = ("words", "answer", "verdict")
_STARS = "stars."


def find(claim_id: str) -> Evaluation | None:
    """A claim's evaluation, or None while there is none."""
    try:
        return _evaluation(EvaluationRecord.get(f"EVALUATION#{claim_id}", "EVALUATION", consistent_read=True))
    except EvaluationRecord.DoesNotExist:
        return None


def get(claim_id: str, reach: Reach) -> Evaluation:
    """A claim's evaluation. Raises UnknownEvaluation when there is none within reach."""
    found = find(claim_id)
    if found is None or not reach.covers(found.place):
        raise errors.UnknownEvaluation()
    return found


def of_region(region: str, page: PageRequest, *, awaited: bool) -> Page[Evaluation]:
    """A region's evaluations: what is being mended, the longest waiting first; or the rest, the newest first."""
    where = _bucket(region, awaited=awaited)
    return pagination.query(EvaluationRecord, where, page, index="GSI1", newest_first=not awaited).map(
        _evaluation
    )


def create(act: Act, new: Evaluation, event: Event, answer: Schema) -> None:
    """Write an evaluation, with its clock where it is bad. Raises AlreadyEvaluated."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event, otherwise=errors.AlreadyEvaluated())
        if new.awaited:
            deadlines.begin(tx, ClaimDeadlineRecord, rules.mending_clock(new, act.at))
        tx.answer(answer)


def move(act: Act, before: Evaluation, after: Evaluation, event: Event, answer: Schema) -> None:
    """Write a step of a mending; the last closes its clock."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, _moves(after))
        if before.awaited and not after.awaited:
            running = deadline_items.get(ClaimDeadlineRecord, before.subject, rules.MENDING)
            deadlines.close(tx, ClaimDeadlineRecord, running)
        tx.answer(answer)


def climb(act: Act, one: Evaluation, event: Event, due: Due) -> None:
    """Write that the clock has spoken."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(one), event, [])
        due.settle(tx)


def count(one: Evaluation) -> None:
    """Count the stars on the boards of the policy and of each region around it, once."""
    contribution = StarsCountedRecord(one.subject.pk, "COUNTED")
    first = contribution.get_save_kwargs_from_instance(condition=StarsCountedRecord.PK.does_not_exist())
    names = [_policy(one.policy_id), *(_region(one.region[:length]) for length in (2, 4, 6))]
    moves = {f"{_STARS}{one.stars}": 1}
    writes: list[dict[str, Any]] = [{"Put": first}]
    for name in dict.fromkeys(names):
        writes += boards.additions(TABLE, name, moves)
    boards.write(writes)


def stars_of_policy(policy_id: str) -> dict[int, int]:
    """How often each number of stars was given for a policy."""
    return _stars(_policy(policy_id))


def stars_of_region(region: str) -> dict[int, int]:
    """The same for a region."""
    return _stars(_region(region))


def _stars(name: str) -> dict[int, int]:
    found = boards.counters(TABLE, name)
    return {number: found.get(f"{_STARS}{number}", 0) for number in range(1, 6)}


def _policy(policy_id: str) -> str:
    return f"stars:policy:{policy_id}"


def _region(region: str) -> str:
    return f"stars:region:{region}"


def _bucket(region: str, *, awaited: bool) -> str:
    return f"EVALUATIONS-IN#{region}#{'open' if awaited else 'done'}"


def _moves(after: Evaluation) -> list[Any]:
    kind: Any = EvaluationRecord
    return [
        kind.state.set(after.state),
        kind.mender_id.set(after.mender_id),
        kind.GSI1PK.set(_bucket(after.region, awaited=after.awaited)),
        *(
            getattr(kind, name).set(_seal(after, name))
            for name in ("answer", "verdict")
            if getattr(after, name)
        ),
    ]


def _record(one: Evaluation) -> EvaluationRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in _PLAIN}
    return EvaluationRecord(
        one.subject.pk,
        "EVALUATION",
        GSI1PK=_bucket(one.region, awaited=one.awaited),
        GSI1SK=f"{clock.to_text(one.at)}#{one.claim_id}",
        stars=one.stars,
        words=_seal(one, "words") if one.words else None,
        **values,
    )


def _evaluation(record: EvaluationRecord) -> Evaluation:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLAIN}
    for name in _SEALED:
        sealed = getattr(record, name)
        values[name] = crypto.unseal(sealed, _context(record.claim_id, name)) if sealed else ""
    return Evaluation(
        stars=int(record.stars),
        mender_id=record.mender_id or "",
        version=int(record.version),
        chain=record.chain,
        **values,
    )


def _seal(one: Evaluation, name: str) -> str:
    return crypto.seal(getattr(one, name), _context(one.claim_id, name))


def _context(claim_id: str, name: str) -> str:
    return f"claims|evaluation|{claim_id}|{name}"
