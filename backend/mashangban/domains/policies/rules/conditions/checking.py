"""A condition held against the catalogue: every fact is declared, every comparison is of one kind."""

from dataclasses import dataclass

from mashangban.domains.policies.rules.conditions.facts import Catalogue, Field, Indicator
from mashangban.domains.policies.rules.conditions.reading import Unreadable
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
    Span,
    Today,
    Truth,
    Worth,
)
from mashangban.domains.policies.terms import FactType, Fold, Operator

_ORDERED = frozenset({FactType.NUMBER, FactType.MONEY, FactType.DATE})
_SUMMED = frozenset({FactType.NUMBER, FactType.MONEY})
_WORDS = frozenset({FactType.TEXT, FactType.ENUMERATION})
_PRODUCTS = {
    (FactType.NUMBER, FactType.NUMBER): FactType.NUMBER,
    (FactType.NUMBER, FactType.MONEY): FactType.MONEY,
    (FactType.MONEY, FactType.NUMBER): FactType.MONEY,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is: its type and, of an enumeration, the words there are."""

    type: FactType
    options: tuple[str, ...] = ()


def check(condition: Condition, catalogue: Catalogue) -> None:
    """Refuse what makes no sense over these facts. Raises Unreadable with the place."""
    _Checker(catalogue, None).condition(condition)


class _Checker:
    """Knows the catalogue and, within a `where`, the repeated fact whose records are looked at."""

    def __init__(self, catalogue: Catalogue, group: Indicator | None) -> None:
        self.catalogue = catalogue
        self.group = group

    def condition(self, node: Condition) -> None:
        match node:
            case Both() | Either():
                for part in node.parts:
                    self.condition(part)
            case Not():
                self.condition(node.part)
            case Quantified():
                self.within(node.group, node.span).condition(node.where)
            case _:
                self.clause(node)

    def clause(self, node: Truth | Compare | Between | OneOf | Begins) -> None:
        match node:
            case Truth():
                self.require(
                    node.of, frozenset({FactType.BOOLEAN}), "这里只能是“是或否”的指标，其他的要写明怎样比较"
                )
            case Compare():
                self.compare(node)
            case Between():
                kind = self.require(node.of, _ORDERED, "between 只能用于数字、金额和日期")
                self.same(kind, node.low)
                self.same(kind, node.high)
            case OneOf():
                kind = self.kind(node.of)
                for option in node.options:
                    self.same(kind, option)
            case Begins():
                self.require(node.of, frozenset({FactType.TEXT}), "starts 只能用于代码")
                for prefix in node.prefixes:
                    self.prefix(prefix)

    def compare(self, node: Compare) -> None:
        left, right = self.kind(node.left), self.kind(node.right)
        if node.operator not in (Operator.EQUAL, Operator.OTHER):
            self.require(node.left, _ORDERED, f"{left.type.label}不能比大小")
            self.require(node.right, _ORDERED, f"{right.type.label}不能比大小")
        if isinstance(node.left, Literal):
            self.same(right, node.left)
        else:
            self.same(left, node.right)

    def same(self, kind: Kind, other: Worth) -> None:
        found = self.kind(other)
        if kind.type is FactType.GROUP or found.type is FactType.GROUP:
            raise Unreadable("多条记录要用 count、any 等来写", other.span)
        word = isinstance(other, Literal) and found.type is FactType.TEXT and kind.type in _WORDS
        if not word and found.type is not kind.type:
            raise Unreadable(f"{kind.type.label}不能和{found.type.label}比较", other.span)
        if kind.options and isinstance(other, Literal) and other.value not in kind.options:
            raise Unreadable(f"没有“{other.value}”这个选项，可以用：{'、'.join(kind.options)}", other.span)

    def prefix(self, literal: Literal) -> None:
        if literal.type is not FactType.TEXT or not literal.value:
            raise Unreadable("starts 后面要写代码的开头几位", literal.span)

    def require(self, node: Worth, types: frozenset[FactType], why: str) -> Kind:
        kind = self.kind(node)
        if kind.type not in types:
            raise Unreadable(why, node.span)
        return kind

    def kind(self, node: Worth) -> Kind:
        match node:
            case Literal():
                return Kind(node.type)
            case Today():
                return Kind(FactType.DATE)
            case FactRef():
                fact = self.declared(node.code, node.span)
                return Kind(fact.type, fact.options)
            case FieldRef():
                found = self.field(self.group, node.name, node.span)
                return Kind(found.type, found.options)
            case _:
                return self.computed(node)

    def computed(self, node: Arithmetic | Shift | Distance | Aggregate) -> Kind:
        match node:
            case Arithmetic():
                return self.arithmetic(node)
            case Shift():
                return self.require(node.day, frozenset({FactType.DATE}), "只有日期可以加减天数")
            case Distance():
                for day in (node.first, node.last):
                    self.require(day, frozenset({FactType.DATE}), "这里要写两个日期")
                return Kind(FactType.NUMBER)
            case Aggregate():
                return self.aggregate(node)

    def arithmetic(self, node: Arithmetic) -> Kind:
        left = self.require(node.left, _SUMMED, "只有数字和金额可以计算")
        right = self.require(node.right, _SUMMED, "只有数字和金额可以计算")
        if node.sign != "*":
            if left.type is not right.type:
                raise Unreadable(f"{left.type.label}不能和{right.type.label}相加减", node.span)
            return Kind(left.type)
        product = _PRODUCTS.get((left.type, right.type))
        if product is None:
            raise Unreadable("金额不能乘金额", node.span)
        return Kind(product)

    def aggregate(self, node: Aggregate) -> Kind:
        inner = self.within(node.group, node.span)
        if node.where is not None:
            inner.condition(node.where)
        if node.fold is Fold.COUNT:
            if node.column is not None:
                raise Unreadable("count 数的是记录，不要写字段", node.span)
            return Kind(FactType.NUMBER)
        if node.column is None:
            raise Unreadable(f"{node.fold.value} 要写明用哪个字段", node.span)
        kind = self.field(inner.group, node.column, node.span)
        allowed = _SUMMED if node.fold is Fold.SUM else _ORDERED
        if kind.type not in allowed:
            raise Unreadable(f"{kind.type.label}不能用 {node.fold.value}", node.span)
        return Kind(kind.type)

    def within(self, code: str, span: Span) -> "_Checker":
        fact = self.declared(code, span)
        if fact.type is not FactType.GROUP:
            raise Unreadable(f"“{fact.name}”不是多条记录", span)
        if self.group is not None:
            raise Unreadable("where 里不能再套多条记录", span)
        return _Checker(self.catalogue, fact)

    def declared(self, code: str, span: Span) -> Indicator:
        fact = self.catalogue.find(code)
        if fact is None:
            raise Unreadable(f"没有登记指标 {code}", span)
        return fact

    def field(self, group: Indicator | None, name: str, span: Span) -> Field:
        if group is None:
            raise Unreadable("字段只能写在 where 里", span)
        found = group.field(name)
        if found is None:
            raise Unreadable(f"“{group.name}”没有字段 {name}", span)
        return found
