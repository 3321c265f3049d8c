"""A fact's value as it comes over the wire and lies in a table, and back: money in fen, days as text, exact numbers."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from mashangban.domains.policies.rules.conditions.facts import Field, Indicator, Plain, Value
from mashangban.domains.policies.rules.conditions.reading import plain_number
from mashangban.domains.policies.terms import FactType

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_MOST_ROWS = 200
_LONGEST_TEXT = 40
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 12, 31)


class WrongValue(Exception):
    """A value that is not what the fact is declared to be; the words say what it should be."""


def read(fact: Indicator | Field, raw: object) -> Value:
    """The value that was sent for a fact. Raises WrongValue."""
    if isinstance(fact, Indicator) and fact.type is FactType.GROUP:
        return _rows(fact, raw)
    return _plain(fact, raw)


def _rows(fact: Indicator, raw: object) -> tuple[dict[str, Plain | None], ...]:
    if not isinstance(raw, list) or len(raw) > _MOST_ROWS:
        raise WrongValue(f"“{fact.name}”要是一组记录，最多 {_MOST_ROWS} 条")
    return tuple(_row(fact, one) for one in raw)


def _row(fact: Indicator, raw: object) -> dict[str, Plain | None]:
    if not isinstance(raw, Mapping):
        raise WrongValue(f"“{fact.name}”的每条记录要写明各个字段")
    unknown = [str(name) for name in raw if fact.field(str(name)) is None]
    if unknown:
        raise WrongValue(f"“{fact.name}”没有字段 {unknown[0]}")
    return {
        one.name: None if raw.get(one.name) is None else _plain(one, raw[one.name]) for one in fact.fields
    }


def _plain(fact: Indicator | Field, raw: object) -> Plain:
    match fact.type:
        case FactType.BOOLEAN if isinstance(raw, bool):
            return raw
        case FactType.MONEY if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < 10**15:
            return raw
        case FactType.NUMBER if not isinstance(raw, bool) and _NUMBER.fullmatch(str(raw)):
            return plain_number(Fraction(str(raw)))
        case FactType.DATE:
            return _day(fact, raw)
        case FactType.ENUMERATION if isinstance(raw, str) and raw in fact.options:
            return raw
        case FactType.TEXT if isinstance(raw, str) and 0 < len(raw) <= _LONGEST_TEXT:
            return raw
    raise WrongValue(f"“{_label(fact)}”{_WANTED[fact.type]}{'、'.join(fact.options)}")


_WANTED = {
    FactType.BOOLEAN: "要写是或否",
    FactType.MONEY: "要写金额，按分计",
    FactType.NUMBER: "要写数字，最多六位小数",
    FactType.DATE: "要写日期，如 2026-01-31",
    FactType.ENUMERATION: "只能写其中一项：",
    FactType.TEXT: "要写代码，最多 40 个字",
    FactType.GROUP: "要写一组记录",
}


def _day(fact: Indicator | Field, raw: object) -> date:
    try:
        day = date.fromisoformat(str(raw))
    except ValueError as wrong:
        raise WrongValue(f"“{_label(fact)}”{_WANTED[FactType.DATE]}") from wrong
    if not _EARLIEST <= day <= _LATEST:
        raise WrongValue(f"“{_label(fact)}”的日期不合常理")
    return day


def _label(fact: Indicator | Field) -> str:
    return fact.name if isinstance(fact, Indicator) else fact.label


def write(value: Value | None) -> Any:
    """The value as it lies in a table and goes over the wire."""
    match value:
        case tuple():
            return [{name: write(one) for name, one in row.items()} for row in value]
        case Fraction():
            return str(Decimal(value.numerator) / Decimal(value.denominator))
        case bool() | int() | str() | None:
            return value
        case date():
            return value.isoformat()
