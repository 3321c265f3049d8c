"""Until when workers check a table, and who hears of it. Pure."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.terms import CONFIRM_DAYS, REMIND_BEFORE_DAYS

CONFIRMING = "wages.confirming"
REMIND, DUE = "remind", "due"


def confirming(table: Table, at: datetime) -> Deadline:
    """Workers have three days; a reminder comes a day before, then the clerk is told who kept silent."""
    ladder = (
        Rung(REMIND, RungKind.BEFORE, Term(REMIND_BEFORE_DAYS, Unit.CALENDAR_DAY)),
        Rung(DUE, RungKind.AT),
    )
    term = Term(CONFIRM_DAYS, Unit.CALENDAR_DAY, "平台约定")
    return Deadline(table.subject, CONFIRMING, "工人核对工资", at, term, ladder, table.region)
