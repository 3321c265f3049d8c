"""What the witnesses of one worker-day left: passes through the gate, the foreman's roll, scans.

Adding a mark twice, or marks in another order, gives the same marks: deliveries repeat and overtake each other.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.attendance.terms import Direction, Witness


@dataclass(frozen=True, slots=True)
class Punch:
    """In or out. `source` is unique: device and sequence number, or the step of the code that was scanned."""

    at: datetime
    direction: Direction
    source: str


@dataclass(frozen=True, slots=True)
class RollMark:
    """What the foreman's roll says of one person; `version` is the team-day's, a later roll replaces an earlier."""

    halves: int
    overtime_minutes: int
    note: str
    reason: str
    by: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where a phone believed to be. A hint for people who look into a day; it never counts for anything."""

    at: datetime
    latitude_e6: int
    longitude_e6: int


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a worker-day."""

    gate: tuple[Punch, ...] = ()
    scan: tuple[Punch, ...] = ()
    roll: RollMark | None = None
    positions: tuple[Position, ...] = ()

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Who has said anything, in a fixed order; a roll that says `absent` is a witness too."""
        present = {Witness.GATE: self.gate, Witness.ROLL: self.roll, Witness.SCAN: self.scan}
        return tuple(witness for witness, found in present.items() if found)


def with_punches(marks: Marks, witness: Witness, punches: tuple[Punch, ...]) -> Marks:
    """The marks with more punches of the gate or of scans; one source counts once, the first that came stands."""
    known = marks.gate if witness is Witness.GATE else marks.scan
    found = {one.source: one for one in (*punches, *known)}
    ordered = tuple(sorted(found.values(), key=lambda one: (one.at, one.source)))
    return replace(marks, gate=ordered) if witness is Witness.GATE else replace(marks, scan=ordered)


def with_roll(marks: Marks, roll: RollMark) -> Marks:
    """The marks with a roll, unless a later one is known."""
    if marks.roll is not None and marks.roll.version >= roll.version:
        return marks
    return replace(marks, roll=roll)


def with_position(marks: Marks, position: Position | None) -> Marks:
    """The marks with a hint of where the phone was; the latest four are kept."""
    if position is None:
        return marks
    return replace(marks, positions=(*marks.positions, position)[-4:])
