"""统一社会信用代码 (GB 32100): department(1) kind(1) region(6) body(9, GB 11714) check(1)."""

import re
from dataclasses import dataclass

from mashangban.identity.identifiers.wrong import WrongIdentifier, tidy

# 31 characters: I, O, S, V, Z are left out.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_FORM = re.compile(rf"[{ALPHABET}]{{18}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Uscc:
    """A code that can exist; N…, Y… and A… prefixes (rural, other bodies) are as good as 9…."""

    number: str
    region: str
    organisation_code: str
    warnings: tuple[str, ...]


def check_character(first_17: str) -> str:
    """Compute the 18th character from the first 17."""
    total = sum(ALPHABET.index(one) * weight for one, weight in zip(first_17, WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def body_check_character(first_8: str) -> str:
    """Compute the ninth character of the body (组织机构代码, GB 11714; letters count from A = 10)."""
    total = sum(int(one, 36) * weight for one, weight in zip(first_8, BODY_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def parse_uscc(text: str) -> Uscc:
    """Read a code as typed. WrongIdentifier when form or check character can't be right."""
    number = tidy(text)
    if not _FORM.fullmatch(number):
        raise WrongIdentifier("统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）")
    if check_character(number[:17]) != number[17]:
        raise WrongIdentifier("统一社会信用代码有一位填错了，请对照营业执照核对")
    return Uscc(number, number[2:8], number[8:17], _warnings(number))


def _warnings(number: str) -> tuple[str, ...]:
    found = []
    if not number[2:8].isdecimal():
        found.append("第 3 至 8 位不是地区代码")
    if body_check_character(number[8:16]) != number[16]:
        found.append("第 9 至 17 位的校验位不符")
    return tuple(found)
