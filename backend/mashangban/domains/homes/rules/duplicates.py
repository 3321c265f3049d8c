"""Which defects may be the same as a new one: by home, stack, building, batch and time; scored, with reasons. Pure.

What is shown of another household's defect is enough to judge and points to nobody: floor, room and kind of fault,
never a room number, a photograph or a word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import Category, DefectState

LEAST, MOST = 50, 5
_SAME_CATEGORY, _KIN_CATEGORY = 30, 15
_SAME_HOME, _SAME_ROOM = 50, 15
_NEXT_FLOOR, _STACK, _UNIT, _BUILDING = 30, 20, 10, 5
_BATCH = 5
_WINDOWS = ((timedelta(days=30), 15), (timedelta(days=90), 5))
# Water has two names in a household's mouth.
_KIN = frozenset({frozenset({Category.LEAK, Category.PLUMBING})})


@dataclass(frozen=True, slots=True)
class Sight:
    """What is compared of a defect."""

    id: str
    number: str
    home_id: str
    door: Door
    batch: str
    category: Category
    room: str
    reported_at: datetime
    state: DefectState = DefectState.REPORTED
    issue_id: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that may be the same, with the reasons in words. `own` says that it is of the same home."""

    sight: Sight
    score: int
    reasons: tuple[str, ...]
    own: bool

    @property
    def place(self) -> str:
        """Where it is, as far as another household may know."""
        door, room = self.sight.door, self.sight.room
        where = "您家" if self.own else f"{door.building}号楼{_unit(door)}{door.floor}层"
        return f"{where}{room}"


def candidates(new: Sight, known: Iterable[Sight]) -> list[Candidate]:
    """The likeliest first, a handful at most."""
    found = [one for sight in known if sight.id != new.id and (one := _compare(new, sight)) is not None]
    found.sort(key=lambda one: (-one.score, one.sight.number))
    return found[:MOST]


def stack_of(door: Door) -> tuple[str, str, str]:
    """同一垂直线: building, unit and the room's place on its floor (1801 and 1701 lie above each other)."""
    return door.building, door.unit, door.room.removeprefix(door.floor)[-2:]


def _compare(new: Sight, other: Sight) -> Candidate | None:
    kind = _category(new.category, other.category)
    recent = _recent(new.reported_at - other.reported_at)
    if kind is None or recent is None:
        return None
    own = new.home_id == other.home_id
    parts = [kind, *_place(new, other, own), recent]
    score = sum(points for points, _ in parts)
    if score < LEAST:
        return None
    return Candidate(other, min(score, 100), tuple(words for _, words in parts), own)


def _category(new: Category, other: Category) -> tuple[int, str] | None:
    if new is other:
        return _SAME_CATEGORY, f"同一类问题：{other.label}"
    if frozenset({new, other}) in _KIN:
        return _KIN_CATEGORY, f"相近的问题：{other.label}"
    return None


def _place(new: Sight, other: Sight, own: bool) -> list[tuple[int, str]]:
    found = [_near(new.door, other.door, own)]
    if new.room and new.room == other.room:
        found.append((_SAME_ROOM, f"同样在{other.room}"))
    if new.batch and new.batch == other.batch and not own:
        found.append((_BATCH, "同一批交付"))
    return [one for one in found if one[0]]


def _near(new: Door, other: Door, own: bool) -> tuple[int, str]:
    if own:
        return _SAME_HOME, "同一套房"
    if stack_of(new) == stack_of(other):
        if _floors_apart(new, other) == 1:
            return _NEXT_FLOOR, "正上方或正下方的一户"
        return _STACK, "同一竖线的一户"
    if (new.building, new.unit) == (other.building, other.unit):
        return _UNIT, "同一单元"
    return (_BUILDING, "同一栋楼") if new.building == other.building else (0, "")


def _floors_apart(new: Door, other: Door) -> int:
    try:
        return abs(int(new.floor) - int(other.floor))
    except ValueError:
        return 0


def _recent(apart: timedelta) -> tuple[int, str] | None:
    days = abs(apart).days
    for window, points in _WINDOWS:
        if abs(apart) <= window:
            return points, "相隔不到一天" if days == 0 else f"相隔{days}天"
    return None


def _unit(door: Door) -> str:
    return f"{door.unit}单元" if door.unit else ""
