"""Many conditions over many enterprises: the same answers as `decide` gives one by one.

What a comparison needs of an enterprise is made a column once and serves every condition that asks for it; equal
clauses of different conditions are decided once. What compares two facts with each other, or looks into records, is
decided enterprise by enterprise, once, by `decide` itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_

from mashangban.domains.policies.rules.conditions.deciding import Look, decide, value_of
from mashangban.domains.policies.rules.conditions.facts import Value
from mashangban.domains.policies.rules.conditions.planes import Column, Verdict, bits
from mashangban.domains.policies.rules.conditions.tree import (
    Begins,
    Between,
    Both,
    Clause,
    Compare,
    Condition,
    Either,
    FactRef,
    Not,
    OneOf,
    Quantified,
    Truth,
    Worth,
    facts_of,
    settle,
)
from mashangban.domains.policies.terms import Answer, Operator


class Crowd:
    """Enterprises in slots: each fact is a list with one value a slot. A fact that is no list is known of nobody."""

    def __init__(self, facts: Mapping[str, Sequence[Value | None]], count: int, today: date) -> None:
        self.facts = facts
        self.count = count
        self.today = today
        self.everyone = (1 << count) - 1
        self.nowhere = Look({}, today)
        self._columns: dict[Worth, Column] = {}
        self._clauses: dict[Clause, Verdict] = {}

    def column(self, node: Worth) -> Column:
        """What a part is worth for each enterprise."""
        found = self._columns.get(node)
        if found is None:
            found = self._columns[node] = Column(self._values(node))
        return found

    def _values(self, node: Worth) -> Sequence[Value | None]:
        if isinstance(node, FactRef):
            return self._fact(node.code)
        return [value_of(node, look) for look in self._looks(node)]

    def _fact(self, code: str) -> Sequence[Value | None]:
        return self.facts.get(code) or [None] * self.count

    def _looks(self, node: Worth | Condition) -> Iterator[Look]:
        """Each enterprise with the facts a part asks for."""
        codes = facts_of(node)
        rows = zip(*map(self._fact, codes), strict=True) if codes else iter([()] * self.count)
        return (Look(dict(zip(codes, row, strict=True)), self.today) for row in rows)

    def decide(self, condition: Condition) -> Verdict:
        """Who meets a checked condition."""
        return self._decide(settle(condition))

    def _decide(self, node: Condition) -> Verdict:
        match node:
            case Both():
                return reduce(and_, map(self._decide, node.parts))
            case Either():
                return reduce(or_, map(self._decide, node.parts))
            case Not():
                return self._decide(settle(node))
            case _:
                return self._clause(node)

    def _clause(self, node: Clause) -> Verdict:
        found = self._clauses.get(node)
        if found is None:
            found = self._clauses[node] = self._compared(node)
        return found

    def _compared(self, node: Clause) -> Verdict:
        match node:
            case Truth():
                return self.column(node.of).compared(Operator.EQUAL, node.wanted)
            case Compare():
                return self._compare(node)
            case Between():
                return self._between(node)
            case OneOf():
                return self._one_of(node)
            case Begins():
                return self._begins(node)
            case Quantified():
                return self._one_by_one(node)

    def _compare(self, node: Compare) -> Verdict:
        if not facts_of(node.right):
            return self._against(node.left, node.operator, value_of(node.right, self.nowhere))
        if not facts_of(node.left):
            return self._against(node.right, node.operator.mirrored, value_of(node.left, self.nowhere))
        return self._one_by_one(node)

    def _against(self, node: Worth, operator: Operator, value: Value | None) -> Verdict:
        if value is None:
            return Verdict(0, self.everyone)
        return self.column(node).compared(operator, value)

    def _between(self, node: Between) -> Verdict:
        if facts_of(node.low) or facts_of(node.high):
            return self._one_by_one(node)
        low, high = (value_of(bound, self.nowhere) for bound in (node.low, node.high))
        inside = self._against(node.of, Operator.AT_LEAST, low) & self._against(
            node.of, Operator.AT_MOST, high
        )
        return inside if node.inside else inside.denied(self.everyone)

    def _one_of(self, node: OneOf) -> Verdict:
        column = self.column(node.of)
        found = reduce(or_, (column.compared(Operator.EQUAL, one.value) for one in node.options))
        return found if node.listed else found.denied(self.everyone)

    def _begins(self, node: Begins) -> Verdict:
        column = self.column(node.of)
        found = reduce(or_, (column.beginning(str(one.value)) for one in node.prefixes))
        return found if node.listed else found.denied(self.everyone)

    def _one_by_one(self, node: Clause) -> Verdict:
        answers = [decide(node, look) for look in self._looks(node)]
        yes = bits(answer is Answer.YES for answer in answers)
        return Verdict(yes, bits(answer is not Answer.NO for answer in answers))
