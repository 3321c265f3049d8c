"""Conditions and enterprises drawn by chance for property tests, and a condition written back as text."""

import datetime as dt
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from mashangban.domains.policies.rules.conditions import tree
from mashangban.domains.policies.terms import FactType, Fold, Operator, Over, Unit
from tests.policies.declared import CATALOGUE, PATENTS, SIZES

NOWHERE = tree.Span(0, 0)
DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
NUMBERS = st.one_of(st.integers(0, 12), st.sampled_from([Fraction(1, 2), Fraction(3, 100)]))
MONEY = st.integers(0, 30).map(lambda n: n * 1_000_000)
CODES = st.sampled_from(["33", "3301", "330106", "3302", "34", "C26", "C2611", "C27"])
VALUES: dict[FactType, st.SearchStrategy[Any]] = {
    FactType.NUMBER: NUMBERS,
    FactType.MONEY: MONEY,
    FactType.DATE: DAYS,
    FactType.BOOLEAN: st.booleans(),
    FactType.TEXT: CODES,
}
ORDERED = (FactType.NUMBER, FactType.MONEY, FactType.DATE)


def literals(kind: FactType, options: tuple[str, ...] = ()) -> st.SearchStrategy[tree.Literal]:
    if kind is FactType.ENUMERATION:
        return st.sampled_from(options).map(lambda word: tree.Literal(word, FactType.TEXT, NOWHERE))
    return VALUES[kind].map(lambda value: tree.Literal(value, kind, NOWHERE))


def facts(kind: FactType, row: bool) -> st.SearchStrategy[tree.Worth]:
    own = [tree.FactRef(one.code, NOWHERE) for one in CATALOGUE if one.type is kind]
    fields = [tree.FieldRef(one.name, NOWHERE) for one in PATENTS if one.type is kind] if row else []
    return st.sampled_from([*own, *fields])


@st.composite
def worths(draw: st.DrawFn, kind: FactType, row: bool, deep: int) -> tree.Worth:
    ways = [facts(kind, row), literals(kind)]
    if deep and kind in ORDERED:
        ways.append(computed(kind, row, deep - 1))
    found: tree.Worth = draw(st.one_of(*ways))
    return found


@st.composite
def computed(draw: st.DrawFn, kind: FactType, row: bool, deep: int) -> tree.Worth:
    if kind is FactType.DATE:
        day = draw(st.one_of(st.just(tree.Today(NOWHERE)), worths(kind, row, deep)))
        unit, amount = draw(st.sampled_from(list(Unit))), draw(st.integers(-30, 30))
        return tree.Shift(day, amount, unit, NOWHERE)
    if kind is FactType.NUMBER and draw(st.booleans()):
        first, last = draw(worths(FactType.DATE, row, 0)), draw(worths(FactType.DATE, row, 0))
        return tree.Distance(first, last, draw(st.booleans()), NOWHERE)
    if not row and draw(st.booleans()):
        return draw(aggregates(kind))
    sign = draw(st.sampled_from("+-*"))
    right = FactType.NUMBER if sign == "*" else kind
    left_side, right_side = draw(worths(kind, row, deep)), draw(worths(right, row, deep))
    return tree.Arithmetic(sign, left_side, right_side, NOWHERE)


@st.composite
def aggregates(draw: st.DrawFn, kind: FactType) -> tree.Worth:
    where = draw(st.none() | conditions(row=True, deep=1))
    if kind is FactType.NUMBER:
        return tree.Aggregate(Fold.COUNT, "ip.patents", None, where, NOWHERE)
    fold = draw(st.sampled_from([Fold.SUM, Fold.MAX, Fold.MIN]))
    return tree.Aggregate(fold, "ip.patents", "value", where, NOWHERE)


@st.composite
def clauses(draw: st.DrawFn, row: bool, deep: int) -> tree.Condition:
    match draw(st.sampled_from(["truth", "compare", "between", "in", "choice", "starts", "rows"])):
        case "truth":
            return tree.Truth(draw(facts(FactType.BOOLEAN, row)), True, NOWHERE)
        case "between":
            kind = draw(st.sampled_from(ORDERED))
            low, high = draw(worths(kind, row, 1)), draw(worths(kind, row, 1))
            return tree.Between(draw(worths(kind, row, deep)), low, high, True, NOWHERE)
        case "in":
            kind = draw(st.sampled_from([*ORDERED, FactType.TEXT]))
            options = tuple(draw(st.lists(literals(kind), min_size=1, max_size=4)))
            return tree.OneOf(draw(facts(kind, row)), options, draw(st.booleans()), NOWHERE)
        case "choice":
            word = draw(literals(FactType.ENUMERATION, SIZES))
            operator = draw(st.sampled_from([Operator.EQUAL, Operator.OTHER]))
            return tree.Compare(operator, tree.FactRef("market.size", NOWHERE), word, NOWHERE)
        case "starts":
            prefixes = tuple(draw(st.lists(literals(FactType.TEXT), min_size=1, max_size=3)))
            return tree.Begins(draw(facts(FactType.TEXT, False)), prefixes, draw(st.booleans()), NOWHERE)
        case "rows" if not row:
            over = draw(st.sampled_from(list(Over)))
            return tree.Quantified(over, "ip.patents", draw(conditions(row=True, deep=1)), NOWHERE)
        case _:
            kind = draw(st.sampled_from(ORDERED))
            operator = draw(st.sampled_from(list(Operator)))
            return tree.Compare(
                operator, draw(worths(kind, row, deep)), draw(worths(kind, row, deep)), NOWHERE
            )


