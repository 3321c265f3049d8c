"""Mainland mobile numbers."""

import re

from mashangban.identity.identifiers.wrong import WrongIdentifier, tidy

_FORM = re.compile(r"1[3-9]\d{9}", re.ASCII)


def parse_mobile(text: str) -> str:
    """Read a number as typed, with or without +86; 11 digits come back. WrongIdentifier when it can't be one."""
    number = tidy(text).removeprefix("+86")
    if len(number) == 13:
        number = number.removeprefix("86")
    if not _FORM.fullmatch(number):
        raise WrongIdentifier("请填写 11 位手机号")
    return number
