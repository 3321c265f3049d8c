"""What a hall's month came to, one item a matter: each event is counted once, however often it is delivered."""

from datetime import date

from mashangban.domains.appointments.models import CountedRecord, HallMonthRecord
from mashangban.domains.appointments.rules.figures import Figures
from mashangban.domains.appointments.terms import Counted
from mashangban.kernel import counting
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema


def count(
    act: Act, once: str, hall_id: str, matter: str, day: date, what: Counted, answer: Schema | None = None
) -> None:
    """Add one, unless `once` was counted before."""
    month = HallMonthRecord(_pk(hall_id, day), matter)
    one_more = getattr(HallMonthRecord, what.value).add(1)
    counting.count(act, CountedRecord.of(once, act.at), (month, [one_more]), answer=answer)


def of_hall(hall_id: str, day: date) -> list[Figures]:
    """The figures of the month in which a day lies, matter by matter."""
    return [_figures(one) for one in HallMonthRecord.query(_pk(hall_id, day))]


def _figures(one: HallMonthRecord) -> Figures:
    return Figures(one.SK, **{what.value: int(getattr(one, what.value) or 0) for what in Counted})


def _pk(hall_id: str, day: date) -> str:
    return f"MONTH#{hall_id}#{day:%Y-%m}"
