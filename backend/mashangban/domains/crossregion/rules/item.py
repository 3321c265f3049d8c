"""An item of an alliance: its standard counts once every zone taking part has agreed to that version. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mashangban.domains.crossregion.errors import AlreadyAgreed, NothingProposed, SameStandard
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.terms import ItemState, Mode
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Standard:
    """How an item is handled alike in every zone taking part. `days` are working days until the decision."""

    name: str
    modes: tuple[Mode, ...]
    zones: tuple[str, ...]
    papers: tuple[str, ...]
    days: int
    result: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a batch: an item's code in the alliance's list and its first standard."""

    code: str
    standard: Standard


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row of a batch (counted from 0)."""

    row: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item with the standard in force (edition 0: none yet), what is proposed next, and who agreed to that."""

    alliance_id: str
    code: str
    batch: int
    edition: int = 0
    standard: Standard | None = None
    proposed: Standard | None = None
    agreed: tuple[str, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        """Its id: the code within its alliance."""
        return f"{self.alliance_id}.{self.code}"

    @property
    def subject(self) -> Subject:
        """What its events are about."""
        return Subject("crossitem", self.id)

    @property
    def shown(self) -> Standard:
        """The standard that people read: the one in force, else the first that was proposed."""
        found = self.standard or self.proposed
        assert found is not None, "an item has a standard from its first day"
        return found

    @property
    def state(self) -> ItemState:
        """Whether it counts."""
        if self.standard is None:
            return ItemState.PROPOSED
        return ItemState.CHANGING if self.proposed is not None else ItemState.IN_FORCE

    @property
    def open(self) -> tuple[str, ...]:
        """The zones whose word is still missing for the proposed standard."""
        zones = self.proposed.zones if self.proposed is not None else ()
        return tuple(one for one in zones if one not in self.agreed)


def entered(alliance: Alliance, batch: int, line: Line) -> Item:
    """An item of a batch: the zone that leads agrees by entering it, if it takes part."""
    new = Item(alliance.id, line.code, batch, proposed=line.standard)
    return _settled(replace(new, agreed=_by(alliance.lead, line.standard)))


def propose(one: Item, alliance: Alliance, standard: Standard) -> Item:
    """The next version; the one in force counts until all agreed to it. Raises SameStandard."""
    if standard == (one.proposed or one.standard):
        raise SameStandard()
    return _settled(replace(one, proposed=standard, agreed=_by(alliance.lead, standard)))


def agree(one: Item, region: str) -> Item:
    """A zone's word. Raises NothingProposed, AlreadyAgreed."""
    if one.proposed is None or region not in one.proposed.zones:
        raise NothingProposed()
    if region in one.agreed:
        raise AlreadyAgreed()
    return _settled(replace(one, agreed=(*one.agreed, region)))


def serves(one: Item, alliance: Alliance, region: str, day: date) -> bool:
    """Whether a zone handles this item on a day: it agreed to what is in force and still is a member."""
    return one.standard is not None and region in one.standard.zones and alliance.has(region, day)


def faults(alliance: Alliance, lines: Sequence[Line], taken: Collection[str], day: date) -> Iterator[Fault]:
    """What keeps a batch from being entered: codes that are there already, zones that are no members."""
    seen: set[str] = set(taken)
    for row, line in enumerate(lines):
        if line.code in seen:
            yield Fault(row, "code", f"编码 {line.code} 在清单里已经有了")
        seen.add(line.code)
        yield from _zone_faults(alliance, row, line.standard, day)


def zone_message(alliance: Alliance, standard: Standard, day: date) -> str:
    """Why the zones of a standard can't take part; empty when they can."""
    strangers = [one for one in standard.zones if not alliance.has(one, day)]
    if strangers:
        return f"{'、'.join(strangers)} 现在不是联盟成员"
    return "" if len(set(standard.zones)) > 1 else "至少要有两个地区参加"


def _zone_faults(alliance: Alliance, row: int, standard: Standard, day: date) -> Iterator[Fault]:
    message = zone_message(alliance, standard, day)
    if message:
        yield Fault(row, "zones", message)


def _by(lead: str, standard: Standard) -> tuple[str, ...]:
    return (lead,) if lead in standard.zones else ()


def _settled(one: Item) -> Item:
    if one.proposed is None or one.open:
        return one
    return replace(one, edition=one.edition + 1, standard=one.proposed, proposed=None, agreed=())
