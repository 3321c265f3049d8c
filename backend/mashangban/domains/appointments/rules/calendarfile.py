"""A booking as an iCalendar file, RFC 5545 (3.1 lines, 3.3.11 text, 3.6.1 events, 3.6.6 alarms). Pure."""

from datetime import UTC, datetime

from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.terms import State

KIND = "text/calendar; charset=utf-8"
_OCTETS = 75


def written(one: Booking, address: str, now: datetime) -> bytes:
    """One event with an alarm two hours before; a booking that ended is told as cancelled."""
    papers = "、".join(paper.name for paper in one.papers)
    told = f"预约号 {one.number}。" + (f"请带：{papers}" if papers else "")
    ends = one.state in (State.CANCELLED, State.CALLED_OFF, State.LAPSED)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Mashangban//Appointments//ZH",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{one.id}@mashangban",
        f"DTSTAMP:{_moment(now)}",
        f"SEQUENCE:{one.version}",
        f"DTSTART:{_moment(one.starts_at)}",
        f"DTEND:{_moment(one.ends_at)}",
        f"SUMMARY:{_text(f'{one.matter_name}（{one.hall_name}）')}",
        f"LOCATION:{_text(f'{one.hall_name} {address}')}",
        f"DESCRIPTION:{_text(told)}",
        f"STATUS:{'CANCELLED' if ends else 'CONFIRMED'}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT2H",
        f"DESCRIPTION:{_text(one.matter_name)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return value


def _folded(line: str) -> str:
    """At most 75 octets a line, no character torn apart."""
    parts, size = [""], 0
    for one in line:
        width = len(one.encode())
        if size + width > _OCTETS:
            parts.append("")
            size = 1  # the blank that marks a continued line
        parts[-1] += one
        size += width
    return "\r\n ".join(parts)
