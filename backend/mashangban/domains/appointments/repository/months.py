"""What a hall's month came to, one item a matter: each event is counted once, however often it is delivered."""

from datetime import date, timedelta

from mashangban.domains.appointments.models import TABLE, CountedRecord, HallMonthRecord
from mashangban.domains.appointments.rules.figures import Figures
from mashangban.domains.appointments.terms import Counted
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_KEPT = timedelta(days=40)


def count(
    act: Act, once: str, hall_id: str, matter: str, day: date, what: Counted, answer: Schema | None = None
) -> None:
    """Add one, unless `once` was counted before."""
    month = HallMonthRecord(_pk(hall_id, day), matter)
    expires = int((act.at + _KEPT).timestamp())
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(CountedRecord(f"COUNTED#{once}", "COUNTED", expires_at=expires))
            one_more = getattr(HallMonthRecord, what.value).add(1)
            # An update makes the item without saying what it is.
            tx.update(month, [HallMonthRecord.kind.set(HallMonthRecord), one_more])
            tx.answer(answer)
    except Stale:
        return


def of_hall(hall_id: str, day: date) -> list[Figures]:
    """The figures of the month in which a day lies, matter by matter."""
    return [_figures(one) for one in HallMonthRecord.query(_pk(hall_id, day))]


def _figures(one: HallMonthRecord) -> Figures:
    return Figures(one.SK, **{what.value: int(getattr(one, what.value) or 0) for what in Counted})


def _pk(hall_id: str, day: date) -> str:
    return f"MONTH#{hall_id}#{day:%Y-%m}"
