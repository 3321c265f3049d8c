"""Values of facts as people write them: 500万元, 是, 2026年1月31日; and examples, one line of them. Pure."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from mashangban.domains.policies.rules.conditions.facts import Catalogue, Field, Indicator
from mashangban.domains.policies.rules.values import WrongValue
from mashangban.domains.policies.terms import FactType

_MONEY = re.compile(r"(-?\d{1,13}(?:\.\d{1,6})?)(亿元|万元|元|分)?", re.ASCII)
_FEN = {"亿元": 10_000_000_000, "万元": 1_000_000, "元": 100, "分": 1}
_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?", re.ASCII)
_TRUTHS = {"是": True, "true": True, "有": True, "否": False, "false": False, "无": False}
_BETWEEN = re.compile(r"[；;\n]")


def wire(fact: Indicator | Field, text: str) -> Any:
    """The value as it goes over the wire, out of what was written. Raises WrongValue; what reads as something else
    stays as it is, for the reading of values to refuse.
    """
    flat = text.strip()
    match fact.type:
        case FactType.MONEY:
            return _amount(fact, flat)
        case FactType.NUMBER:
            return _number(flat)
        case FactType.BOOLEAN:
            return _TRUTHS.get(flat, flat)
        case FactType.DATE:
            return day(flat)
        case FactType.GROUP:
            raise WrongValue("多条记录的指标不能写在表格里，请用接口写入")
    return flat


def _amount(fact: Indicator | Field, text: str) -> int:
    found = fen(text)
    if isinstance(found, str):
        name = fact.name if isinstance(fact, Indicator) else fact.label
        raise WrongValue(f"“{name}”要写金额，如 500万元")
    return found


def fen(text: str) -> int | str:
    """An amount: yuan unless a unit stands behind it. What is no amount, or finer than a fen, comes back as it is."""
    found = _MONEY.fullmatch(text.replace(",", "").replace("，", "").strip())
    if not found:
        return text
    amount = Decimal(found[1]) * _FEN[found[2] or "元"]
    return int(amount) if amount == amount.to_integral_value() else text


def day(text: str) -> str:
    """2026年1月31日, 2026/1/31 as 2026-01-31; what is no day comes back as it is."""
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())).isoformat() if found else text
    except ValueError:
        return text


def _number(text: str) -> str:
    flat = text.replace(",", "").replace("，", "")
    share = re.fullmatch(r"(\d{1,6}(?:\.\d{1,4})?)%", flat, re.ASCII)
    return f"{Decimal(share[1]) / 100:f}" if share else flat


def shown(fact: Indicator | Field, raw: Any) -> str:
    """A value as it is written into a field of a form, so that `wire` reads the same again."""
    match fact.type:
        case FactType.MONEY if isinstance(raw, int):
            return money(raw)
        case FactType.BOOLEAN if isinstance(raw, bool):
            return "是" if raw else "否"
    return "" if raw is None else str(raw)


def money(amount: int) -> str:
    """Fen in the shortest words: 500万元, 12.5元."""
    for unit in ("亿元", "万元"):
        if abs(amount) >= _FEN[unit] and amount % (_FEN[unit] // 100) == 0:
            return f"{_plain(Decimal(amount) / _FEN[unit])}{unit}"
    return f"{_plain(Decimal(amount) / 100)}元"


def _plain(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def pairs(text: str) -> dict[str, str]:
    """`tax.revenue=500万元；science.high_tech=是` as texts by code. Raises WrongValue."""
    found: dict[str, str] = {}
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        code, sign, value = part.replace("＝", "=").partition("=")
        if not sign or not value.strip():
            raise WrongValue(f"“{part[:40]}”要写成 指标代码=值")
        found[code.strip()] = value.strip()
    return found


def example(text: str, catalogue: Catalogue) -> dict[str, Any]:
    """The facts of an example as they go over the wire. Raises WrongValue."""
    found: dict[str, Any] = {}
    for code, written in pairs(text).items():
        fact = catalogue.find(code)
        if fact is None:
            raise WrongValue(f"没有登记指标 {code}")
        found[code] = wire(fact, written)
    return found


def line(facts: Mapping[str, Any], catalogue: Catalogue) -> str:
    """An example's facts as one line; those of many records have no line."""
    known = [(fact, raw) for code, raw in facts.items() if (fact := catalogue.find(code)) is not None]
    return "；".join(f"{one.code}={shown(one, raw)}" for one, raw in known if one.type is not FactType.GROUP)
