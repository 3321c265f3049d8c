"""One condition decided for one enterprise, in three values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from mashangban.deadlines.errors import CalendarRangeError
from mashangban.deadlines.rules.calendar import Calendar
from mashangban.deadlines.rules.counting import add_working_days
from mashangban.domains.policies.rules.conditions.facts import Plain, Profile, Row, Value
from mashangban.domains.policies.rules.conditions.tree import (
    Aggregate,
    Arithmetic,
    Begins,
    Between,
    Both,
    Compare,
    Condition,
    Distance,
    Either,
    FactRef,
    FieldRef,
    Literal,
    Not,
    OneOf,
    Quantified,
    Shift,
    Today,
    Truth,
    Worth,
)
from mashangban.domains.policies.terms import Answer, Fold, Operator, Over, Unit
from mashangban.kernel.clock import corresponding_day

COMPARE: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.EQUAL: eq,
    Operator.OTHER: ne,
    Operator.LESS: lt,
    Operator.AT_MOST: le,
    Operator.MORE: gt,
    Operator.AT_LEAST: ge,
}
_DENIED = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}
_CALENDAR = Calendar()
_A_DAY = timedelta(days=1)
_LONGEST_COUNT = 3_660


@dataclass(frozen=True, slots=True)
class Look:
    """What a condition is decided over: the profile, the day, and within a `where` one record."""

    profile: Profile
    today: date
    row: Row | None = None


def decide(node: Condition, look: Look) -> Answer:
    """Say whether a checked condition holds; not known where a fact it turns on is not known."""
    match node:
        case Both():
            return all_of(decide(part, look) for part in node.parts)
        case Either():
            return any_of(decide(part, look) for part in node.parts)
        case Not():
            return _DENIED[decide(node.part, look)]
        case Quantified():
            return _quantified(node, look)
        case _:
            return _clause(node, look)


def all_of(answers: Iterable[Answer]) -> Answer:
    """Yes when all are, no when one is."""
    found = Answer.YES
    for answer in answers:
        if answer is Answer.NO:
            return Answer.NO
        if answer is Answer.UNKNOWN:
            found = Answer.UNKNOWN
    return found


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes when one is, no when none can be."""
    found = Answer.NO
    for answer in answers:
        if answer is Answer.YES:
            return Answer.YES
        if answer is Answer.UNKNOWN:
            found = Answer.UNKNOWN
    return found


def _answer(holds: bool) -> Answer:
    return Answer.YES if holds else Answer.NO


def _clause(node: Truth | Compare | Between | OneOf | Begins, look: Look) -> Answer:
    match node:
        case Compare():
            left, right = value_of(node.left, look), value_of(node.right, look)
            return _UNKNOWN if left is None or right is None else _answer(COMPARE[node.operator](left, right))
        case Between():
            return _between(node, look)
        case _:
            return _of_one(node, value_of(node.of, look))


_UNKNOWN = Answer.UNKNOWN


def _between(node: Between, look: Look) -> Answer:
    """Both bounds are comparisons of their own: below the lower one is outside, whatever the upper one is."""
    operators = (Operator.AT_LEAST, Operator.AT_MOST)
    inside = all_of(
        _clause(Compare(operator, node.of, bound, node.span), look)
        for operator, bound in zip(operators, (node.low, node.high), strict=True)
    )
    return inside if node.inside else _DENIED[inside]


def _of_one(node: Truth | OneOf | Begins, value: Value | None) -> Answer:
    if value is None:
        return Answer.UNKNOWN
    match node:
        case Truth():
            return _answer(value is node.wanted)
        case OneOf():
            return _answer(any(value == option.value for option in node.options) is node.listed)
        case Begins():
            return _answer(
                str(value).startswith(tuple(str(one.value) for one in node.prefixes)) is node.listed
            )


def _quantified(node: Quantified, look: Look) -> Answer:
    rows = _rows(look.profile.get(node.group))
    if rows is None:
        return Answer.UNKNOWN
    answers = (decide(node.where, Look(look.profile, look.today, row)) for row in rows)
    return any_of(answers) if node.over is Over.ANY else all_of(answers)


def _rows(value: Value | None) -> tuple[Row, ...] | None:
    return value if isinstance(value, tuple) else None


def value_of(node: Worth, look: Look) -> Value | None:
    """What a part is worth; None when it is not known, or lies outside the calendar."""
    match node:
        case Literal():
            return node.value
        case FactRef():
            return look.profile.get(node.code)
        case FieldRef():
            return look.row.get(node.name) if look.row is not None else None
        case Today():
            return look.today
        case _:
            return _computed(node, look)


def _computed(node: Arithmetic | Shift | Distance | Aggregate, look: Look) -> Value | None:
    match node:
        case Arithmetic():
            return _calculated(node, value_of(node.left, look), value_of(node.right, look))
        case Shift():
            day = value_of(node.day, look)
            return shifted(day, node.amount, node.unit) if isinstance(day, date) else None
        case Distance():
            first, last = value_of(node.first, look), value_of(node.last, look)
            if not isinstance(first, date) or not isinstance(last, date):
                return None
            return distance(first, last, working=node.working)
        case Aggregate():
            return _folded(node, look)


def _calculated(node: Arithmetic, left: Value | None, right: Value | None) -> Plain | None:
    if not isinstance(left, int | Fraction) or not isinstance(right, int | Fraction):
        return None
    match node.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case _:
            return left * right


def shifted(day: date, amount: int, unit: Unit) -> date | None:
    """A day moved; None outside the calendar that is known."""
    try:
        match unit:
            case Unit.DAYS:
                return day + timedelta(days=amount)
            case Unit.WORKDAYS:
                return (
                    add_working_days(day, amount, _CALENDAR)
                    if amount > 0
                    else _working_days_before(day, -amount)
                )
            case _:
                return corresponding_day(day, amount * (12 if unit is Unit.YEARS else 1))
    except (CalendarRangeError, OverflowError, ValueError):
        return None


def _working_days_before(day: date, amount: int) -> date:
    while amount:
        day -= _A_DAY
        amount -= _CALENDAR.is_working(day)
    return day


def distance(first: date, last: date, *, working: bool) -> int | None:
    """How many days lie from one to another, the first not counted; less than none when it goes back."""
    if not working:
        return (last - first).days
    if abs((last - first).days) > _LONGEST_COUNT:
        return None
    try:
        return _working_days(first, last) if first <= last else -_working_days(last, first)
    except CalendarRangeError:
        return None


def _working_days(first: date, last: date) -> int:
    days = (first + _A_DAY * n for n in range(1, (last - first).days + 1))
    return sum(_CALENDAR.is_working(day) for day in days)


def _folded(node: Aggregate, look: Look) -> Value | None:
    """Not known as soon as one record may or may not count, or counts with a field that is not known."""
    rows = _rows(look.profile.get(node.group))
    if rows is None:
        return None
    if node.where is not None:
        answers = [decide(node.where, Look(look.profile, look.today, row)) for row in rows]
        if Answer.UNKNOWN in answers:
            return None
        rows = tuple(row for row, answer in zip(rows, answers, strict=True) if answer is Answer.YES)
    if node.fold is Fold.COUNT:
        return len(rows)
    return _fold(node.fold, [row.get(node.column or "") for row in rows])


def _fold(fold: Fold, values: list[Any]) -> Value | None:
    if None in values:
        return None
    if fold is Fold.SUM:
        found: int | Fraction = sum(values)
        return found
    if not values:
        return None
    largest: Plain = max(values) if fold is Fold.MAX else min(values)
    return largest
