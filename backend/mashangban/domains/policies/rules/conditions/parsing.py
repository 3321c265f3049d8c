"""From words to a condition: recursive descent by the grammar of docs/policies.md."""

from itertools import pairwise

from mashangban.domains.policies.rules.conditions.cursor import Cursor
from mashangban.domains.policies.rules.conditions.reading import Kind, Unreadable, read
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
from mashangban.domains.policies.terms import (
    DEEPEST,
    MOST_OPTIONS,
    MOST_SHIFT,
    FactType,
    Fold,
    Operator,
    Over,
    Unit,
)

_UNITS = {unit.value: unit for unit in Unit}
_FOLDS = {fold.value: fold for fold in Fold}
_OVERS = {over.value: over for over in Over}
_OPERATORS = {operator.value: operator for operator in Operator}
_GO_ON = {"+", "-", "*", *_OPERATORS, "between", "in", "starts", "not"}


def parse(text: str) -> Condition:
    """The condition a text says, not yet checked against the catalogue. Raises Unreadable."""
    return _Parser(read(text)).whole()


class _Parser(Cursor):
    """Each method reads one thing and stands behind it."""

    def whole(self) -> Condition:
        found = self.either()
        if self.here.kind is not Kind.END:
            raise Unreadable(f"这里多了“{self.here.text}”，前面是不是少了 and 或 or", self.here.span)
        return found

    def either(self) -> Condition:
        return self._chain("or")

    def both(self) -> Condition:
        return self._chain("and")

    def _chain(self, word: str) -> Condition:
        start = self.here
        below = self.both if word == "or" else self.denial
        parts = [below()]
        while self.take(Kind.WORD, word):
            parts.append(below())
        if len(parts) == 1:
            return parts[0]
        span = self.since(start)
        return Either(tuple(parts), span) if word == "or" else Both(tuple(parts), span)

    def denial(self) -> Condition:
        start = self.here
        if not self.take(Kind.WORD, "not"):
            return self.clause()
        self.enter(start)
        part = self.denial()
        self.depth -= 1
        return Not(part, self.since(start))

    def clause(self) -> Condition:
        start = self.here
        if start.kind is Kind.WORD and start.text in _OVERS:
            return self.quantified()
        if start.text == "(" and start.kind is Kind.SIGN and not self.value_in_brackets():
            self.enter(start)
            self.place += 1
            inner = self.either()
            self.expect(")")
            self.depth -= 1
            return inner
        return self.relation(self.value())

    def value_in_brackets(self) -> bool:
        """Whether the bracket here holds a value: what follows its end goes on with a value."""
        depth = 0
        for token, following in pairwise(self.tokens[self.place :]):
            depth += (token.text == "(") - (token.text == ")") if token.kind is Kind.SIGN else 0
            if depth == 0:
                return following.kind in (Kind.SIGN, Kind.WORD) and following.text in _GO_ON
        return False

    def relation(self, left: Worth) -> Condition:
        token = self.here
        if token.kind is Kind.SIGN and token.text in _OPERATORS:
            self.place += 1
            right = self.value()
            return Compare(_OPERATORS[token.text], left, right, self.count(left.span, right.span))
        if self.take(Kind.WORD, "between"):
            return self.between(left)
        listed = not self.take(Kind.WORD, "not")
        if self.take(Kind.WORD, "in"):
            options = self.options()
            return OneOf(left, options, listed, self.count(left.span, self.behind))
        if self.take(Kind.WORD, "starts"):
            prefixes = self.options()
            return Begins(left, prefixes, listed, self.count(left.span, self.behind))
        if not listed:
            raise Unreadable("not 后面要接 in 或 starts", self.here.span)
        return Truth(left, True, self.count(left.span, left.span))

    def between(self, of: Worth) -> Condition:
        low = self.value()
        if not self.take(Kind.WORD, "and"):
            raise Unreadable("between 要写成“between 起 and 止”", self.here.span)
        high = self.value()
        return Between(of, low, high, True, self.count(of.span, high.span))

    def options(self) -> tuple[Literal, ...]:
        if self.here.kind is Kind.LITERAL:
            return (self.literal(),)
        opening = self.here
        self.expect("[")
        found = [self.listed()]
        while self.take(Kind.SIGN, ","):
            found.append(self.listed())
        self.expect("]")
        if len(found) > MOST_OPTIONS:
            raise Unreadable(f"一次最多列 {MOST_OPTIONS} 项", self.since(opening))
        return tuple(found)

    def quantified(self) -> Condition:
        start = self.here
        self.place += 1
        self.enter(start)
        self.expect("(")
        group = self.code()
        if not self.take(Kind.WORD, "where"):
            raise Unreadable("这里要用 where 写明每条记录的条件", self.here.span)
        where = self.either()
        self.expect(")")
        self.depth -= 1
        return Quantified(_OVERS[start.text], group, where, self.since(start))

    def value(self) -> Worth:
        start = self.here
        left = self.product()
        for _ in range(DEEPEST):
            if self.here.kind is not Kind.SIGN or self.here.text not in ("+", "-"):
                return left
            sign = self.here.text
            self.place += 1
            left = self.moved(left, sign) or self.added(left, sign)
        raise Unreadable(f"一串算式最多 {DEEPEST} 步", self.since(start))

    def added(self, left: Worth, sign: str) -> Worth:
        right = self.product()
        return Arithmetic(sign, left, right, self.count(left.span, right.span))

    def moved(self, day: Worth, sign: str) -> Worth | None:
        amount, unit = self.here, self.tokens[min(self.place + 1, len(self.tokens) - 1)]
        if unit.kind is not Kind.WORD or unit.text not in _UNITS:
            return None
        if amount.type is not FactType.NUMBER or not isinstance(amount.value, int):
            return None
        self.place += 2
        if amount.value > MOST_SHIFT[_UNITS[unit.text]]:
            raise Unreadable(f"最多 {MOST_SHIFT[_UNITS[unit.text]]} {unit.text}", amount.span)
        number = -amount.value if sign == "-" else amount.value
        return Shift(day, number, _UNITS[unit.text], self.count(day.span, unit.span))

    def product(self) -> Worth:
        start = self.here
        left = self.atom()
        for _ in range(DEEPEST):
            if not self.take(Kind.SIGN, "*"):
                return left
            right = self.atom()
            left = Arithmetic("*", left, right, self.count(left.span, right.span))
        raise Unreadable(f"一串算式最多 {DEEPEST} 步", self.since(start))

    def atom(self) -> Worth:
        token = self.here
        if token.kind is Kind.LITERAL:
            return self.literal()
        if token.kind is Kind.CODE:
            return FactRef(self.code(), self.count(token.span, token.span))
        if token.kind is Kind.FIELD:
            self.place += 1
            return FieldRef(token.text[1:], self.count(token.span, token.span))
        if self.take(Kind.WORD, "today"):
            return Today(self.count(token.span, token.span))
        return self.compound()

    def compound(self) -> Worth:
        token = self.here
        self.enter(token)
        if self.take(Kind.SIGN, "("):
            inner = self.value()
            self.expect(")")
        elif token.kind is Kind.WORD and token.text in _FOLDS:
            inner = self.aggregate()
        elif token.kind is Kind.WORD and token.text in ("days", "workdays"):
            inner = self.distance()
        else:
            raise Unreadable(f"这里要写指标、数值或函数，不能是“{token.text or '空白'}”", token.span)
        self.depth -= 1
        return inner

    def aggregate(self) -> Worth:
        start = self.here
        self.place += 1
        self.expect("(")
        group = self.code()
        field = None
        if self.here.kind is Kind.FIELD:
            field = self.here.text[1:]
            self.place += 1
        where = self.either() if self.take(Kind.WORD, "where") else None
        self.expect(")")
        return Aggregate(_FOLDS[start.text], group, field, where, self.since(start))

    def distance(self) -> Worth:
        start = self.here
        self.place += 1
        self.expect("(")
        first = self.value()
        self.expect(",")
        last = self.value()
        self.expect(")")
        return Distance(first, last, start.text == "workdays", self.since(start))
