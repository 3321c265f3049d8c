"""When offices do business, by region and season. One row a region and season."""

from dataclasses import dataclass
from datetime import time

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """Opening spans of a day in order; `first` and `last` bound the season as (month, day), both included."""

    spans: tuple[Span, ...]
    source: str
    region: str = ""
    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (12, 31)


# No statute sets one timetable for the country: this is the default until a region enters its own row.
BUSINESS_HOURS: tuple[BusinessHours, ...] = (
    BusinessHours(((time(8, 30), time(12)), (time(13, 30), time(17, 30))), "系统缺省，以当地公布为准"),
)
