"""Under which words an item is found: its name from each character on, its other names from their beginning. Pure."""

import unicodedata

from mashangban.domains.guides.rules.item import Content
from mashangban.domains.guides.terms import WORD_REACH

_SHORTEST = 2


def plain(text: str) -> str:
    """A text as it is compared: full width as half width, small letters, no blanks or marks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")


def starts(one: Content) -> tuple[str, ...]:
    """What somebody may begin to type: `餐饮服务` finds `食品经营许可（餐饮服务）` too."""
    name = plain(one.name)[:WORD_REACH]
    inner = [name[first:] for first in range(max(1, len(name) - _SHORTEST + 1))]
    return tuple(dict.fromkeys(word for word in (*inner, *map(plain, one.words)) if word))
