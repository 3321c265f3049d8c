"""A condition in plain words, part by part, as an enterprise reads it."""

from datetime import date
from fractions import Fraction

from mashangban.domains.policies.rules.conditions.facts import Catalogue, Field, Indicator, Value
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
    settle,
)
from mashangban.domains.policies.terms import FactType, Fold, Operator, Over
from mashangban.kernel.money import yuan

_AMOUNTS = {
    Operator.EQUAL: "等于",
    Operator.OTHER: "不等于",
    Operator.LESS: "少于",
    Operator.AT_MOST: "不多于",
    Operator.MORE: "多于",
    Operator.AT_LEAST: "不少于",
}
_DAYS = {
    **_AMOUNTS,
    Operator.EQUAL: "是",
    Operator.OTHER: "不是",
    Operator.LESS: "早于",
    Operator.AT_MOST: "不晚于",
    Operator.MORE: "晚于",
    Operator.AT_LEAST: "不早于",
}
_CHOICES = {**_AMOUNTS, Operator.EQUAL: "是", Operator.OTHER: "不是"}
_FOLDS = {Fold.SUM: "合计", Fold.MAX: "最大值", Fold.MIN: "最小值"}
_SIGNS = {"+": "加", "-": "减", "*": "乘以"}
_TEN_THOUSAND_YUAN = 1_000_000


def worded(value: Value | None, unit: str = "", money: bool = False) -> str:
    """A value as people write it."""
    match value:
        case None:
            return "没有数据"
        case bool():
            return "是" if value else "否"
        case date():
            return f"{value.year}年{value.month}月{value.day}日"
        case tuple():
            return f"{len(value)}条记录"
        case str():
            return value
        case _:
            return _money(value) if money else f"{_number(value)}{unit}"


def _money(fen: int | Fraction) -> str:
    if isinstance(fen, int) and fen and fen % _TEN_THOUSAND_YUAN == 0:
        return f"{fen // _TEN_THOUSAND_YUAN:,}万元"
    return yuan(int(fen))


def _number(number: int | Fraction) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{float(number):,.4f}".rstrip("0").rstrip(".")


class Words:
    """Says conditions over a catalogue; within a `where`, over the fields of one repeated fact."""

    def __init__(self, catalogue: Catalogue, group: Indicator | None = None) -> None:
        self.catalogue = catalogue
        self.group = group

    def of(self, node: Condition) -> str:
        """The condition in words."""
        match node:
            case Both():
                return "，并且".join(self._bracketed(part) for part in node.parts)
            case Either():
                return "，或者".join(self._bracketed(part) for part in node.parts)
            case Not():
                return self.of(settle(node))
            case Quantified():
                inner = self.within(node.group)
                head = (
                    f"至少有一条{self._name(node.group)}"
                    if node.over is Over.ANY
                    else f"每一条{self._name(node.group)}都"
                )
                return f"{head}：{inner.of(node.where)}"
            case _:
                return self._clause(node)

    def within(self, code: str) -> "Words":
        """The words for the records of a repeated fact."""
        return Words(self.catalogue, self.catalogue[code])

    def _bracketed(self, node: Condition) -> str:
        return f"（{self.of(node)}）" if isinstance(node, Both | Either) else self.of(node)

    def _clause(self, node: Truth | Compare | Between | OneOf | Begins) -> str:
        match node:
            case Truth():
                return f"{self.worth(node.of)}：{'是' if node.wanted else '否'}"
            case Compare():
                return f"{self.worth(node.left)}{self.operator(node)}{self.worth(node.right, self.unit(node.left))}"
            case Between():
                unit = self.unit(node.of)
                span = f"{self.worth(node.low, unit)}到{self.worth(node.high, unit)}之间"
                return f"{self.worth(node.of)}{'' if node.inside else '不'}在{span}"
            case OneOf():
                options = "、".join(self.worth(one, self.unit(node.of)) for one in node.options)
                among = "之一" if len(node.options) > 1 else ""
                return f"{self.worth(node.of)}{'是' if node.listed else '不是'}{options}{among}"
            case Begins():
                heads = "、".join(str(one.value) for one in node.prefixes)
                return f"{self.worth(node.of)}{'' if node.listed else '不'}以{heads}开头"

    def operator(self, node: Compare) -> str:
        """The comparison in the words of what is compared."""
        types = {self.type(node.left), self.type(node.right)}
        if FactType.DATE in types:
            return _DAYS[node.operator]
        return (
            _AMOUNTS[node.operator] if types & {FactType.NUMBER, FactType.MONEY} else _CHOICES[node.operator]
        )

    def worth(self, node: Worth, unit: str = "") -> str:
        """A value of a condition in words."""
        match node:
            case Literal(value=str(text)):
                return f"“{text}”"
            case Literal():
                return worded(node.value, unit, node.type is FactType.MONEY)
            case FactRef():
                return self._name(node.code)
            case FieldRef():
                return self._field(node.name).label
            case Today():
                return "今天"
            case _:
                return self._computed(node)

    def _computed(self, node: Arithmetic | Shift | Distance | Aggregate) -> str:
        match node:
            case Arithmetic():
                return f"{self.worth(node.left)}{_SIGNS[node.sign]}{self.worth(node.right)}"
            case Shift():
                side = "之后" if node.amount > 0 else "之前"
                return f"{self.worth(node.day)}{side}{abs(node.amount)}{node.unit.label}"
            case Distance():
                days = "工作日数" if node.working else "天数"
                return f"从{self.worth(node.first)}到{self.worth(node.last)}的{days}"
            case Aggregate():
                return self._aggregate(node)

    def _aggregate(self, node: Aggregate) -> str:
        inner = self.within(node.group)
        where = f"（{inner.of(node.where)}）" if node.where else ""
        if node.column is None:
            return f"{self._name(node.group)}{where}的条数"
        return f"{self._name(node.group)}{where}的{inner._labels(node.column)}{_FOLDS[node.fold]}"

    def type(self, node: Worth) -> FactType:
        """What a value is."""
        match node:
            case Literal():
                return node.type
            case FactRef() | FieldRef():
                return self._declared(node).type
            case Today() | Shift():
                return FactType.DATE
            case Distance():
                return FactType.NUMBER
            case Aggregate():
                return (
                    FactType.NUMBER
                    if node.column is None
                    else self.within(node.group)._field(node.column).type
                )
            case Arithmetic():
                types = {self.type(node.left), self.type(node.right)}
                return FactType.MONEY if FactType.MONEY in types else FactType.NUMBER

    def unit(self, node: Worth) -> str:
        """What a value is counted in."""
        return self._declared(node).unit if isinstance(node, FactRef | FieldRef) else ""

    def _declared(self, node: FactRef | FieldRef) -> Indicator | Field:
        return self.catalogue[node.code] if isinstance(node, FactRef) else self._field(node.name)

    def _field(self, name: str) -> Field:
        found = self.group.field(name) if self.group else None
        assert found is not None, "checked before it is worded"
        return found

    def _labels(self, name: str) -> str:
        return self._field(name).label

    def _name(self, code: str) -> str:
        return self.catalogue[code].name
