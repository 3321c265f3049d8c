"""An alliance of zones: who is a member on which day. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mashangban.domains.crossregion.errors import (
    AllianceWrong,
    AlreadyMember,
    LeadStays,
    NotMember,
    TooManyZones,
)
from mashangban.domains.crossregion.terms import MOST_ZONES
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Zone:
    """A region of GB/T 2260 (a city or a county) that takes part from a day on, and until a day it left."""

    region: str
    name: str
    joined_on: date
    left_on: date | None = None

    def member(self, day: date) -> bool:
        """Whether it takes part on a day; the day of leaving is the first without it."""
        return self.joined_on <= day and (self.left_on is None or day < self.left_on)

    @property
    def place(self) -> Place:
        """Whose officers speak for it."""
        return Place(self.region)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the zones signed: its number, the day, and the paper in the files room."""

    number: str
    signed_on: date
    file_id: str


@dataclass(frozen=True, slots=True)
class Alliance:
    """Zones that handle each other's matters. `batches` counts the lists of items entered so far."""

    id: str
    name: str
    lead: str
    agreement: Agreement
    zones: tuple[Zone, ...]
    batches: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        """What its events are about."""
        return Subject("alliance", self.id)

    @property
    def place(self) -> Place:
        """Whose officers keep it: the lead zone's."""
        return Place(self.lead)

    def members(self, day: date) -> tuple[Zone, ...]:
        """The zones that take part on a day."""
        return tuple(one for one in self.zones if one.member(day))

    def has(self, region: str, day: date) -> bool:
        """Whether a zone takes part on a day."""
        return any(one.region == region for one in self.members(day))

    def name_of(self, region: str) -> str:
        """What a zone is called here."""
        return next((one.name for one in self.zones if one.region == region), region)


def checked(one: Alliance) -> Alliance:
    """A new alliance that makes sense. Raises AllianceWrong naming the field."""
    regions = [zone.region for zone in one.zones]
    if len(set(regions)) < 2 or len(set(regions)) < len(regions):
        raise _wrong("zones", "至少要有两个不同的地区")
    if any(_nested(region, regions) for region in regions):
        raise _wrong("zones", "一个地区不能包在另一个地区里面")
    if one.lead not in regions:
        raise _wrong("lead", "牵头地区要在成员里")
    return one


def join(one: Alliance, zone: Zone) -> Alliance:
    """A zone comes in, also one that left before. Raises AlreadyMember, TooManyZones, AllianceWrong."""
    now = [known.region for known in one.zones if known.left_on is None or known.left_on > zone.joined_on]
    if zone.region in now:
        raise AlreadyMember()
    if len(now) >= MOST_ZONES:
        raise TooManyZones()
    if _nested(zone.region, now) or any(_nested(region, [zone.region]) for region in now):
        raise _wrong("region", "一个地区不能包在另一个地区里面")
    return replace(one, zones=(*one.zones, zone))


def leave(one: Alliance, region: str, day: date) -> Alliance:
    """A zone goes out from a day on; cases under way are finished. Raises NotMember, LeadStays."""
    if region == one.lead:
        raise LeadStays()
    going = next((zone for zone in one.zones if zone.region == region and zone.left_on is None), None)
    if going is None or going.joined_on > day:
        raise NotMember()
    gone = replace(going, left_on=day)
    return replace(one, zones=tuple(gone if zone is going else zone for zone in one.zones))


def _nested(region: str, others: Sequence[str]) -> bool:
    return any(region != other and region.startswith(other) for other in others)


def _wrong(field: str, message: str) -> AllianceWrong:
    return AllianceWrong(errors=(FieldError(field, message),))
