"""A stored value and the word for it that people read, kept together."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A value with the words that screens show: `PAID = "paid", "已到账"`."""

    label: str

    # A lookup by value alone is typed as this call, hence the default; every member has its word.
    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
