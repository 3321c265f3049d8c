"""A booking as an iCalendar file (RFC 5545 3.6.1 events, 3.6.6 alarms). Pure."""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.enums import STATUS

from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.terms import State

_PRODUCT = "-//Mashangban//Appointments//ZH"
_BEFORE = timedelta(hours=2)
_ENDED = (State.CANCELLED, State.CALLED_OFF, State.LAPSED)


def written(one: Booking, address: str, now: datetime) -> bytes:
    """One event with an alarm two hours before; a booking that ended is told as cancelled."""
    visit = _visit(one, address, now)
    visit.add_component(_alarm(one))
    file = Calendar.new(uid=one.id, prodid=_PRODUCT, method="PUBLISH", subcomponents=[visit])
    content: bytes = file.to_ical()
    return content


def _visit(one: Booking, address: str, now: datetime) -> Event:
    papers = "、".join(paper.name for paper in one.papers)
    return Event.new(
        uid=f"{one.id}@mashangban",
        stamp=now.astimezone(UTC),
        sequence=one.version,
        start=one.starts_at.astimezone(UTC),
        end=one.ends_at.astimezone(UTC),
        summary=f"{one.matter_name}（{one.hall_name}）",
        location=f"{one.hall_name} {address}",
        description=f"预约号 {one.number}。" + (f"请带：{papers}" if papers else ""),
        status=STATUS.CANCELLED if one.state in _ENDED else STATUS.CONFIRMED,
    )


def _alarm(one: Booking) -> Alarm:
    alarm = Alarm.new(uid=f"{one.id}-alarm", description=one.matter_name)
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_BEFORE)
    return alarm
