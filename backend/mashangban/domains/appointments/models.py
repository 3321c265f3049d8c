"""How halls, their days and bookings lie in the appointments table (docs/data/appointments.md)."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.appointments.rules.hall import Counter, Matter, Period
from mashangban.domains.appointments.rules.papers import Paper
from mashangban.domains.appointments.terms import Call, KioskFunction, KioskPaper, State, Verdict
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.counting import OnceRecord
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("appointments")


def _dump_periods(all_: tuple[Period, ...]) -> list[list[str]]:
    return [[f"{one.starts:%H:%M}", f"{one.ends:%H:%M}"] for one in all_]


def _load_periods(raw: list[list[str]]) -> tuple[Period, ...]:
    return tuple(Period(time.fromisoformat(starts), time.fromisoformat(ends)) for starts, ends in raw)


def _dump_matters(all_: tuple[Matter, ...]) -> list[list[Any]]:
    return [[one.code, one.name, one.quota, list(one.papers), one.online] for one in all_]


def _load_matters(raw: list[list[Any]]) -> tuple[Matter, ...]:
    return tuple(
        Matter(code, name, quota, tuple(papers), online) for code, name, quota, papers, online in raw
    )


def _dump_counters(all_: tuple[Counter, ...]) -> list[list[Any]]:
    return [[one.name, list(one.matters), one.open] for one in all_]


def _load_counters(raw: list[list[Any]]) -> tuple[Counter, ...]:
    return tuple(Counter(name, tuple(matters), is_open) for name, matters, is_open in raw)


def _dump_papers(all_: tuple[Paper, ...]) -> list[list[str]]:
    return [[one.name, one.file_id, one.verdict.value, one.note, *one.earlier] for one in all_]


def _load_papers(raw: list[list[str]]) -> tuple[Paper, ...]:
    return tuple(
        Paper(name, file_id, Verdict(verdict), note, tuple(earlier))
        for name, file_id, verdict, note, *earlier in raw
    )


class AppointmentsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class HallRecord(AppointmentsRecord, discriminator="hall"):
    """A hall. PK HALL#id, SK HALL; GSI1 HALLS-IN#county / name; GSI2 HALLS-NEAR#coarse square / fine square#id."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    address = UnicodeAttribute()
    phone = UnicodeAttribute()
    latitude_e6 = NumberAttribute()
    longitude_e6 = NumberAttribute()
    periods = JsonAttribute[tuple[Period, ...]](_dump_periods, _load_periods)
    matters = JsonAttribute[tuple[Matter, ...]](_dump_matters, _load_matters)
    counters = JsonAttribute[tuple[Counter, ...]](_dump_counters, _load_counters)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DayPlanRecord(AppointmentsRecord, discriminator="day-plan"):
    """What a hall decided for one day. PK HALL#id, SK DAY#date."""

    day = DateAttribute()
    opens = BooleanAttribute()
    reason = UnicodeAttribute(null=True)
    quotas = JsonAttribute[Mapping[str, int]](dict, dict, null=True)


class DayInsideRecord(AppointmentsRecord, discriminator="day-inside"):
    """How many are in a hall on a day, come and not yet done. PK HALL#id, SK DAY#date#INSIDE; expires."""

    inside = NumberAttribute(null=True)
    expires_at = NumberAttribute(null=True)


def _dump_functions(all_: tuple[KioskFunction, ...]) -> list[str]:
    return [one.value for one in all_]


def _load_functions(raw: list[str]) -> tuple[KioskFunction, ...]:
    return tuple(KioskFunction(one) for one in raw)


