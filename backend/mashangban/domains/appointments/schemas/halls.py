"""Wire shapes of halls, their days, their slots and figures."""

from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.appointments.terms import (
    CELL,
    MOST_PLACES,
)
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import ONE_LINE

_Name = Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
_Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}$")]


class HallPeriod(Schema):
    """A part of the day for which one books, hall time."""

    starts: time
    ends: time


class HallMatter(Schema):
    """What one comes for: how many a period, what to bring, where it is done without coming."""

    code: _Code
    name: _Name
    quota: int = Field(ge=0, le=MOST_PLACES)
    papers: list[_Name] = Field([], max_length=12)
    online: Annotated[str, Field(max_length=200), ONE_LINE] = ""


class HallCounter(Schema):
    """A window and the matters that it serves; closed, it serves none."""

    name: Annotated[str, Field(min_length=1, max_length=20), ONE_LINE]
    matters: list[_Code] = Field(max_length=60)
    open: bool = True


class HallForm(Schema):
    """A hall as its county keeps it; where it is as China's maps draw it (GCJ-02), in millionths of a degree."""

    name: _Name
    region: str = Field(pattern=r"^\d{6}$")
    address: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]
    phone: str = Field(pattern=r"^[0-9 -]{5,20}$")
    latitude_e6: int = Field(ge=-90_000_000, le=90_000_000)
    longitude_e6: int = Field(ge=-180_000_000, le=180_000_000)
    periods: list[HallPeriod] = Field(min_length=1, max_length=40)
    matters: list[HallMatter] = Field(min_length=1, max_length=60)
    counters: list[HallCounter] = Field(min_length=1, max_length=60)


class HallRow(Schema):
    id: str
    name: str
    region: str
    address: str
    phone: str
    latitude_e6: int
    longitude_e6: int


class HallNow(Schema):
    """A hall at this moment: open until when, and how many are in it, come and not yet done."""

    open: bool
    until: time | None
    inside: int


class HallNearby(HallRow):
    """A hall in a list of those to which one may go now."""

    now: HallNow


class HallView(HallRow):
    """A hall with what it does at which counters."""

    periods: list[HallPeriod]
    matters: list[HallMatter]
    counters: list[HallCounter]


class HallsQuery(ListQuery):
    county: str = Field(pattern=r"^\d{6}$")


class NearQuery(Schema):
    """The square of the map in which somebody is (geohash, about 1.2 by 0.6 km, GCJ-02): more exactly is not asked."""

    cell: str = Field(pattern=rf"^[0-9b-hjkmnp-z]{{{CELL}}}$")


class HallCardsQuery(Schema):
    """What is looked for in a county: halls, or what is booked there."""

    county: str = Field(pattern=r"^\d{6}$")
    kind: Literal["hall", "booking"] = "hall"
    words: Annotated[str, Field(max_length=40)] = ""


class HallDayForm(Schema):
    """A day of its own: closed, or open beside the calendar, with other quotas where they differ."""

    opens: bool
    reason: Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
    quotas: dict[_Code, Annotated[int, Field(ge=0, le=MOST_PLACES)]] = Field({}, max_length=60)


class HallDayView(Schema):
    """A day, whether the hall is open, and why."""

    day: date
    opens: bool
    why: str


class SlotsQuery(Schema):
    matter: _Code
    day: date


class SlotView(Schema):
    """A slot with what is left; `waiting` stand in its queue."""

    start: str
    label: str
    starts_at: datetime
    ends_at: datetime
    left: int
    waiting: int
    closed: bool


class OnlineChoice(Schema):
    """Which matter somebody does online instead of coming."""

    matter: _Code


class OnlineWay(Schema):
    """Where it is done online; empty when it isn't."""

    matter: str
    way: str


class HallFigures(Schema):
    """A matter's month; `online_percent` of those who could have come went online."""

    matter: str
    name: str
    booked: int
    walked_in: int
    done: int
    missed: int
    cancelled: int
    online: int
    online_percent: int | None
