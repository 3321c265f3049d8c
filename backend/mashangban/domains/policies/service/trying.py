"""A condition while it is written: what it says clause by clause, where it is wrong, how the examples come out."""

from dataclasses import dataclass

from mashangban.domains.policies.repository import indicators
from mashangban.domains.policies.rules import checks, values, written
from mashangban.domains.policies.rules.conditions.deciding import Look, decide
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Indicator, Value
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.reading import Unreadable
from mashangban.domains.policies.rules.conditions.tree import Both, Condition, facts_of, settle
from mashangban.domains.policies.rules.conditions.wording import Words
from mashangban.domains.policies.terms import Answer
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


@dataclass(frozen=True, slots=True)
class Typed:
    """An example as it stands in the form."""

    name: str
    facts: str
    expected: Answer


@dataclass(frozen=True, slots=True)
class Tried:
    """How an example came out; `problem` where it can't be read."""

    name: str
    expected: Answer
    answer: Answer | None = None
    problem: str = ""

    @property
    def right(self) -> bool:
        return self.answer is self.expected


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, with the text before, at and behind the place."""

    why: str
    before: str
    at: str
    behind: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A condition and its examples as they stand: clauses as (text, words), or the mistake."""

    clauses: tuple[tuple[str, str], ...] = ()
    facts: tuple[Indicator, ...] = ()
    mistake: Mistake | None = None
    cases: tuple[Tried, ...] = ()


def attempt(act: Act, text: str, cases: list[Typed]) -> Trial:
    """Read and decide what was typed so far; a mistake is told, never raised."""
    if not text.strip():
        return Trial()
    asked: tuple[str, ...] = ()
    try:
        condition = parse(text)
        asked = facts_of(condition)
        facts = indicators.catalogue([*asked, *(code for one in cases for code in _codes(one))])
        checks.readable(text, facts)
    except Unreadable as wrong:
        start, end = wrong.span.start, max(wrong.span.end, wrong.span.start + 1)
        return Trial(mistake=Mistake(wrong.why, text[:start], text[start:end] or "␣", text[end:]))
    tried = tuple(_tried(act, condition, one, facts) for one in cases)
    return Trial(
        _clauses(text, condition, facts),
        tuple(one for code in asked if (one := facts.find(code)) is not None),
        cases=tried,
    )


def _clauses(text: str, condition: Condition, facts: Catalogue) -> tuple[tuple[str, str], ...]:
    """Each clause as it was typed, and in plain words."""
    words = Words(facts)
    settled = settle(condition)
    if isinstance(condition, Both) and isinstance(settled, Both):
        pairs = zip(condition.parts, settled.parts, strict=True)
        return tuple((text[one.span.start : one.span.end], words.of(said)) for one, said in pairs)
    return ((text.strip(), words.of(settled)),)


def _tried(act: Act, condition: Condition, one: Typed, facts: Catalogue) -> Tried:
    try:
        profile = _profile(one, facts)
    except values.WrongValue as wrong:
        return Tried(one.name, one.expected, problem=str(wrong))
    answer = decide(condition, Look(profile, clock.local_date(act.at)))
    return Tried(one.name, one.expected, answer)


def _profile(one: Typed, facts: Catalogue) -> dict[str, Value | None]:
    raw = written.example(one.facts, facts)
    return {code: values.read(facts[code], value) for code, value in raw.items()}


def _codes(one: Typed) -> list[str]:
    try:
        return list(written.pairs(one.facts))
    except values.WrongValue:
        return []
