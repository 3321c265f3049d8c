"""A safety training session, its list, and when it counts for somebody. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules.contract import Site
from mashangban.domains.workers.terms.skills import SCAN_DAYS, TRAINING_LASTS, Presence, TrainingLevel
from mashangban.employment.rules import Named
from mashangban.kernel import clock
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place

MOST_ATTENDEES = 300
EARLIEST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Training:
    """A session held at a project. `hours` are class hours 学时; `team` is None when it was for the whole site."""

    id: str
    project: Site
    orgs: tuple[str, ...]
    team: Named | None
    foreman_id: str | None
    level: TrainingLevel
    title: str
    hours: int
    held_on: date
    trainer: str
    photos: tuple[str, ...]
    recorded_by: str
    held_at: datetime
    listed: int = 0
    confirmed: int = 0
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("training", self.id)

    @property
    def place(self) -> Place:
        """Its foreman reaches it as a person, those on its list do not."""
        persons = frozenset({self.foreman_id} if self.foreman_id else ())
        return Place(self.project.region, frozenset(self.orgs), self.project.id, persons)

    @property
    def counts_until(self) -> date:
        return self.held_on + TRAINING_LASTS

    def scannable(self, on: date) -> bool:
        """The code on the spot works until the end of the day after."""
        return on <= self.held_on + timedelta(days=SCAN_DAYS)


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person on a session's list. It counts once they confirmed it themselves, by hand or with one tap."""

    training_id: str
    project_id: str
    project_name: str
    region: str
    level: TrainingLevel
    title: str
    hours: int
    held_on: date
    person_id: str
    name_masked: str
    presence: Presence
    listed_at: datetime
    confirmed_at: datetime | None = None
    signed: bool = False
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        """One person's place on one list: a subject of its own, so that a hundred may scan at once."""
        return Subject("trainee", f"{self.training_id}-{self.person_id}")

    @property
    def counts_until(self) -> date:
        return self.held_on + TRAINING_LASTS

    def counts(self, project_id: str, on: date) -> bool:
        """For entry at a project: held there within a year, and confirmed."""
        fresh = self.held_on <= on <= self.counts_until
        return self.confirmed_at is not None and self.project_id == project_id and fresh


def check_day(held_on: date, on: date) -> None:
    """What is recorded has happened, not more than a month ago. Raises TrainingDayWrong."""
    if not on - EARLIEST <= held_on <= on:
        raise errors.TrainingDayWrong()


def listing(
    training: Training, person_id: str, name_masked: str, presence: Presence, at: datetime
) -> Trainee:
    """Somebody's place on a list, not yet confirmed."""
    return Trainee(
        training_id=training.id,
        project_id=training.project.id,
        project_name=training.project.name,
        region=training.project.region,
        level=training.level,
        title=training.title,
        hours=training.hours,
        held_on=training.held_on,
        person_id=person_id,
        name_masked=name_masked,
        presence=presence,
        listed_at=at,
    )


def check_scan(training: Training, at: datetime) -> None:
    """Raises TrainingClosed once the code's days are over, TrainingFull beyond the largest list."""
    if not training.scannable(clock.local_date(at)):
        raise errors.TrainingClosed()
    check_room(training, 1)


def check_room(training: Training, more: int) -> None:
    """Raises TrainingFull."""
    if training.listed + more > MOST_ATTENDEES:
        raise errors.TrainingFull()


def confirm(trainee: Trainee, at: datetime, *, signed: bool) -> Trainee:
    """The person says that they were there; a repeat changes nothing."""
    if trainee.confirmed_at is not None:
        return trainee
    return replace(trainee, confirmed_at=at, signed=signed)


def counting(attended: list[Trainee], project_id: str, on: date) -> Trainee | None:
    """The training that opens a project's gate on a day: the latest that counts."""
    found = [one for one in attended if one.counts(project_id, on)]
    return max(found, key=lambda one: (one.held_on, one.training_id), default=None)
