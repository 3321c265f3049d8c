"""Safety training sessions and who was there."""

from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.domains.workers import errors
from mashangban.domains.workers.models import TABLE, WorkersDeadlineRecord
from mashangban.domains.workers.models.skills import TraineeRecord, TrainingRecord
from mashangban.domains.workers.rules import lapsing
from mashangban.domains.workers.rules.training import MOST_ATTENDEES, Trainee, Training
from mashangban.kernel import crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

MOST = 50
_FIELDS = tuple(Training.__dataclass_fields__)
_PLACES = tuple(Trainee.__dataclass_fields__)


def training(training_id: str, reach: Reach | None = None) -> Training:
    """A session. Raises NotFound when there is none within reach."""
    try:
        found = to_training(TrainingRecord.get(f"TRAINING#{training_id}", "TRAINING", consistent_read=True))
    except TrainingRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def at_project(project_id: str, page: PageRequest) -> Page[Training]:
    """A project's sessions, the latest first."""
    found = pagination.query(
        TrainingRecord, f"TRAININGS-AT#{project_id}", page, index="GSI1", newest_first=True
    )
    return found.map(to_training)


def trainees(training_id: str) -> list[Trainee]:
    """Everyone on a session's list, the last to come first (one query, at most the largest list)."""
    pk = f"TRAINEES-OF#{training_id}"
    found = TraineeRecord.query(pk, index_name="GSI1", scan_index_forward=False, limit=MOST_ATTENDEES)
    return [to_trainee(record) for record in found]


def of_person(person_id: str) -> list[Trainee]:
    """A person's sessions, the latest first (one query)."""
    pk = f"TRAINED#{person_id}"
    found = TraineeRecord.query(pk, index_name="GSI2", scan_index_forward=False, limit=MOST)
    return [to_trainee(record) for record in found]


def trainee(training_id: str, person_id: str) -> Trainee | None:
    """Somebody's place on a list, or None."""
    pk = f"TRAINEE#{training_id}-{person_id}"
    try:
        return to_trainee(TraineeRecord.get(pk, "TRAINEE", consistent_read=True))
    except TraineeRecord.DoesNotExist:
        return None


def hold(act: Act, new: Training, event: Event, answer: Schema) -> None:
    """Write a new session; a year on it no longer counts."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record_of(new), event)
        deadlines.begin(tx, WorkersDeadlineRecord, lapsing.lapse(new))
        tx.answer(answer)


def lapse(act: Act, before: Training, event: Event, settles: deadlines.Due) -> None:
    """Note that a year is over."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record_of(before), event, [])
        settles.settle(tx)


def enlist(
    act: Act, held: Training, places: list[tuple[Trainee, Event]], answer: Schema, hand: str | None = None
) -> None:
    """Put people on a list, all or none. Raises TrainingFull."""
    more = len(places)
    confirmed = sum(one.confirmed_at is not None for one, _ in places)
    with Transaction(act, TABLE) as tx:
        for one, event in places:
            tx.create(_place_of(one, hand), event)
        room: Any = TrainingRecord.listed <= MOST_ATTENDEES - more
        actions = [TrainingRecord.listed.add(more), TrainingRecord.confirmed.add(confirmed)]
        key = TrainingRecord(held.subject.pk, "TRAINING")
        tx.update(key, actions, condition=room, otherwise=errors.TrainingFull())
        tx.answer(answer)


def confirm(act: Act, after: Trainee, event: Event, answer: Schema, hand: str | None = None) -> None:
    """Somebody on the list says that they were there."""
    kind = TraineeRecord
    actions = [kind.confirmed_at.set(act.at), kind.signed.set(after.signed)]
    if hand is not None:
        actions.append(kind.hand.set(_seal(after, hand)))
    with Transaction(act, TABLE) as tx:
        tx.amend(kind(after.subject.pk, "TRAINEE"), event, actions)
        held = TrainingRecord(f"TRAINING#{after.training_id}", "TRAINING")
        tx.update(held, [TrainingRecord.confirmed.add(1)])
        tx.answer(answer)


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of an act that changed nothing: the person had confirmed before."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)


def to_training(record: TrainingRecord) -> Training:
    """A stored session as the rules know it."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return Training(**values)


def to_trainee(record: TraineeRecord) -> Trainee:
    """A stored place on a list."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _PLACES}
    return Trainee(**values)


def _record_of(one: Training) -> TrainingRecord:
    keys: dict[str, Any] = {"GSI1PK": f"TRAININGS-AT#{one.project.id}", "GSI1SK": f"{one.held_on}#{one.id}"}
    return TrainingRecord(
        one.subject.pk, "TRAINING", **keys, **{name: getattr(one, name) for name in _FIELDS}
    )


def _place_of(one: Trainee, hand: str | None) -> TraineeRecord:
    keys: dict[str, Any] = {
        "GSI1PK": f"TRAINEES-OF#{one.training_id}",
        "GSI1SK": one.person_id,
        "GSI2PK": f"TRAINED#{one.person_id}",
        "GSI2SK": f"{one.held_on}#{one.training_id}",
    }
    values = {name: getattr(one, name) for name in _PLACES}
    kept: dict[str, Any] = {"hand": _seal(one, hand)} if hand is not None else {}
    return TraineeRecord(one.subject.pk, "TRAINEE", **keys, **kept, **values)


def _seal(one: Trainee, hand: str) -> str:
    return crypto.seal(hand, f"workers|{one.subject.id}|hand")
