"""What people call a matter that no list has, made comparable; and which are asked for most. Pure."""

import unicodedata
from collections.abc import Iterable

SHOWN = 50


def called(text: str) -> str:
    """One spelling for what is typed: width, case, blanks and closing marks do not count."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return "".join(flat.split()).strip("。．.!！?？,，、")


def most(asked: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The most asked for first."""
    return sorted(asked, key=lambda one: (-one[1], one[0]))[:SHOWN]
