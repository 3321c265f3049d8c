"""Halls: kept by their county; on which days and in which slots one may come."""

from dataclasses import replace
from datetime import date, datetime

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments import errors, events, permissions
from mashangban.domains.appointments.repository import days
from mashangban.domains.appointments.repository import halls as repository
from mashangban.domains.appointments.repository.days import Filling
from mashangban.domains.appointments.rules import hall as rules
from mashangban.domains.appointments.rules import opening
from mashangban.domains.appointments.rules.hall import Counter, Hall, Matter, Period
from mashangban.domains.appointments.rules.opening import DayPlan, Slot
from mashangban.domains.appointments.schemas import (
    HallDayForm,
    HallDayView,
    HallForm,
    HallRow,
    HallsQuery,
    HallView,
    SlotsQuery,
    SlotView,
)
from mashangban.domains.appointments.terms import AHEAD_DAYS
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest
from mashangban.kernel.permissions import Place
from mashangban.kernel.settings import settings


def open_hall(act: Act, given: HallForm) -> HallView:
    """Enter a hall of one's own region. Raises HallWrong, NotFound beyond reach."""
    new = rules.checked(_hall(ids.new_id(act.at), given))
    role = act.actor.role_for(permissions.KEEP_HALL, Place(given.region))
    answer = view(new)
    repository.create(act, new, following(act, events.HALL_OPENED, new, role), answer)
    return answer


def change(act: Act, hall_id: str, given: HallForm) -> HallView:
    """Put a hall right; bookings that were made stay. Raises HallWrong, NotFound beyond reach."""
    before = repository.get(hall_id)
    role = act.actor.role_for(permissions.KEEP_HALL, before.place)
    new = rules.checked(_hall(hall_id, given))
    after = replace(new, region=before.region, version=before.version, chain=before.chain)
    answer = view(after)
    repository.change(act, before, after, following(act, events.HALL_CHANGED, before, role), answer)
    return answer


def decide_day(act: Act, hall_id: str, day: date, given: HallDayForm) -> HallDayView:
    """Close a day, open one more, or set its quotas. Raises DayPast, UnknownMatter, NotFound beyond reach."""
    hall = repository.get(hall_id)
    role = act.actor.role_for(permissions.KEEP_HALL, hall.place)
    if day < clock.local_date(act.at):
        raise errors.DayPast()
    for code in given.quotas:
        rules.matter_of(hall, code)
    plan = DayPlan(day, given.opens, given.reason, given.quotas)
    data = {"day": day.isoformat(), "opens": given.opens}
    answer = HallDayView(day=day, opens=given.opens, why=given.reason)
    repository.decide_day(act, hall, plan, following(act, events.DAY_PLANNED, hall, role, data), answer)
    return answer


def show(hall_id: str) -> HallView:
    """A hall for everybody. Raises UnknownHall."""
    return view(repository.get(hall_id))


def booking_link(hall_id: str, matter: str) -> str:
    """What an agent sends to somebody who should come: it opens the hall's times of this matter."""
    return f"{settings().public_url}/j/y/{hall_id}.{matter}"


def of_county(query: HallsQuery) -> Page[HallRow]:
    """A county's halls by name."""
    return repository.of_county(query.county, query.page).map(HallRow.model_validate)


def all_of_county(county: str) -> list[HallView]:
    """A county's halls with what they do, a page at most."""
    return [view(one) for one in repository.of_county(county, PageRequest(limit=MAX_LIMIT)).items]


def days_of(hall_id: str, today: date) -> list[HallDayView]:
    """The days for which one may book, with those that are closed and why. Raises UnknownHall."""
    hall = repository.get(hall_id)
    plans = repository.plans(hall_id, today, date.fromordinal(today.toordinal() + AHEAD_DAYS))
    return [HallDayView.model_validate(one) for one in opening.days_ahead(hall, today, plans, CALENDAR)]


def slots_of(hall_id: str, query: SlotsQuery, now: datetime) -> list[SlotView]:
    """What is left of a day. Raises UnknownHall, UnknownMatter."""
    hall, plan = repository.get(hall_id), repository.plan(hall_id, query.day)
    found = days.of_day(hall_id, query.matter, query.day)
    all_ = opening.slots(hall, query.matter, query.day, plan, CALENDAR)
    last = date.fromordinal(clock.local_date(now).toordinal() + AHEAD_DAYS)
    return [
        _slot(one, found.get(one.start, Filling()), closed=now >= one.closes_at or one.day > last)
        for one in all_
    ]


def slot(hall: Hall, matter: str, day: date, start: str) -> Slot:
    """One slot of a hall by its present plan. Raises NotOpen, UnknownMatter."""
    plan = repository.plan(hall.id, day)
    return opening.slot(opening.slots(hall, matter, day, plan, CALENDAR), start)


def view(one: Hall) -> HallView:
    """A hall as everybody sees it."""
    return HallView.model_validate(one)


def _slot(one: Slot, filling: Filling, *, closed: bool) -> SlotView:
    # What is free while somebody waits is on its way to them.
    left = 0 if filling.waiting else len(opening.free(one, filling.places))
    return SlotView(
        start=one.start,
        label=one.period.label,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        left=left,
        waiting=len(filling.waiting),
        closed=closed,
    )


def _hall(hall_id: str, given: HallForm) -> Hall:
    return Hall(
        id=hall_id,
        name=given.name,
        region=given.region,
        address=given.address,
        phone=given.phone,
        latitude_e6=given.latitude_e6,
        longitude_e6=given.longitude_e6,
        periods=tuple(Period(one.starts, one.ends) for one in given.periods),
        matters=tuple(
            Matter(one.code, one.name, one.quota, tuple(one.papers), one.online) for one in given.matters
        ),
        counters=tuple(Counter(one.name, tuple(one.matters), one.open) for one in given.counters),
    )
