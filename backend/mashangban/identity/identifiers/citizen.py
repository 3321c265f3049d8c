"""The 18-digit number: 公民身份号码 (GB 11643), 港澳台居民居住证, 外国人永久居留身份证.

Region(6) birth date(8) sequence(3, odd for men) check(1): ISO 7064 MOD 11-2.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mashangban.identity.identifiers.wrong import WrongIdentifier, tidy

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
_FORM = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
# GB/T 2260, first level. Counties are the registry's matter: they change every year.
PROVINCES = frozenset(
    (
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
        *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54"),
        *("61", "62", "63", "64", "65", "71"),
    )
)
_RESIDENCE_PERMITS = frozenset(("810000", "820000", "830000"))


class DocumentKind(StrEnum):
    """Which card carries the number."""

    RESIDENT = "resident"  # 居民身份证
    HMT_RESIDENCE = "hmt_residence"  # 港澳台居民居住证
    FOREIGN_PERMANENT = "foreign_permanent"  # 外国人永久居留身份证


class Sex(StrEnum):
    """As the number says it."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class CitizenId:
    """A number that can exist; whether it does is the identity source's answer."""

    number: str
    kind: DocumentKind
    region: str
    birth_date: date
    sex: Sex
    warnings: tuple[str, ...]

    def age_on(self, day: date) -> int:
        """Completed years (周岁) on a day; a birthday on 29 February counts from 1 March."""
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if had_birthday else 1)


def check_character(first_17: str) -> str:
    """Compute the 18th character from the first 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, WEIGHTS, strict=True))
    return CHECK_CHARACTERS[total % 11]


def parse_citizen_id(text: str, today: date) -> CitizenId:
    """Read a number as typed. WrongIdentifier when form, check character or birth date can't be right."""
    number = tidy(text)
    if not _FORM.fullmatch(number):
        raise WrongIdentifier("身份证号应为 18 位，最后一位是数字或 X")
    if check_character(number[:17]) != number[17]:
        raise WrongIdentifier("身份证号有一位填错了，请对照证件核对")
    kind = _kind(number)
    return CitizenId(
        number=number,
        kind=kind,
        region=number[:6],
        birth_date=_birth_date(number, today),
        sex=Sex.MALE if int(number[16]) % 2 else Sex.FEMALE,
        warnings=_region_warnings(number, kind),
    )


def _kind(number: str) -> DocumentKind:
    if number[:6] in _RESIDENCE_PERMITS:
        return DocumentKind.HMT_RESIDENCE
    return DocumentKind.FOREIGN_PERMANENT if number[0] == "9" else DocumentKind.RESIDENT


def _birth_date(number: str, today: date) -> date:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError as problem:
        raise WrongIdentifier("身份证号里的出生日期不存在，请对照证件核对") from problem
    if not date(1850, 1, 1) <= born <= today:
        raise WrongIdentifier("身份证号里的出生日期不对，请对照证件核对")
    return born


def _region_warnings(number: str, kind: DocumentKind) -> tuple[str, ...]:
    if kind is DocumentKind.HMT_RESIDENCE:
        return ()
    province = number[1:3] if kind is DocumentKind.FOREIGN_PERMANENT else number[:2]
    return () if province in PROVINCES else ("前两位不是常见的地区代码",)
