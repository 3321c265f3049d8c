"""Bank card numbers: 13 to 19 digits; a failed Luhn check warns, only the bank knows for sure."""

import re
from dataclasses import dataclass

from mashangban.identity.identifiers.wrong import WrongIdentifier, tidy

_FORM = re.compile(r"\d{13,19}", re.ASCII)


@dataclass(frozen=True, slots=True)
class BankCard:
    """A number that can be a card's."""

    number: str
    warnings: tuple[str, ...]


def luhn_holds(digits: str) -> bool:
    """ISO/IEC 7812-1 Annex B: every second digit from the right is doubled."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def parse_bank_card(text: str) -> BankCard:
    """Read a card number as typed. WrongIdentifier when it can't be one."""
    number = tidy(text)
    if not _FORM.fullmatch(number):
        raise WrongIdentifier("银行卡号应为 13 至 19 位数字")
    warnings = () if luhn_holds(number) else ("卡号可能有一位填错了，请对照银行卡核对",)
    return BankCard(number, warnings)
