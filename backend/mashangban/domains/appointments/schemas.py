"""Wire shapes of halls, slots, bookings and visits."""

from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.appointments.terms import MOST_PLACES, Call, Verdict
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

_Name = Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
_Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}$")]
_Note = Annotated[str, Field(max_length=200), LINES]
_Start = Annotated[str, Field(pattern=r"^\d{4}$")]


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


class BookingForm(Schema):
    """Which place is wanted: hall, matter, day and the slot's start as HHMM."""

    hall_id: str = Field(max_length=40)
    matter: _Code
    day: date
    start: _Start


class BookingDone(Schema):
    """What an act answers; `until` is the moment before which a promise is to be confirmed."""

    id: str
    number: str
    state: str
    state_label: str
    until: datetime | None = None


class BookingRow(Schema):
    id: str
    number: str
    hall_id: str
    hall_name: str
    matter_name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    state: str
    state_label: str
    until: datetime | None


class BookingPaper(Schema):
    """One paper to bring, and what the agent said of its picture."""

    name: str
    verdict: str
    verdict_label: str
    note: str
    photo: LinkView | None


class BookingStep(Schema):
    at: datetime
    label: str
    by_label: str
    hash: str


class BookingView(Schema):
    """A booking as its person sees it; `ahead` wait before them, `late` says that cancelling counts as missed."""

    row: BookingRow
    address: str
    phone: str
    latitude_e6: int
    longitude_e6: int
    ahead: int | None
    late: bool
    call: str
    call_label: str
    call_note: str
    papers: list[BookingPaper]
    actions: list[str]
    log: list[BookingStep]


class CheckInCodeView(Schema):
    """The text of the picture, good once and for five minutes."""

    code: str
    valid_until: datetime


class PaperPhoto(Schema):
    number: int = Field(ge=0, le=11)
    file_id: str = Field(max_length=64)


class VisitsQuery(ListQuery):
    day: date


class VisitRow(BookingRow):
    """A visit as the hall sees it: the person's name masked, empty for who walked in."""

    person: str
    call: str
    call_label: str
    to_mend: int


class VisitView(Schema):
    """A visit with its papers for the agent who answers for it."""

    row: VisitRow
    agent: str
    call_note: str
    papers: list[BookingPaper]
    actions: list[str]
    log: list[BookingStep]


class ArrivalForm(Schema):
    """What was scanned at the hall."""

    hall_id: str = Field(max_length=40)
    code: str = Field(max_length=80)


class WalkInForm(Schema):
    """Who came without a booking takes what is left of a slot that has closed online."""

    matter: _Code
    start: _Start


class CallForm(Schema):
    """What the agent heard."""

    heard: Call
    note: _Note = ""


class PaperReview(Schema):
    """The agent's word on one paper."""

    number: int = Field(ge=0, le=11)
    verdict: Verdict
    note: _Note = ""


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


class VisitContact(Schema):
    """Whom the agent calls, in full; that it was shown stands in the booking's log, where the person reads it."""

    name: str
    phone: str
