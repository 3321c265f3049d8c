"""A household inspection: points of a list by room, entered offline, finished whole, signed by the parties. Pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mashangban.domains.homes import errors
from mashangban.domains.homes.terms.inspections import (
    Capacity,
    CheckList,
    InspectionKind,
    InspectionState,
    Item,
    Verdict,
    list_by_id,
)
from mashangban.kernel.events import GENESIS, Subject, canonical
from mashangban.kernel.permissions import Place

WHOLE = "全屋"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found at one point. `revision` counts its changes: a phone that was away names the one it saw."""

    verdict: Verdict | None = None
    design: int = 0
    values: tuple[int, ...] = ()
    note: str = ""
    photos: tuple[str, ...] = ()
    pin: tuple[int, int] | None = None
    revision: int = 0

    def content(self) -> tuple[object, ...]:
        """Everything but the count."""
        return (self.verdict, self.design, self.values, self.note, self.photos, self.pin)


@dataclass(frozen=True, slots=True)
class Signature:
    """One party's word on the sheet as its hash names it."""

    capacity: Capacity
    person_id: str
    name_masked: str
    unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of one measured point: the largest deviation from the design, and the largest difference among the values."""

    deviation: int
    spread: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Inspection:
    """One sheet of one home. `points` are `code@room`; a second round holds only what failed before."""

    id: str
    number: str
    estate_id: str
    estate_name: str
    region: str
    home_id: str
    label: str
    kind: InspectionKind
    list_id: str
    round: int
    inspector_id: str
    units: Mapping[Capacity, tuple[str, str]]
    points: tuple[str, ...]
    opened_at: datetime
    state: InspectionState = InspectionState.OPEN
    entries: Mapping[str, Entry] = field(default_factory=dict)
    digest: str = ""
    signatures: tuple[Signature, ...] = ()
    document_id: str = ""
    printed: bool = False
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("homeinspection", self.id)

    @property
    def place(self) -> Place:
        """Where it stands for inspector, parties and regulators; a buyer's own reaches the builder once finished."""
        orgs = frozenset(one for one, _ in self.units.values())
        if self.kind is InspectionKind.BUYER and self.state is InspectionState.OPEN:
            return Place(persons=frozenset({self.inspector_id}))
        return Place(self.region, orgs, self.estate_id, frozenset({self.inspector_id}))

    @property
    def check_list(self) -> CheckList:
        return list_by_id(self.list_id)

    @property
    def failed(self) -> tuple[str, ...]:
        """Points that did not pass, in the order of the sheet."""
        return tuple(point for point in self.points if self.verdict_of(point) is Verdict.FAIL)

    def item_of(self, point: str) -> Item:
        """The line of the list that a point belongs to."""
        return self.check_list.item(point.partition("@")[0])

    def verdict_of(self, point: str) -> Verdict | None:
        """As entered, or as the measurements say."""
        entry = self.entries.get(point)
        if entry is None:
            return None
        counted = statistics(self.item_of(point), entry)
        return counted.verdict if counted else entry.verdict


def points_of(check_list: CheckList, rooms: Sequence[str]) -> tuple[str, ...]:
    """Every point of a list in a home with these rooms, room by room, what concerns the whole home last."""
    by_room = [f"{item.code}@{room}" for room in rooms for item in check_list.items if _applies(item, room)]
    return (*by_room, *(f"{item.code}@{WHOLE}" for item in check_list.items if item.whole))


def statistics(item: Item, entry: Entry) -> Statistics | None:
    """Of a measured point with all its values; None for others."""
    if not item.measured or len(entry.values) < item.points or not entry.design:
        return None
    deviation = max((value - entry.design for value in entry.values), key=abs)
    spread = max(entry.values) - min(entry.values)
    good = abs(deviation) <= item.tolerance and spread <= item.spread
    return Statistics(deviation, spread, Verdict.PASS if good else Verdict.FAIL)


def enter(
    one: Inspection, given: Iterable[tuple[str, int, Entry]]
) -> tuple[Inspection, list[str], list[str]]:
    """Take a batch in: point, the revision the phone saw, what it found. Gives the points taken and those in conflict,
    which stay as they are. Raises InspectionClosed, UnknownPoint.
    """
    if one.state is not InspectionState.OPEN:
        raise errors.InspectionClosed()
    entries, taken, conflicts = dict(one.entries), list[str](), list[str]()
    for point, seen, entry in given:
        if point not in one.points:
            raise errors.UnknownPoint()
        held = entries.get(point, Entry())
        if held.content() == entry.content():
            taken.append(point)
        elif held.revision == seen:
            entries[point] = replace(entry, revision=held.revision + 1)
            taken.append(point)
        else:
            conflicts.append(point)
    return replace(one, entries=entries), taken, conflicts


def finish(one: Inspection) -> Inspection:
    """Every point has its verdict, what did not pass its words or a photo. Raises InspectionClosed, Unfinished."""
    if one.state is not InspectionState.OPEN:
        raise errors.InspectionClosed()
    missing = [point for point in one.points if one.verdict_of(point) is None]
    if missing:
        raise errors.Unfinished(f"还有 {len(missing)} 处没有查，如{_words(one, missing[0])}")
    unlike = [point for point in one.points if one.verdict_of(point) is not Verdict.PASS]
    bare = [point for point in unlike if not _explained(one.entries[point])]
    if bare:
        raise errors.Unfinished(f"{_words(one, bare[0])}没有合格，要写说明或拍照")
    return replace(one, state=InspectionState.FINISHED, digest=digest_of(one))


def sign(one: Inspection, new: Signature, digest: str) -> Inspection:
    """One party signs what it saw; the last one makes it a report. Raises NotFinished, SheetDiffers, AlreadySigned."""
    if one.state is not InspectionState.FINISHED:
        raise errors.NotFinished()
    if digest != one.digest:
        raise errors.SheetDiffers()
    if any(held.capacity is new.capacity for held in one.signatures):
        raise errors.AlreadySigned()
    signed = (*one.signatures, new)
    whole = {held.capacity for held in signed} >= wanted(one)
    return replace(one, signatures=signed, state=InspectionState.SIGNED if whole else one.state)


def wanted(one: Inspection) -> set[Capacity]:
    """Who must sign: the units of the project, or the buyer alone."""
    return {Capacity.BUYER} if one.kind is InspectionKind.BUYER else set(one.units)


def digest_of(one: Inspection) -> str:
    """What the parties sign: list, home, round and everything found."""
    found = {
        point: [
            str(one.verdict_of(point)),
            entry.design,
            list(entry.values),
            entry.note,
            list(entry.photos),
            list(entry.pin or ()),
        ]
        for point, entry in one.entries.items()
    }
    body = {"list": one.list_id, "home": one.home_id, "round": one.round, "found": found}
    return hashlib.sha256(canonical(body).encode()).hexdigest()


def _applies(item: Item, room: str) -> bool:
    return not item.whole and (not item.rooms or any(word in room for word in item.rooms))


def _explained(entry: Entry) -> bool:
    return bool(entry.note or entry.photos or entry.values)


def _words(one: Inspection, point: str) -> str:
    return f"{point.partition('@')[2]}的{one.item_of(point).label}"
