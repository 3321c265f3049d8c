"""What every act on training shares: answers, who is asked, and its clock."""

from datetime import date

from mashangban.deadlines.service import Due
from mashangban.domains.workers import events
from mashangban.domains.workers.repository import trainings as repository
from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.rules.training import Trainee, Training
from mashangban.domains.workers.schemas.teams import Named
from mashangban.domains.workers.schemas.trainings import MyTrainingRow, TrainingRow
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Message, happened
from mashangban.kernel.permissions import Role
from mashangban.kernel.telling import Whom, notice

CODE_PURPOSE = "training"
OWN_PAGE = "/workers/pages/trainings/index"


def fire(due: Due) -> None:
    """A year after a session: it no longer opens a gate; whoever has no later one counts as trained no more."""
    act = system_act("workers_clock", due.now)
    held = repository.training(due.firing.deadline.subject.id)
    version, chain = held.version + 1, held.chain
    event = happened(
        act, events.TRAINING_LAPSED, held.subject, role=Role.SYSTEM, version=version, previous=chain
    )
    repository.lapse(act, held, event, due)


def ask_to_confirm(place: Trainee) -> Message:
    """Ask somebody who was put on a list to say whether they were there."""
    return notice(
        Whom(place.person_id),
        "workers.training.to-confirm",
        {"project": place.project_name, "what": place.title, "day": wording.day(place.held_on)},
        link=OWN_PAGE,
        dedupe=f"{place.subject.id}|to-confirm",
    )


def row(held: Training) -> TrainingRow:
    """A session as lists show it."""
    return TrainingRow(
        id=held.id,
        project=Named(id=held.project.id, name=held.project.name),
        team=Named(id=held.team.id, name=held.team.name) if held.team else None,
        level=held.level,
        level_label=held.level.label,
        title=held.title,
        hours=held.hours,
        held_on=held.held_on,
        trainer=held.trainer,
        listed=held.listed,
        confirmed=held.confirmed,
    )


def my_row(place: Trainee, today: date) -> MyTrainingRow:
    """A session in one's own record."""
    return MyTrainingRow(
        id=place.training_id,
        project=Named(id=place.project_id, name=place.project_name),
        level_label=place.level.label,
        title=place.title,
        hours=place.hours,
        held_on=place.held_on,
        counts_until=place.counts_until,
        counts=place.counts(place.project_id, today),
        confirmed_at=place.confirmed_at,
        signed=place.signed,
    )
