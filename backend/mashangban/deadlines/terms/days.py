"""Days that differ from the base calendar: what a region or a later notice decided. One row a day.

The base is the package `chinesecalendar` (the State Council's yearly notices, 2004 to 2026). A row here wins
over it, and a longer region prefix wins over a shorter one. When a later year's notice is out and the package
lacks it, enter its holidays and make-up days with an empty region and name the year in `SETTLED_YEARS`.
"""

from dataclasses import dataclass
from datetime import date

from mashangban.deadlines.terms import DayKind


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day decided by a notice; `region` is a GB/T 2260 prefix (2, 4 or 6 digits), empty for the country."""

    day: date
    kind: DayKind
    name: str
    source: str
    region: str = ""


_GUANGXI_2017 = "广西壮族自治区人民政府办公厅关于2017年“壮族三月三”放假的通知"

SPECIAL_DAYS: tuple[SpecialDay, ...] = (
    SpecialDay(date(2017, 3, 30), DayKind.HOLIDAY, "壮族三月三", _GUANGXI_2017, "45"),
    SpecialDay(date(2017, 3, 31), DayKind.HOLIDAY, "壮族三月三", _GUANGXI_2017, "45"),
    SpecialDay(date(2017, 4, 1), DayKind.HOLIDAY, "壮族三月三", _GUANGXI_2017, "45"),
    SpecialDay(date(2017, 4, 8), DayKind.MAKEUP, "壮族三月三", _GUANGXI_2017, "45"),
)

# Year beyond the package -> the notice whose days were all entered above; its days are no longer estimates.
SETTLED_YEARS: dict[int, str] = {}
