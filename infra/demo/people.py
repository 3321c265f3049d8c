"""Names, phones and ID numbers that are valid in form and belong to nobody."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from mashangban.identity.identifiers.citizen import check_character
from mashangban.registry import divisions

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
MALE = (
    "建国",
    "志强",
    "伟",
    "军",
    "勇",
    "大山",
    "根生",
    "福来",
    "永强",
    "春生",
    "海波",
    "文斌",
    "国庆",
    "长河",
    "广林",
)
FEMALE = ("秀英", "桂兰", "玉珍", "丽", "小梅", "春花", "素芳", "红霞", "彩云", "翠萍")
# 996 to 999 were kept for the very old: nobody born after 1955 carries them, so these numbers can't be issued.
MAN, WOMAN = "999", "998"


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person."""

    name: str
    phone: str
    id_number: str


@cache
def _counties() -> tuple[str, ...]:
    return tuple(one.code for one in divisions.counties(""))


def someone(chance: random.Random, number: int, age: int | None = None) -> Someone:
    """Person `number` of the world: phone 1390000nnnn, 19 to 59 years old.

    Each comes from a county of their own, so that no two share an ID number (2,900 counties).
    """
    man = chance.random() < 0.85
    name = chance.choice(SURNAMES) + chance.choice(MALE if man else FEMALE)
    years = age if age is not None else chance.randint(19, 58)
    born = date(2026, 11, 1) - timedelta(days=years * 365 + years // 4 + chance.randint(1, 360))
    home = _counties()[number % len(_counties())]
    first = f"{home}{born:%Y%m%d}{MAN if man else WOMAN}"
    return Someone(name, f"1390000{number:04d}", first + check_character(first))
