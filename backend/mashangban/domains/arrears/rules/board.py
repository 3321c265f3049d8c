"""What one month's pay and one complaint count on the boards, and how they stand in lists. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation, is_late
from mashangban.domains.arrears.terms import PayState

LATE, COMPLAINED, MONEY = "pay.late", "complaint.open", "money.late"


@dataclass(frozen=True, slots=True)
class Listed:
    """A subject as lists show it. `bucket` groups it, `order` sorts it there; `shown` is the row's content."""

    kind: str
    id: str
    version: int
    person_id: str
    project: str
    region: str
    bucket: str
    order: str
    shown: Mapping[str, Any]
    counted: Mapping[str, int] = field(default_factory=dict)


def listed_pay(one: Expectation) -> Listed:
    """A month's pay: its row and what it counts."""
    facts, late = one.facts, is_late(one)
    amount = one.line.amount_fen if one.line else 0
    shown = {
        "month": one.month,
        "state": one.state.value,
        "level": one.level.value,
        "number": facts.number,
        "worker": facts.name_masked,
        "project": facts.project.name,
        "team": facts.team.name,
        "employer": facts.employer.name,
        "employer_id": facts.employer.id,
        "contractor_id": facts.general_contractor.id,
        "pay_day": facts.pay.pay_day,
        "ended_on": "" if facts.in_force or facts.ends_on is None else facts.ends_on.isoformat(),
        "amount_fen": amount,
    }
    bucket = one.level.value if late else one.state.value
    return Listed(
        "pay",
        one.id,
        one.version,
        facts.person_id,
        facts.project.id,
        facts.region,
        bucket,
        one.month,
        shown,
        _pay(one),
    )


def listed_complaint(one: Complaint) -> Listed:
    """A complaint: its row and what it counts. The accused side's lists read only what `accused_row` keeps."""
    facts = one.facts
    shown = {
        "number": one.number,
        "month": one.month,
        "state": one.state.value,
        "reason": one.reason.value,
        "hidden": one.hidden,
        "automatic": one.automatic,
        "matter": one.matter,
        "worker": facts.name_masked,
        "project": facts.project.name,
        "team": facts.team.name,
        "team_id": facts.team.id,
        "employer": facts.employer.name,
        "employer_id": facts.employer.id,
        "contractor_id": facts.general_contractor.id,
        "opened_at": one.opened_at.isoformat(),
    }
    bucket = "open" if one.state.open else "closed"
    counted = {COMPLAINED: 1} if one.state.open else {"complaint.closed": 1}
    order = one.opened_at.isoformat()
    return Listed(
        "complaint",
        one.id,
        one.version,
        facts.person_id,
        facts.project.id,
        facts.region,
        bucket,
        order,
        shown,
        counted,
    )


def boards_of(row: Listed) -> list[tuple[str, str]]:
    """The boards a row counts on, each with the key of the part below: province, city, county, project (whose parts
    are its employers)."""
    region = row.region
    return [
        (f"region:{region[:2]}", region[:4]),
        (f"region:{region[:4]}", region),
        (f"region:{region}", row.project),
        (f"project:{row.project}", row.shown["employer_id"]),
    ]


def with_part(moves: Mapping[str, int], part: str) -> dict[str, int]:
    """A board's moves plus its part's number of late months."""
    late = moves.get(LATE, 0)
    return {**moves, f"part.{part}": late} if late and part else dict(moves)


def summed(parts: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """A region's counters from those of its parts."""
    total: Counter[str] = Counter()
    for part, counted in parts.items():
        total.update({key: n for key, n in counted.items() if not key.startswith("part.")})
        total[f"part.{part}"] = counted.get(LATE, 0)
    return dict(total)


def _pay(one: Expectation) -> dict[str, int]:
    if not is_late(one):
        return {f"pay.{one.state.value}" if one.state is not PayState.LATE else "pay.expected": 1}
    amount = one.line.amount_fen if one.line else 0
    return {LATE: 1, f"level.{one.level.value}": 1, **({MONEY: amount} if amount else {})}
