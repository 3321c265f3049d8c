"""Why, and why not: each clause with the facts it turned on, where they come from, and what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from mashangban.domains.policies.rules.conditions.deciding import Look, decide, value_of
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Known, Plain, profile_on
from mashangban.domains.policies.rules.conditions.reading import plain_number
from mashangban.domains.policies.rules.conditions.tree import (
    Both,
    Clause,
    Compare,
    Condition,
    Either,
    FactRef,
    Literal,
    Not,
    Today,
    facts_of,
    settle,
    walk,
)
from mashangban.domains.policies.rules.conditions.wording import Words, worded
from mashangban.domains.policies.terms import Answer, FactType, Operator
from mashangban.domains.policies.terms.departments import Department

_FARTHEST = 3_660
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Used:
    """A fact that a clause turns on, as it stands; `words` is what is shown of its value."""

    code: str
    name: str
    department: Department
    words: str
    stated_on: date | None
    valid_until: date | None
    known: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """One clause: its words, its answer, its facts and what would change the answer."""

    words: str
    answer: Answer
    used: tuple[Used, ...]
    change: str
    parts: "tuple[Explained, ...]" = ()


def explain(
    condition: Condition, known: Mapping[str, Known], today: date, catalogue: Catalogue
) -> tuple[Explained, ...]:
    """Each clause of a condition for one enterprise; all of them must hold."""
    settled = settle(condition)
    teller = _Teller(known, Look(profile_on(today, known), today), catalogue)
    return tuple(teller.tell(part) for part in (settled.parts if isinstance(settled, Both) else (settled,)))


class _Teller:
    """Tells clauses of one enterprise on one day."""

    def __init__(self, known: Mapping[str, Known], look: Look, catalogue: Catalogue) -> None:
        self.known = known
        self.look = look
        self.catalogue = catalogue
        self.words = Words(catalogue)

    def tell(self, node: Condition) -> Explained:
        answer = decide(node, self.look)
        if isinstance(node, Both | Either | Not):
            parts = tuple(self.tell(part) for part in node.parts) if not isinstance(node, Not) else ()
            return Explained(self.words.of(node), answer, (), _joined(node, answer), parts)
        used = tuple(self.used(code) for code in facts_of(node))
        return Explained(self.words.of(node), answer, used, self.change(node, answer, used))

    def used(self, code: str) -> Used:
        fact = self.catalogue[code]
        known = self.known.get(code)
        if known is None:
            return Used(code, fact.name, fact.department, worded(None), None, None, False)
        words = worded(known.value, fact.unit, fact.type is FactType.MONEY)
        stands = known.stands(self.look.today)
        return Used(code, fact.name, fact.department, words, known.stated_on, known.valid_until, stands)

    def change(self, node: Clause, answer: Answer, used: tuple[Used, ...]) -> str:
        if answer is Answer.UNKNOWN:
            return _missing(used)
        if answer is Answer.YES:
            return ""
        return self.waiting(node) or self.needed(node)

    def needed(self, node: Clause) -> str:
        """The least change of a plain comparison, or the clause itself as what is needed."""
        plain = aim(node, self.look) if isinstance(node, Compare) else None
        if plain is None:
            return f"需要{self.words.of(node)}"
        code, operator, bound = plain
        fact = self.catalogue[code]
        needed = Compare(operator, FactRef(code, node.span), Literal(bound, fact.type, node.span), node.span)
        return f"{self.words.of(needed)}才符合{self.gap(code, bound)}"

    def gap(self, code: str, bound: Plain) -> str:
        fact, value = self.catalogue[code], self.look.profile.get(code)
        if fact.type not in (FactType.MONEY, FactType.NUMBER) or not isinstance(value, int | Fraction):
            return ""
        assert isinstance(bound, int | Fraction)
        distance = plain_number(abs(Fraction(bound) - Fraction(value)))
        words = worded(distance, fact.unit, fact.type is FactType.MONEY)
        return f"，现在差{words}" if bound != value else ""

    def waiting(self, node: Clause) -> str:
        """Nothing need change but the day: the first one on which the clause holds as facts stand."""
        if not any(isinstance(part, Today) for part in walk(node)):
            return ""
        day = first_day(node, self.look)
        return f"到{worded(day)}就符合" if day else ""


def aim(node: Compare, look: Look) -> tuple[str, Operator, Plain] | None:
    """The one fact that a comparison turns on, how it must compare, and with which value."""
    left, right = facts_of(node.left), facts_of(node.right)
    if isinstance(node.left, FactRef) and not right:
        bound, operator, code = value_of(node.right, look), node.operator, node.left.code
    elif isinstance(node.right, FactRef) and not left:
        bound, operator, code = value_of(node.left, look), node.operator.mirrored, node.right.code
    else:
        return None
    return None if bound is None or isinstance(bound, tuple) else (code, operator, bound)


def first_day(node: Clause, look: Look) -> date | None:
    """The first day from now on which a clause holds with the same facts, if it holds from then on."""
    near, far = 0, _FARTHEST
    if decide(node, _later(look, far)) is not Answer.YES:
        return None
    while far - near > 1:
        middle = (near + far) // 2
        if decide(node, _later(look, middle)) is Answer.YES:
            far = middle
        else:
            near = middle
    return _later(look, far).today


def _later(look: Look, days: int) -> Look:
    return Look(look.profile, look.today + _A_DAY * days)


def _missing(used: tuple[Used, ...]) -> str:
    absent = [f"{one.name}（由{one.department.label}提供{_run_out(one)}）" for one in used if not one.known]
    if absent:
        return f"还缺{'、'.join(absent)}"
    names = "、".join(f"{one.name}（由{one.department.label}提供）" for one in used)
    return f"{names}还没有写全"


def _run_out(one: Used) -> str:
    return f"，有效期到{worded(one.valid_until)}，已过" if one.valid_until else ""


def _joined(node: Condition, answer: Answer) -> str:
    if answer is Answer.YES:
        return ""
    return "下面有一项符合就可以" if isinstance(node, Either) else "下面各项都要符合"
