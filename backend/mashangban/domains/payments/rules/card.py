"""Bank card numbers: 13 to 19 digits with a Luhn check digit (ISO/IEC 7812)."""

import unicodedata

SHORTEST, LONGEST = 13, 19


def digits_of(typed: str) -> str:
    """The digits of what a person typed: full-width digits, blanks and dashes are understood."""
    return "".join(one for one in unicodedata.normalize("NFKC", typed) if one not in " -\u2013\u2014")


def problem_of(digits: str) -> str | None:
    """What is wrong with a card number, in plain words; None when nothing is."""
    if not digits.isascii() or not digits.isdecimal():
        return "卡号只有数字"
    if not SHORTEST <= len(digits) <= LONGEST:
        return f"卡号应有 {SHORTEST} 到 {LONGEST} 位，现在是 {len(digits)} 位"
    return None if _luhn(digits) else "有一位数字不对，请对着卡再核对一遍"


def masked(digits: str) -> str:
    """`**** 1234`: what every screen shows."""
    return f"**** {digits[-4:]}"


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