@st.composite
def conditions(draw: st.DrawFn, row: bool = False, deep: int = 3) -> tree.Condition:
    shape = draw(st.sampled_from(["clause", "both", "either", "not"])) if deep else "clause"
    if shape == "clause":
        return draw(clauses(row, min(deep, 2)))
    if shape == "not":
        return tree.Not(draw(conditions(row=row, deep=deep - 1)), NOWHERE)
    parts = tuple(draw(st.lists(conditions(row=row, deep=deep - 1), min_size=2, max_size=3)))
    return tree.Both(parts, NOWHERE) if shape == "both" else tree.Either(parts, NOWHERE)


def _row(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={name: st.none() | value for name, value in fields.items()})


ROWS = _row(
    {"kind": st.sampled_from(PATENTS[0].options), "granted": DAYS, "value": MONEY, "owned": st.booleans()}
)


def _values(code: str) -> st.SearchStrategy[Any]:
    fact = CATALOGUE[code]
    if fact.type is FactType.GROUP:
        return st.lists(ROWS, max_size=4).map(tuple)
    return st.sampled_from(fact.options) if fact.options else VALUES[fact.type]


PROFILES = st.fixed_dictionaries({}, optional={one.code: st.none() | _values(one.code) for one in CATALOGUE})


def written(node: tree.Node) -> str:
    """The text of a condition, every part in brackets."""
    if isinstance(node, tree.Both | tree.Either):
        word = " and " if isinstance(node, tree.Both) else " or "
        return f"({word.join(map(written, node.parts))})"
    match node:
        case tree.Not():
            return f"not {written(node.part)}"
        case tree.Truth():
            return written(node.of)
        case tree.Compare():
            return f"{written(node.left)} {node.operator.value} {written(node.right)}"
        case tree.Between():
            return f"{written(node.of)} between {written(node.low)} and {written(node.high)}"
        case tree.OneOf() | tree.Begins():
            return _listing(node)
        case tree.Quantified():
            return f"{node.over.value}({node.group} where {written(node.where)})"
        case _:
            return _worth(node)


def _listing(node: tree.OneOf | tree.Begins) -> str:
    word, options = ("in", node.options) if isinstance(node, tree.OneOf) else ("starts", node.prefixes)
    return f"{written(node.of)}{'' if node.listed else ' not'} {word} {_listed(options)}"


def _listed(options: tuple[tree.Literal, ...]) -> str:
    return f"[{', '.join(map(written, options))}]"


def _worth(node: tree.Worth) -> str:
    if isinstance(node, tree.Literal):
        return _literal(node)
    match node:
        case tree.FactRef() | tree.FieldRef():
            return node.code if isinstance(node, tree.FactRef) else f".{node.name}"
        case tree.Today():
            return "today"
        case tree.Arithmetic():
            return f"({_worth(node.left)} {node.sign} {_worth(node.right)})"
        case tree.Shift():
            sign = "-" if node.amount < 0 else "+"
            return f"({_worth(node.day)} {sign} {abs(node.amount)} {node.unit.value})"
        case tree.Distance():
            return f"{'workdays' if node.working else 'days'}({_worth(node.first)}, {_worth(node.last)})"
        case tree.Aggregate():
            column = f".{node.column}" if node.column else ""
            where = f" where {written(node.where)}" if node.where else ""
            return f"{node.fold.value}({node.group}{column}{where})"


def _literal(node: tree.Literal) -> str:
    match node.type:
        case FactType.MONEY:
            return f"{node.value}分"
        case FactType.DATE | FactType.BOOLEAN:
            return str(node.value).lower()
        case FactType.NUMBER:
            return f"{float(node.value) * 100:g}%" if isinstance(node.value, Fraction) else str(node.value)
        case _:
            return f"'{node.value}'"
