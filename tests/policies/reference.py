"""An evaluator of conditions written apart from the product's: truth is 0, ½ or 1; and, or, not are min, max, 1 - x.

It is slow and simple on purpose; every property of the product's own evaluators is held against it.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from mashangban.deadlines.errors import CalendarRangeError
from mashangban.deadlines.rules.calendar import Calendar
from mashangban.domains.policies.rules.conditions import tree
from mashangban.domains.policies.terms import Answer

HALF = Fraction(1, 2)
WORKING = Calendar().is_working
TEN_YEARS = dt.timedelta(days=3_660)
ANSWERS = {Fraction(0): Answer.NO, HALF: Answer.UNKNOWN, Fraction(1): Answer.YES}
SIGNS = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def answer(node: tree.Condition, profile: Mapping[str, Any], today: dt.date) -> Answer:
    return ANSWERS[Fraction(truth(node, profile, today, {}))]


def truth(node: Any, facts: Mapping[str, Any], today: dt.date, row: Mapping[str, Any]) -> Fraction:
    name = type(node).__name__
    match name:
        case "Both":
            return min(truth(part, facts, today, row) for part in node.parts)
        case "Either":
            return max(truth(part, facts, today, row) for part in node.parts)
        case "Not":
            return 1 - truth(node.part, facts, today, row)
        case "Quantified":
            return _rows_truth(node, facts, today)
    return _clause_truth(name, node, facts, today, row)


def _clause_truth(
    name: str, node: Any, facts: Mapping[str, Any], today: dt.date, row: Mapping[str, Any]
) -> Fraction:
    if name == "Between":
        value, low, high = (worth(one, facts, today, row) for one in (node.of, node.low, node.high))
        inside = min(_held(">=", value, low), _held("<=", value, high))
        return inside if node.inside else 1 - inside
    if name == "Compare":
        left, right = worth(node.left, facts, today, row), worth(node.right, facts, today, row)
        return _held(node.operator.value, left, right)
    value = worth(node.of, facts, today, row)
    if value is None:
        return HALF
    if name == "Truth":
        return Fraction(value == node.wanted)
    if name == "OneOf":
        return Fraction((value in {one.value for one in node.options}) == node.listed)
    return Fraction(any(value[: len(one.value)] == one.value for one in node.prefixes) == node.listed)


def _rows_truth(node: Any, facts: Mapping[str, Any], today: dt.date) -> Fraction:
    rows = facts.get(node.group)
    if rows is None:
        return HALF
    found = [truth(node.where, facts, today, one) for one in rows]
    return max([Fraction(0), *found]) if node.over.value == "any" else min([Fraction(1), *found])


def _held(sign: str, left: Any, right: Any) -> Fraction:
    return HALF if left is None or right is None else Fraction(SIGNS[sign](left, right))


def worth(node: Any, facts: Mapping[str, Any], today: dt.date, row: Mapping[str, Any]) -> Any:
    match type(node).__name__:
        case "Literal":
            return node.value
        case "FactRef":
            return facts.get(node.code)
        case "FieldRef":
            return row.get(node.name)
        case "Today":
            return today
        case "Aggregate":
            return _folded(node, facts, today)
        case "Shift":
            day = worth(node.day, facts, today, row)
            return None if day is None else _within_the_calendar(_moved, day, node.amount, node.unit.value)
    return _reckoned(node, facts, today, row)


def _reckoned(node: Any, facts: Mapping[str, Any], today: dt.date, row: Mapping[str, Any]) -> Any:
    if type(node).__name__ == "Distance":
        first, last = worth(node.first, facts, today, row), worth(node.last, facts, today, row)
        if first is None or last is None or (node.working and abs(last - first) > TEN_YEARS):
            return None
        return _within_the_calendar(_apart, first, last, node.working)
    left, right = worth(node.left, facts, today, row), worth(node.right, facts, today, row)
    if left is None or right is None:
        return None
    return left * right if node.sign == "*" else left + right if node.sign == "+" else left - right


def _folded(node: Any, facts: Mapping[str, Any], today: dt.date) -> Any:
    rows = facts.get(node.group)
    if rows is None:
        return None
    found = [(1 if node.where is None else truth(node.where, facts, today, one), one) for one in rows]
    if any(sure == HALF for sure, _ in found):
        return None
    values = [one.get(node.column) if node.column else 1 for sure, one in found if sure]
    if any(value is None for value in values):
        return None
    match node.fold.value:
        case "count" | "sum":
            return sum(values)
        case "max":
            return max(values, default=None)
        case _:
            return min(values, default=None)


def _within_the_calendar(count: Callable[..., Any], *given: Any) -> Any:
    try:
        return count(*given)
    except CalendarRangeError:
        return None


def _moved(day: dt.date, amount: int, unit: str) -> dt.date:
    if unit == "days":
        return day + dt.timedelta(days=amount)
    if unit == "workdays":
        return _workday(day, amount)
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "years" else 1)
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _workday(day: dt.date, amount: int) -> dt.date:
    step = 1 if amount > 0 else -1
    while amount:
        day += dt.timedelta(days=step)
        amount -= step if WORKING(day) else 0
    return day


def _apart(first: dt.date, last: dt.date, working: bool) -> int:
    if not working:
        return (last - first).days
    if last < first:
        return -_apart(last, first, True)
    days = (first + dt.timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(WORKING(day) for day in days)
