"""The text of a condition cut into words; what is wrong is told with its place."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from mashangban.domains.policies.rules.conditions.facts import Plain
from mashangban.domains.policies.rules.conditions.tree import Span
from mashangban.domains.policies.terms import MOST_CHARACTERS, MOST_DIGITS, FactType


class Unreadable(Exception):
    """A condition that can't be used: why, and from which character to which."""

    def __init__(self, why: str, span: Span) -> None:
        super().__init__(why)
        self.why = why
        self.span = span


class Kind(StrEnum):
    """The kinds of words."""

    CODE = "code"
    FIELD = "field"
    WORD = "word"
    LITERAL = "literal"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: a code, a keyword, a sign, or a value with its type."""

    kind: Kind
    text: str
    span: Span
    value: Plain | None = None
    type: FactType | None = None


KEYWORDS = frozenset(
    {
        "and",
        "or",
        "not",
        "in",
        "between",
        "starts",
        "where",
        "today",
        "true",
        "false",
        "count",
        "sum",
        "max",
        "min",
    }
    | {"any", "all", "days", "workdays", "months", "years"}
)
_WORDS = re.compile(
    r"""(?P<space>\s+)
    |(?P<day>\d{4}-\d{2}-\d{2})
    |(?P<amount>\d+(?:\.\d+)?)(?P<unit>万元|亿元|元|分|%)?
    |(?P<code>[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)
    |(?P<field>\.[a-z][a-z0-9_]*)
    |(?P<word>[a-z][a-z0-9_]*)
    |'(?P<text>[^'\n]*)'
    |(?P<sign><=|>=|!=|[=<>+\-*(),\[\]])""",
    re.VERBOSE | re.ASCII,
)
_FEN = {"分": 1, "元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


def read(text: str) -> tuple[Token, ...]:
    """The words of a condition, an END behind them. Raises Unreadable."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"条件太长，最多 {MOST_CHARACTERS} 个字", Span(MOST_CHARACTERS, len(text)))
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        found = _WORDS.match(text, place)
        if found is None:
            raise _strange(text, place)
        if found["space"] is None:
            tokens.append(_token(found))
        place = found.end()
    return (*tokens, Token(Kind.END, "", Span(len(text), len(text))))


def _strange(text: str, place: int) -> Unreadable:
    if text[place] == "'":
        return Unreadable("这里的引号没有收尾", Span(place, len(text)))
    return Unreadable(f"看不懂这里的“{text[place]}”", Span(place, place + 1))


def _token(found: re.Match[str]) -> Token:
    span = Span(found.start(), found.end())
    if found["day"]:
        return Token(Kind.LITERAL, found[0], span, _day(found["day"], span), FactType.DATE)
    if found["amount"]:
        return _amount(found, span)
    if found["text"] is not None:
        return Token(Kind.LITERAL, found[0], span, found["text"], FactType.TEXT)
    if found["word"]:
        return _word(found["word"], span)
    kind = Kind.CODE if found["code"] else Kind.FIELD if found["field"] else Kind.SIGN
    return Token(kind, found[0], span)


def _word(text: str, span: Span) -> Token:
    if text not in KEYWORDS:
        raise Unreadable(f"“{text}”不是指标代码，也不是条件里的词", span)
    if text in ("true", "false"):
        return Token(Kind.LITERAL, text, span, text == "true", FactType.BOOLEAN)
    return Token(Kind.WORD, text, span)


def _day(text: str, span: Span) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise Unreadable(f"没有 {text} 这一天", span) from wrong


def _amount(found: re.Match[str], span: Span) -> Token:
    if len(found["amount"]) > MOST_DIGITS:
        raise Unreadable(f"数字太长，最多 {MOST_DIGITS} 位", span)
    number = Fraction(found["amount"])
    unit = found["unit"]
    if unit is None or unit == "%":
        exact = number / 100 if unit else number
        return Token(Kind.LITERAL, found[0], span, plain_number(exact), FactType.NUMBER)
    fen = number * _FEN[unit]
    if fen.denominator != 1:
        raise Unreadable("金额最细到分", span)
    return Token(Kind.LITERAL, found[0], span, int(fen), FactType.MONEY)


def plain_number(number: Fraction) -> int | Fraction:
    """A whole number as int, any other exactly."""
    return int(number) if number.denominator == 1 else number
