"""The calendar: what each day is in a region, and why."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from mashangban.deadlines.errors import CalendarRangeError
from mashangban.deadlines.terms import HOLIDAY_RULES, REST_DAYS, DayKind
from mashangban.deadlines.terms.days import SETTLED_YEARS, SPECIAL_DAYS, SpecialDay
from mashangban.deadlines.terms.hours import BUSINESS_HOURS, BusinessHours, Span
from mashangban.deadlines.terms.lunar import LUNAR_FESTIVALS

ZONE = ZoneInfo("Asia/Shanghai")
LAST_YEAR = max(LUNAR_FESTIVALS)
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day, what it is, what it is called, who says so; `estimated` when no notice covers its year yet."""

    day: dt.date
    kind: DayKind
    name: str
    source: str
    estimated: bool = False

    @property
    def working(self) -> bool:
        """Tell whether offices work on it."""
        return self.kind in (DayKind.WORKDAY, DayKind.MAKEUP)


class Calendar:
    """The working-day calendar of all regions; the longest matching region prefix decides."""

    def __init__(
        self,
        special_days: Iterable[SpecialDay] = SPECIAL_DAYS,
        settled_years: Mapping[int, str] = SETTLED_YEARS,
        business_hours: Iterable[BusinessHours] = BUSINESS_HOURS,
    ) -> None:
        self._special: dict[tuple[str, dt.date], SpecialDay] = {}
        for row in special_days:
            if self._special.setdefault((row.region, row.day), row) is not row:
                raise ValueError(f"two rows for {row.day} in region {row.region or 'all'}")
        self._settled = dict(settled_years)
        self._hours = tuple(business_hours)

    def day(self, day: dt.date, region: str = "") -> CalendarDay:
        """Say what a day is; CalendarRangeError before 2004 and after the lunar table."""
        for prefix in _prefixes(region):
            row = self._special.get((prefix, day))
            if row is not None:
                return CalendarDay(day, row.kind, row.name, row.source)
        if day.year in self._settled:
            return _by_statute(day, estimated=False, source=self._settled[day.year])
        if day.year in noticed_years():
            return _by_notice(day)
        return _by_statute(day, estimated=True, source=HOLIDAY_RULES)

    def is_working(self, day: dt.date, region: str = "") -> bool:
        """Tell whether offices of the region work on the day."""
        return self.day(day, region).working

    def spans(self, day: dt.date, region: str = "") -> tuple[Span, ...]:
        """Give the business hours of a working day in order."""
        for prefix in _prefixes(region):
            for row in self._hours:
                if row.region == prefix and _in_season(day, row):
                    return row.spans
        raise LookupError(f"no business hours for region {region!r} on {day}")


@cache
def noticed_years() -> range:
    """Give the years whose notices the package knows.

    The package is imported where a day is asked for, not with this module: it costs a function's start 15 ms.
    """
    from chinese_calendar.constants import holidays

    return range(min(holidays).year, max(holidays).year + 1)


def local_day(instant: dt.datetime) -> dt.date:
    """Give the date in China of an aware instant."""
    return instant.astimezone(ZONE).date()


def at(day: dt.date, time: dt.time) -> dt.datetime:
    """Give the instant of a wall time in China, as UTC."""
    return dt.datetime.combine(day, time, ZONE).astimezone(dt.UTC)


def _prefixes(region: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((region[:6], region[:4], region[:2], "")))


def _in_season(day: dt.date, row: BusinessHours) -> bool:
    month_day = (day.month, day.day)
    if row.first <= row.last:
        return row.first <= month_day <= row.last
    return month_day >= row.first or month_day <= row.last


def _by_notice(day: dt.date) -> CalendarDay:
    from chinese_calendar import Holiday, get_holiday_detail

    off, key = get_holiday_detail(day)
    if key is None:
        return _ordinary(day)
    kind = DayKind.HOLIDAY if off else DayKind.MAKEUP
    # The enum's members carry their Chinese name as an attribute that the package does not annotate.
    name: str = Holiday(key).chinese
    return CalendarDay(day, kind, name, f"国务院办公厅关于{day.year}年部分节假日安排的通知")


def _by_statute(day: dt.date, *, estimated: bool, source: str) -> CalendarDay:
    name = _statutory_days(day.year).get(day)
    if name is None:
        return _ordinary(day, estimated=estimated)
    return CalendarDay(day, DayKind.HOLIDAY, name, source, estimated)


def _ordinary(day: dt.date, *, estimated: bool = False) -> CalendarDay:
    if day.weekday() >= 5:
        return CalendarDay(day, DayKind.WEEKEND, "周末", REST_DAYS, estimated)
    return CalendarDay(day, DayKind.WORKDAY, "工作日", REST_DAYS, estimated)


@cache
def _statutory_days(year: int) -> dict[dt.date, str]:
    """Give the 13 statutory days by the rules of 2024; where two fall together the day counts once."""
    from chinese_calendar import get_solar_terms

    if year not in LUNAR_FESTIVALS:
        raise CalendarRangeError(f"no calendar for {year}: {noticed_years().start} to {LAST_YEAR} are known")
    spring, dragon_boat, mid_autumn = (dt.date(year, month, day) for month, day in LUNAR_FESTIVALS[year])
    clear_bright = next(
        day for day, term in get_solar_terms(dt.date(year, 4, 1), dt.date(year, 4, 10)) if term == "清明"
    )
    return {
        dt.date(year, 1, 1): "元旦",
        **{spring + ONE_DAY * n: "春节" for n in range(-1, 3)},
        clear_bright: "清明",
        dt.date(year, 5, 1): "劳动节",
        dt.date(year, 5, 2): "劳动节",
        dragon_boat: "端午",
        mid_autumn: "中秋",
        **{dt.date(year, 10, day): "国庆节" for day in (1, 2, 3)},
    }
