"""What a condition is made of. Where a part stands in the text does not make it another part."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mashangban.domains.policies.rules.conditions.facts import Plain
from mashangban.domains.policies.terms import FactType, Fold, Operator, Over, Unit


@dataclass(frozen=True, slots=True)
class Span:
    """From the first character of a part to the one after its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is written down; a word is text until it is compared with an enumeration."""

    value: Plain
    type: FactType
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact of the enterprise by its code."""

    code: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A field of the record that is being looked at: `.kind`."""

    name: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Today:
    """The day the question is asked."""

    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two values added, subtracted or multiplied."""

    sign: str
    left: "Worth"
    right: "Worth"
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Shift:
    """A day some time later, or earlier by a negative amount."""

    day: "Worth"
    amount: int
    unit: Unit
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Distance:
    """How many days, or working days, lie between two days; the first is not counted."""

    first: "Worth"
    last: "Worth"
    working: bool
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """How many records, or the sum, the largest or the smallest of a field."""

    fold: Fold
    group: str
    column: str | None
    where: "Condition | None"
    span: Span = field(compare=False)


Worth = Literal | FactRef | FieldRef | Today | Arithmetic | Shift | Distance | Aggregate


@dataclass(frozen=True, slots=True)
class Truth:
    """A fact that is itself yes or no."""

    of: Worth
    wanted: bool
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values compared."""

    operator: Operator
    left: Worth
    right: Worth
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Between:
    """From a value to another, both included; or outside of them."""

    of: Worth
    low: Worth
    high: Worth
    inside: bool
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the values listed, or none of them."""

    of: Worth
    options: tuple[Literal, ...]
    listed: bool
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Begins:
    """A code that begins with one of the codes listed (a region, a trade), or with none of them."""

    of: Worth
    prefixes: tuple[Literal, ...]
    listed: bool
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Quantified:
    """Some record, or each record, meets a condition."""

    over: Over
    group: str
    where: "Condition"
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold."""

    parts: "tuple[Condition, ...]"
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: "tuple[Condition, ...]"
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"
    span: Span = field(compare=False)


Clause = Truth | Compare | Between | OneOf | Begins | Quantified
Condition = Clause | Both | Either | Not
Node = Worth | Condition


def children(node: Node) -> tuple[Node, ...]:
    """The parts a part is made of, in the order they are written."""
    match node:
        case Arithmetic() | Compare():
            return (node.left, node.right)
        case Shift():
            return (node.day,)
        case Distance():
            return (node.first, node.last)
        case Between():
            return (node.of, node.low, node.high)
        case Truth():
            return (node.of,)
        case OneOf():
            return (node.of, *node.options)
        case Begins():
            return (node.of, *node.prefixes)
        case _:
            return _inner_conditions(node)


def _inner_conditions(node: Node) -> tuple[Node, ...]:
    match node:
        case Quantified():
            return (node.where,)
        case Aggregate():
            return (node.where,) if node.where else ()
        case Both() | Either():
            return node.parts
        case Not():
            return (node.part,)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """A part and all that it is made of."""
    yield node
    for child in children(node):
        yield from walk(child)


def facts_of(node: Node) -> tuple[str, ...]:
    """The codes of the facts a part asks for, each once, in the order they are written."""
    codes: dict[str, None] = {}
    for one in walk(node):
        if isinstance(one, FactRef):
            codes[one.code] = None
        elif isinstance(one, Aggregate | Quantified):
            codes[one.group] = None
    return tuple(codes)


def deny(node: Condition) -> Condition:
    """The condition that holds exactly where this one does not; no `Not` is left in it."""
    match node:
        case Not():
            return settle(node.part)
        case Both():
            return Either(tuple(deny(part) for part in node.parts), node.span)
        case Either():
            return Both(tuple(deny(part) for part in node.parts), node.span)
        case Quantified():
            over = Over.ALL if node.over is Over.ANY else Over.ANY
            return Quantified(over, node.group, deny(node.where), node.span)
        case _:
            return _denied_clause(node)


def _denied_clause(node: Truth | Compare | Between | OneOf | Begins) -> Condition:
    match node:
        case Truth():
            return Truth(node.of, not node.wanted, node.span)
        case Compare():
            return Compare(node.operator.opposite, node.left, node.right, node.span)
        case Between():
            return Between(node.of, node.low, node.high, not node.inside, node.span)
        case OneOf():
            return OneOf(node.of, node.options, not node.listed, node.span)
        case Begins():
            return Begins(node.of, node.prefixes, not node.listed, node.span)


def settle(node: Condition) -> Condition:
    """The same condition with every `not` carried into its clauses (de Morgan holds in three values too)."""
    match node:
        case Not():
            return deny(node.part)
        case Both():
            return Both(tuple(settle(part) for part in node.parts), node.span)
        case Either():
            return Either(tuple(settle(part) for part in node.parts), node.span)
        case Quantified():
            return Quantified(node.over, node.group, settle(node.where), node.span)
        case _:
            return node
