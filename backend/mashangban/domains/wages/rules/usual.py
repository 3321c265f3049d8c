"""The usual row of a sheet, read at once: it says what `uploads.read` says, or nothing where anything is unusual. Of a
hundred thousand rows nearly all are usual; the few others are read part by part, for the words. Pure.
"""

from collections.abc import Callable, Mapping
from functools import partial
from operator import itemgetter
from typing import TypeVar

from mashangban.domains.wages.rules import pay, uploads
from mashangban.domains.wages.rules.pay import Item
from mashangban.domains.wages.rules.uploads import ITEMS, Typed
from mashangban.domains.wages.terms import MOST_FEN, ItemKind
from mashangban.employment.rules import Employment
from mashangban.identity.identifiers import mask_name

_FIELDS = (
    "number", "name", "month", "quantity", "rate", "total", "note", "deduction_reason",
    *(name for name, _ in ITEMS),
)  # fmt: skip
_MOST_KEPT = 50_000
V = TypeVar("V")


class _Unusual(Exception):
    """Something that the full reading must look at."""


class _Kept(dict[str, V]):
    """What the texts of one column mean, each looked at once."""

    def __init__(self, meaning: Callable[[str], V]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, text: str) -> V:
        value = self._meaning(text)
        if len(self) < _MOST_KEPT:
            self[text] = value
        return value


class Usual:
    """Reads the rows of one sheet by the places of its fields."""

    def __init__(self, places: Mapping[str, int], month: str) -> None:
        self._width = max(places.values()) + 1
        # A field without a column reads the empty text put behind the row.
        self._pick = itemgetter(*(places.get(name, self._width) for name in _FIELDS))
        self._months = _Kept(lambda text: not text or uploads.same_month(text, month))
        self._quantity, self._rate, self._total = (
            _Kept(partial(_number, name)) for name in ("quantity", "rate", "total")
        )
        self._items = [_Kept(partial(_item, name, kind)) for name, kind in ITEMS]

    def read(self, row: int, cells: tuple[str, ...]) -> Typed | None:
        """The row, or None where it must be read in full."""
        whole = "".join(cells)
        if len(cells) < self._width or "=" in whole or not whole.isprintable():
            return None
        number, name, month, quantity, rate, total, note, why, *amounts = self._pick(
            (*cells[: self._width], "")
        )
        if why or not number or not self._months[month]:
            return None
        try:
            milli, fen, total_fen = self._quantity[quantity], self._rate[rate], self._total[total]
            given = zip(self._items, amounts, strict=True)
            items = [item for kept, text in given if text and (item := kept[text])]
        except _Unusual:
            return None
        if milli is None:
            return None
        return Typed(row, number, name, milli, fen, total_fen, tuple(items), note[:100])


def _number(name: str, text: str) -> int | None:
    found = uploads.number(name, text)
    if isinstance(found, str):
        raise _Unusual
    return found


def _item(name: str, kind: ItemKind, text: str) -> Item | None:
    fen = _number(name, text)
    if fen and kind is ItemKind.DEDUCTION:
        raise _Unusual  # its reason counts too
    return Item(kind, "", fen) if fen else None


def agrees(one: Typed, employment: Employment) -> bool:
    """Whether a row surely says what its contract says: name, rate, and the sum."""
    agreed = employment.pay.amount_fen
    if one.name and employment.name_masked != mask_name(one.name):
        return False
    if one.rate_fen is not None and one.rate_fen != agreed:
        return False
    base = pay.base(agreed, one.quantity_milli)
    amount = base + pay.balance(one.items) if one.items else base
    return 0 <= amount <= MOST_FEN and base <= MOST_FEN and one.total_fen in (None, amount)
