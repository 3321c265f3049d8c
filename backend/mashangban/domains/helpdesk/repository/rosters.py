"""Duty rosters: a department's weeks are read together, each is written whole."""

from collections.abc import Iterable
from datetime import date

from mashangban.domains.helpdesk.models import TABLE, RosterRecord
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.roster import Roster
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction


def of_weeks(desk: Desk, mondays: Iterable[date]) -> list[Roster]:
    """A department's weeks in order, empty where nobody is down yet (one batch)."""
    empty = [Roster(desk, monday) for monday in mondays]
    found = RosterRecord.batch_get([(one.subject.pk, "ROSTER") for one in empty], consistent_read=True)
    known = {one.monday: one for one in found}
    return [_roster(desk, known[one.monday]) if one.monday in known else one for one in empty]


def write(act: Act, before: Roster, after: Roster, event: Event, answer: Schema | None) -> None:
    """Write a week."""
    record = RosterRecord(before.subject.pk, "ROSTER", desk=after.desk, monday=after.monday)
    with Transaction(act, TABLE) as tx:
        if event.version == 1:
            record.shifts, record.swaps = after.shifts, after.swaps
            tx.create(record, event)
        else:
            tx.amend(
                record, event, [RosterRecord.shifts.set(after.shifts), RosterRecord.swaps.set(after.swaps)]
            )
        tx.answer(answer)


def _roster(desk: Desk, record: RosterRecord) -> Roster:
    """The department is called as it is now."""
    return Roster(desk, record.monday, record.shifts, record.swaps, int(record.version), record.chain)