class KioskRecord(AppointmentsRecord, discriminator="kiosk"):
    """A kiosk. PK KIOSK#id, SK KIOSK; GSI1 KIOSKS#province / county#name#id."""

    id = UnicodeAttribute()
    hall_id = UnicodeAttribute()
    hall_name = UnicodeAttribute()
    region = UnicodeAttribute()
    name = UnicodeAttribute()
    spot = UnicodeAttribute(null=True)
    functions = JsonAttribute[tuple[KioskFunction, ...]](_dump_functions, _load_functions)
    paper = EnumAttribute(KioskPaper, null=True)
    on = BooleanAttribute()
    code_hash = UnicodeAttribute(null=True)
    code_until = InstantAttribute(null=True)
    key_hash = UnicodeAttribute(null=True)
    registered_at = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class KioskCodeRecord(AppointmentsRecord, discriminator="kiosk-code"):
    """Whose registration code it is. PK KIOSKCODE#keyed hash, SK KIOSKCODE; expires."""

    kiosk_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class KioskBeatRecord(AppointmentsRecord, discriminator="kiosk-beat"):
    """When a kiosk was last heard of. PK KIOSK#id, SK BEAT: apart, so that a beat is small and moves no index."""

    seen_at = InstantAttribute()


class BookingRecord(AppointmentsRecord, discriminator="booking"):
    """A booking. PK BOOKING#id, SK BOOKING; GSI1 BOOKINGS-OF#person / starts#id; GSI2 VISITS#hall#day / starts#id;
    GSI3 TURNS#shard / the moment the clock looks at it, absent when time changes nothing any more.
    """

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    hall_id = UnicodeAttribute()
    hall_name = UnicodeAttribute()
    region = UnicodeAttribute()
    matter = UnicodeAttribute()
    matter_name = UnicodeAttribute()
    day = DateAttribute()
    starts_at = InstantAttribute()
    ends_at = InstantAttribute()
    person_id = UnicodeAttribute(null=True)
    made_at = InstantAttribute()
    state = EnumAttribute(State)
    place = NumberAttribute()
    ticket = NumberAttribute()
    until = InstantAttribute(null=True)
    remind_at = InstantAttribute(null=True)
    agent_id = UnicodeAttribute(null=True)
    call = EnumAttribute(Call)
    call_note = UnicodeAttribute(null=True)
    papers = JsonAttribute[tuple[Paper, ...]](_dump_papers, _load_papers)
    late = BooleanAttribute()
    came_at = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PlaceRecord(AppointmentsRecord, discriminator="place"):
    """A place that is somebody's: there is one item a place, so a place has one owner. PK SLOTS#hall#matter#day,
    SK start#PLACE#number.
    """

    booking_id = UnicodeAttribute()


class TicketsRecord(AppointmentsRecord, discriminator="tickets"):
    """The last turn drawn in a queue. PK SLOTS#hall#matter#day, SK start#TICKETS."""

    last = NumberAttribute()


class WaitRecord(AppointmentsRecord, discriminator="wait"):
    """A turn in a queue. PK SLOTS#hall#matter#day, SK start#WAIT#ticket."""

    booking_id = UnicodeAttribute()


class OpenBookingRecord(AppointmentsRecord, discriminator="open-booking"):
    """A person's one booking of a matter on a day. PK OPEN#person#matter#day, SK OPEN; expires two days later."""

    booking_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class MissRecord(AppointmentsRecord, discriminator="miss"):
    """A visit that was missed. PK MISSED#person, SK day#booking; expires when it no longer counts."""

    day = DateAttribute()
    expires_at = NumberAttribute()


class HallMonthRecord(AppointmentsRecord, discriminator="hall-month"):
    """A matter's month at a hall. PK MONTH#hall#month, SK matter."""

    booked = NumberAttribute(null=True)
    walked_in = NumberAttribute(null=True)
    done = NumberAttribute(null=True)
    missed = NumberAttribute(null=True)
    cancelled = NumberAttribute(null=True)
    online = NumberAttribute(null=True)


class CountedRecord(OnceRecord, AppointmentsRecord, discriminator="counted"):
    """What was counted already. PK COUNTED#event, SK COUNTED; expires."""
