"""A zone's window for matters of other places, and what its clerks were trained in. Pure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mashangban.domains.crossregion.errors import TrainingWrong
from mashangban.domains.crossregion.terms import MOST_CLERKS, MOST_TRAININGS, TRAINED_DAYS
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Training:
    """What a clerk was trained in, on which day, by whom."""

    topic: str
    day: date
    trainer: str


@dataclass(frozen=True, slots=True)
class Clerk:
    """Somebody at the window with their training record, the latest last."""

    person_id: str
    trainings: tuple[Training, ...] = ()

    def trained(self, day: date) -> bool:
        """Whether the latest training still counts on a day."""
        latest = max((one.day for one in self.trainings), default=None)
        return latest is not None and day <= latest + timedelta(days=TRAINED_DAYS)


@dataclass(frozen=True, slots=True)
class Window:
    """Where a zone takes files in: address, telephone, hours, and who works there."""

    region: str
    name: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    clerks: tuple[Clerk, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        """What its events are about."""
        return Subject("crosswindow", self.region)

    @property
    def place(self) -> Place:
        """Whose officers keep it."""
        return Place(self.region)


def train(one: Window, person_id: str, training: Training, today: date) -> Window:
    """A training goes into a clerk's record. Raises TrainingWrong for a day ahead or a record that is full."""
    if training.day > today:
        raise TrainingWrong("培训日期不能晚于今天")
    known = next((clerk for clerk in one.clerks if clerk.person_id == person_id), None)
    before = known or Clerk(person_id)
    if len(before.trainings) >= MOST_TRAININGS or (known is None and len(one.clerks) >= MOST_CLERKS):
        raise TrainingWrong("记录满了，请先清理不在窗口的人")
    whole = tuple(sorted((*before.trainings, training), key=lambda each: each.day))
    after = replace(before, trainings=whole)
    others = tuple(clerk for clerk in one.clerks if clerk.person_id != person_id)
    return replace(one, clerks=(*others, after))


def leave(one: Window, person_id: str) -> Window:
    """Somebody is no more at the window. Raises TrainingWrong for who was not."""
    left = tuple(clerk for clerk in one.clerks if clerk.person_id != person_id)
    if len(left) == len(one.clerks):
        raise TrainingWrong("这个人不在窗口名单里")
    return replace(one, clerks=left)
