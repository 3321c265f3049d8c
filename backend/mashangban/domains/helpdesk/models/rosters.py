"""Duty rosters: one item a department and week."""

from datetime import date, time

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.helpdesk.models.base import HelpdeskRecord, dump_desk, load_desk
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.roster import Shift, Swap
from mashangban.kernel.attributes import DateAttribute, JsonAttribute

Raw = list[str]


def _dump(shift: Shift) -> Raw:
    return [
        shift.day.isoformat(),
        f"{shift.starts:%H:%M}",
        f"{shift.ends:%H:%M}",
        shift.person_id,
        str(shift.topic),
    ]


def _load(raw: Raw) -> Shift:
    day, starts, ends, person_id, *topic = raw
    begins, stops = time.fromisoformat(starts), time.fromisoformat(ends)
    return Shift(date.fromisoformat(day), begins, stops, person_id, topic[0] if topic else "")


def _dump_shifts(all_: tuple[Shift, ...]) -> list[Raw]:
    return [_dump(one) for one in all_]


def _load_shifts(raw: list[Raw]) -> tuple[Shift, ...]:
    return tuple(_load(one) for one in raw)


def _dump_swaps(all_: tuple[Swap, ...]) -> list[Raw]:
    return [[*_dump(one.shift), one.to] for one in all_]


def _load_swaps(raw: list[Raw]) -> tuple[Swap, ...]:
    return tuple(Swap(_load(one[:-1]), one[-1]) for one in raw)


class RosterRecord(HelpdeskRecord, discriminator="roster"):
    """A week's shifts and the swaps that were asked. PK HELPROSTER#department:Monday, SK ROSTER."""

    desk = JsonAttribute[Desk](dump_desk, load_desk)
    monday = DateAttribute()
    shifts = JsonAttribute[tuple[Shift, ...]](_dump_shifts, _load_shifts)
    swaps = JsonAttribute[tuple[Swap, ...]](_dump_swaps, _load_swaps)
    version = NumberAttribute()
    chain = UnicodeAttribute()
