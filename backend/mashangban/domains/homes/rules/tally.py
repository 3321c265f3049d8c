"""What one defect counts on the boards and on its builder's public page, and how it stands in lists. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.rules.duplicates import Sight
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import REPEAT_DAYS, Category, Climb, DefectState
from mashangban.kernel import clock

OPEN, LATE, ENDED = "open", "late", "ended"
CASES, ANSWERED, ANSWER_MINUTES = "figure.cases", "figure.answered", "figure.answer_minutes"
FIXED, FIX_HOURS, AGAIN = "figure.fixed", "figure.fix_hours", "figure.again"
RATED, STARS = "figure.rated", "figure.stars"
COST, COSTED = "cost.fen", "cost.cases"
REPAIRED, REPEATS = "repeat.of", "repeat.cases"
# Which groups of counters each kind of board keeps.
GROUPS = {
    "region": ("state", "climb", "category", "sum", "cost", "repeat"),
    "estate": ("state", "climb", "category", "building", "contractor", "sum", "cost", "repeat"),
    "builder": ("figure",),
    "issue": ("issue",),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A defect as lists show it. `bucket` groups it, `order` sorts it there; `shown` is the row's content."""

    id: str
    version: int
    home_id: str
    estate_id: str
    builder_id: str
    contractor_id: str
    reporter_id: str
    region: str
    issue_id: str
    bucket: str
    order: str
    shown: Mapping[str, Any]
    counted: Mapping[str, int] = field(default_factory=dict)


def listed(one: Defect) -> Listed:
    """A defect: its row and what it counts."""
    return Listed(
        id=one.id,
        version=one.version,
        home_id=one.home_id,
        estate_id=one.estate_id,
        builder_id=one.builder.id,
        contractor_id=one.contractor.id if one.contractor else "",
        reporter_id=one.reporter_id,
        region=one.region,
        issue_id=one.issue_id,
        bucket=_bucket(one),
        order=clock.to_text(one.reported_at),
        shown=_shown(one),
        counted={**_standing(one), **_figures(one), **_of_issue(one), **_costs(one), **_repeats(one)},
    )


def sight_of(row: Listed) -> Sight:
    """What is compared of a row to find doubles."""
    shown = row.shown
    return Sight(
        row.id,
        shown["number"],
        row.home_id,
        Door(*shown["door"]),
        shown["batch"],
        Category(shown["category"]),
        shown["room"],
        clock.from_text(row.order),
        DefectState(shown["state"]),
        row.issue_id,
    )


def repeated(rows: Iterable[Listed], category: Category, at: datetime) -> str:
    """The defect of the same home and kind that the household called repaired within ninety days before; else empty."""
    since = clock.to_text(at - timedelta(days=REPEAT_DAYS))
    found = [
        row.id
        for row in rows
        if row.shown["category"] == category.value
        and row.shown["state"] == DefectState.CONFIRMED.value
        and row.shown.get("ended", "") > since
    ]
    return next(iter(found), "")


def boards_of(row: Listed) -> list[tuple[str, str, str]]:
    """The boards a row counts on: kind, id, and the key of the part below it."""
    region = row.region
    issue = [("issue", row.issue_id, "")] if row.issue_id else []
    return [
        *issue,
        ("region", region[:2], region[:4]),
        ("region", region[:4], region),
        ("region", region, row.estate_id),
        ("estate", row.estate_id, ""),
        ("builder", row.builder_id, ""),
    ]


def moves_on(kind: str, part: str, moves: Mapping[str, int]) -> dict[str, int]:
    """What a board of a kind takes of a row's moves, and its part's number of open defects."""
    taken = {key: step for key, step in moves.items() if key.partition(".")[0] in GROUPS[kind]}
    step = moves.get("sum.open", 0)
    return {**taken, f"part.{part}": step} if part and step else taken


def summed(rows: Iterable[Listed], kind: str) -> dict[str, int]:
    """A board counted anew from its rows."""
    total: Counter[str] = Counter()
    for row in rows:
        total.update(moves_on(kind, "", row.counted))
    return dict(total)


def _bucket(one: Defect) -> str:
    if not one.state.open:
        return ENDED
    return LATE if one.climb is not Climb.NONE else OPEN


def _shown(one: Defect) -> dict[str, Any]:
    door = one.door
    return {
        "number": one.number,
        "estate": one.estate_name,
        "door": [door.building, door.unit, door.floor, door.room],
        "batch": one.batch,
        "room": one.spot.room,
        "category": one.category.value,
        "severity": one.severity.value,
        "state": one.state.value,
        "climb": one.climb.value,
        "contractor": one.contractor.name if one.contractor else "",
        "ended": clock.to_text(one.marks.ended_at) if one.marks.ended_at else "",
        "rejections": one.marks.rejections + one.marks.reopens,
        "visit_at": clock.to_text(one.visit_at) if one.visit_at else "",
    }


def _standing(one: Defect) -> dict[str, int]:
    if not one.state.open:
        return {f"state.{one.state.value}": 1, "sum.ended": 1}
    found = {
        f"state.{one.state.value}": 1,
        f"category.{one.category.value}": 1,
        f"building.{one.door.building}": 1,
        "sum.open": 1,
    }
    if one.contractor:
        found[f"contractor.{one.contractor.id}"] = 1
    if one.climb is not Climb.NONE:
        found |= {f"climb.{one.climb.value}": 1, "sum.late": 1}
    if one.marks.rejections or one.marks.reopens:
        found["sum.again"] = 1
    return found


def _figures(one: Defect) -> dict[str, int]:
    """What the public page is made of. What a household took back is nobody's case."""
    if one.state is DefectState.WITHDRAWN:
        return {}
    marks, found = one.marks, {CASES: 1}
    if marks.answered_at:
        found |= {ANSWERED: 1, ANSWER_MINUTES: _minutes(one, marks.answered_at)}
    if one.state is DefectState.CONFIRMED and marks.ended_at:
        found |= {FIXED: 1, FIX_HOURS: _minutes(one, marks.ended_at) // 60}
    if marks.rejections or marks.reopens:
        found[AGAIN] = 1
    if marks.stars:
        found |= {RATED: 1, STARS: marks.stars}
    return found


def _of_issue(one: Defect) -> dict[str, int]:
    """What one report counts on its parent issue."""
    if not one.issue_id:
        return {}
    standing = "confirmed" if one.state is DefectState.CONFIRMED else "open" if one.state.open else "other"
    return {"issue.joined": 1, f"issue.{standing}": 1}


def _costs(one: Defect) -> dict[str, int]:
    """What its repairs cost, where somebody said so."""
    costs = one.marks.costs
    by_payer = {f"cost.by-{payer}": fen for payer, fen in costs.items() if fen}
    return {COST: sum(costs.values()), COSTED: 1, **by_payer} if costs else {}


def _repeats(one: Defect) -> dict[str, int]:
    """Whether it was ever repaired to the household's content, and whether it came again."""
    found = {REPAIRED: 1} if one.state is DefectState.CONFIRMED or one.marks.reopens else {}
    again = one.repeat_of and one.state is not DefectState.WITHDRAWN
    return found | ({REPEATS: 1} if again or one.marks.reopens else {})


def _minutes(one: Defect, until: datetime) -> int:
    return max(int((until - one.reported_at).total_seconds() // 60), 0)
