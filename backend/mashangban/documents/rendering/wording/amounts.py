"""Dates and sums as Chinese contracts write them."""

from __future__ import annotations

from datetime import date

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿")


def sentence(text: str) -> str:
    """A clause ends with a full stop, also where whoever wrote the terms left it out."""
    kept = text.rstrip()
    return kept if kept.endswith(("。", "；", "！", "：", ".")) else kept + "。"


def day(iso: str) -> str:
    """``2026-03-01`` -> ``2026年3月1日``; a wrong date is a ValueError."""
    value = date.fromisoformat(iso)
    return f"{value.year}年{value.month}月{value.day}日"


def yuan(fen: int) -> str:
    """Integer fen -> ``12,350.00元``."""
    return f"{fen // 100:,}.{fen % 100:02d}元"


def capitals(fen: int) -> str:
    """Integer fen -> 大写金额 as on bills (票据法实施管理办法 wording): ``壹万贰仟叁佰伍拾元整``; below 1 亿亿 fen."""
    if fen <= 0:
        raise ValueError("a sum to be written out is positive")
    whole, jiao, cent = fen // 100, fen // 10 % 10, fen % 10
    text = f"{_integer(whole)}元" if whole else ""
    if not jiao and not cent:
        return text + "整"
    if jiao:
        text += DIGITS[jiao] + "角"
    elif whole:
        text += "零"
    return text + (DIGITS[cent] + "分" if cent else "整")


def _integer(number: int) -> str:
    groups: list[int] = []
    while number:
        groups.append(number % 10_000)
        number //= 10_000
    text, gap = "", False
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if group == 0:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += "零"
        text += _group(group) + GROUPS[index]
        gap = False
    return text


def _group(number: int) -> str:
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return text
