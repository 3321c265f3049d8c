"""好差评 (国办发〔2019〕51号): five levels for a service; a bad word is looked into and mended, and told back."""

from enum import IntEnum
from typing import Self

RATING_RULE = "国办发〔2019〕51号：差评要核实、整改、回访"


class Stars(IntEnum):
    """The five levels, with the words that the rule gives them."""

    label: str

    def __new__(cls, value: int, label: str = "") -> Self:
        member = int.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    VERY_BAD = 1, "非常不满意"
    BAD = 2, "不满意"
    FAIR = 3, "基本满意"
    GOOD = 4, "满意"
    VERY_GOOD = 5, "非常满意"

    @property
    def bad(self) -> bool:
        return self <= Stars.BAD
