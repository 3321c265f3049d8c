"""A worker at a training: reads its card, scans in, or confirms a place on the list. Only they can say so."""

from mashangban.domains.workers import errors, events, permissions
from mashangban.domains.workers.repository import trainings as repository
from mashangban.domains.workers.rules import training as rules
from mashangban.domains.workers.rules.training import Trainee, Training
from mashangban.domains.workers.schemas.teams import Named
from mashangban.domains.workers.schemas.trainings import (
    Hand,
    MyTrainingRow,
    ScanForm,
    TrainingCard,
    TrainingConfirmation,
    TrainingDone,
)
from mashangban.domains.workers.service import evidence, schooling
from mashangban.domains.workers.terms.skills import Presence
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_name
from mashangban.kernel import clock, codes
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import RealNameRequired
from mashangban.kernel.events import happened
from mashangban.kernel.permissions import Principal, Role


def card(actor: Principal, code: str) -> TrainingCard:
    """What a scanned code says. Raises AlteredCode."""
    actor.reach(permissions.ATTEND)
    held = repository.training(codes.read(schooling.CODE_PURPOSE, code))
    place = repository.trainee(held.id, actor.person_id)
    return TrainingCard(
        training_id=held.id,
        project=Named(id=held.project.id, name=held.project.name),
        team=Named(id=held.team.id, name=held.team.name) if held.team else None,
        level=held.level,
        level_label=held.level.label,
        title=held.title,
        hours=held.hours,
        held_on=held.held_on,
        trainer=held.trainer,
        open=held.scannable(clock.local_date(clock.now())),
        confirmed_at=place.confirmed_at if place else None,
    )


def scan_in(act: Act, form: ScanForm) -> TrainingDone:
    """Scan the code on the spot: one is on the list and has confirmed.

    Raises AlteredCode, TrainingClosed, TrainingFull.
    """
    act.actor.reach(permissions.ATTEND)
    held = repository.training(codes.read(schooling.CODE_PURPOSE, form.code))
    rules.check_scan(held, act.at)
    place = repository.trainee(held.id, act.actor.person_id)
    if place is not None:
        return _confirm(act, place, form.hand)
    return _enlist(act, held, form.hand)


def confirm(act: Act, training_id: str, form: TrainingConfirmation) -> TrainingDone:
    """Say that one was there, having been put on the list. Raises NotOnTheList."""
    act.actor.reach(permissions.ATTEND)
    place = repository.trainee(training_id, act.actor.person_id)
    if place is None:
        raise errors.NotOnTheList()
    return _confirm(act, place, form.hand)


def mine(actor: Principal) -> list[MyTrainingRow]:
    """The caller's own training record, the latest first."""
    actor.reach(permissions.VIEW_HISTORY)
    today = clock.local_date(clock.now())
    return [schooling.my_row(one, today) for one in repository.of_person(actor.person_id)]


def _enlist(act: Act, held: Training, given: Hand | None) -> TrainingDone:
    person = identity.real_name(act.actor.person_id)
    if person is None:
        raise RealNameRequired()
    hand = evidence.of_presence(act, given, held.id) if given else None
    listed = rules.listing(held, person.person_id, mask_name(person.name), Presence.SCANNED, act.at)
    place = rules.confirm(listed, act.at, signed=hand is not None)
    data = {"training": held.id, "signed": place.signed}
    event = happened(act, events.TRAINING_ATTENDED, place.subject, data, role=Role.PERSON)
    answer = TrainingDone(id=held.id, title=held.title, listed=held.listed + 1, confirmed=True)
    repository.enlist(act, held, [(place, event)], answer, hand)
    return answer


def _confirm(act: Act, place: Trainee, given: Hand | None) -> TrainingDone:
    answer = TrainingDone(id=place.training_id, title=place.title, listed=1, confirmed=True)
    if place.confirmed_at is not None:
        repository.remember(act, answer)
        return answer
    hand = evidence.of_presence(act, given, place.training_id) if given else None
    after = rules.confirm(place, act.at, signed=hand is not None)
    event = happened(
        act,
        events.TRAINING_ATTENDED,
        place.subject,
        {"training": place.training_id, "signed": after.signed},
        role=Role.PERSON,
        version=place.version + 1,
        previous=place.chain,
    )
    repository.confirm(act, after, event, answer, hand)
    return answer
