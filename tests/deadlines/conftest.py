"""A small domain with deadlines of its own, on the real engine."""

import datetime as dt
from dataclasses import dataclass, field

import pytest
from pynamodb.attributes import DiscriminatorAttribute

from mashangban.deadlines import repository, service
from mashangban.deadlines.models import DeadlineRecord
from mashangban.deadlines.rules.calendar import ZONE
from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.kernel import ids
from mashangban.kernel.acts import system_act
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.events import Subject
from mashangban.kernel.settings import Table
from mashangban.kernel.transaction import Transaction
from tests import clocks

TABLE = Table("workers")
LADDER = (
    Rung("remind", RungKind.BEFORE, Term(1, Unit.WORKING_DAY)),
    Rung("due", RungKind.AT),
    Rung("county", RungKind.AFTER, Term(2, Unit.WORKING_DAY)),
)


class SampleRecord(Record):
    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class SampleDeadline(DeadlineRecord, SampleRecord, discriminator="sample-deadline"):
    """How a domain makes the record its own."""


def china(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


START = china(2026, 11, 23, 10)
REMIND = china(2026, 11, 27, 8, 30)
DUE = china(2026, 12, 1)
COUNTY = china(2026, 12, 3)


@dataclass
class Board:
    """Deadlines of one test, and what fired of them; other tests' items in the shared table are left alone."""

    subjects: set[str] = field(default_factory=set)
    fired: list[tuple[str, str]] = field(default_factory=list)

    def begin(
        self, basis: Term | OnDay | None = None, ladder: tuple[Rung, ...] = LADDER, at: dt.datetime = START
    ) -> Deadline:
        subject = Subject("sample", ids.new_id())
        self.subjects.add(subject.id)
        one = Deadline(subject, "sample.answer", "答复", at, basis or Term(5, Unit.WORKING_DAY), ladder)
        with Transaction(system_act("test", at), TABLE) as tx:
            service.begin(tx, SampleDeadline, one)
        return one

    def read(self, one: Deadline) -> Deadline:
        return repository.get(SampleDeadline, one.subject, one.kind)

    def record(self, one: Deadline) -> SampleDeadline:
        return SampleDeadline.get(one.subject.pk, f"DEADLINE#{one.kind}", consistent_read=True)

    def note(self, due: service.Due) -> None:
        if due.firing.deadline.subject.id in self.subjects:
            self.fired.append((due.firing.deadline.subject.id, due.firing.rung.name))

    def rungs(self, one: Deadline) -> list[str]:
        return [rung for subject, rung in self.fired if subject == one.subject.id]

    def sweep(self, now: dt.datetime) -> service.Sweep:
        return service.sweep(SampleDeadline, now, self.note)


@pytest.fixture
def board(tables: str) -> Board:
    clocks.clear(SampleDeadline)
    return Board()
