"""Numbers of people in clear (R8): what a program must not log, nor a table keep, nor an answer say.

Identity numbers count with a right check character, bank cards with a right Luhn digit, so that a hash or a time in
milliseconds is not taken for one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mashangban.identity.identifiers import bank_card, citizen
from tests.stack import LocalStack

# Not the number of a JSON field or list: those are quoted when they are a person's.
_NUMBER = re.compile(
    r"""(?<![0-9A-Za-z.+:,\[-])(?<!": )(?:[1-6]\d{16}[\dXx]|62\d{14,17}|1[3-9]\d{9})(?![0-9A-Za-z.])"""
)
# The notice at the gate names who looks after wages and their phone, by law: 保障农民工工资支付条例 第三十四条.
PUBLIC = {"labour_clerk_phone"}
PHONE_LENGTH, IDENTITY_LENGTH = 11, 18


def in_clear(text: str) -> list[str]:
    """The numbers of people that stand in a text, masked again for the report."""
    return [f"{one[:3]}***{one[-2:]}" for one in _NUMBER.findall(text) if _is_a_persons(one)]


def _is_a_persons(number: str) -> bool:
    if len(number) == PHONE_LENGTH:
        return True
    identity = len(number) == IDENTITY_LENGTH and citizen.check_character(number[:17]) == number[17].upper()
    return identity or (number.isdecimal() and bank_card.luhn_holds(number))


def in_logs(folder: Path) -> Iterator[str]:
    """What a server's logs say of people."""
    for file in sorted(folder.glob("*.log")):
        for found in in_clear(file.read_text("utf-8", "replace")):
            yield f"{file.name}: {found}"


def in_items(table: str, items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What the stored items of a table say of people."""
    for item in items:
        for name, value in item.items():
            for found in in_clear(str(value.get("S", ""))) if name not in PUBLIC else ():
                yield f"{table} {item['PK']['S']} {name}: {found}"


def everywhere(stack: LocalStack) -> list[str]:
    """What a running product has logged and stored of people in clear."""
    stack.settle()
    stored = (found for table, items in stack.holdings().items() for found in in_items(table, items))
    return [*in_logs(stack.data / "logs"), *stored]


def in_answer(text: str) -> list[str]:
    """What an answer says of people; phones of desks and clerks are said on purpose."""
    return [found for found in in_clear(text) if not found.startswith("1")]
