"""The usual row of a sheet, read at once: it says what `uploads.read` says, or nothing where anything is unusual. Of a
hundred thousand rows nearly all are usual; the few others are read part by part, for the words. Pure.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from mashangban.domains.wages.rules import pay, uploads
from mashangban.domains.wages.rules.pay import Item
from mashangban.domains.wages.rules.uploads import ITEMS, Typed
from mashangban.domains.wages.terms import MOST_FEN, ItemKind
from mashangban.employment.rules import Employment
from mashangban.identity.identifiers import mask_name
from mashangban.registry.sheets import cell_text

_MOST_KEPT = 50_000
V = TypeVar("V")


class _Unusual(Exception):
    """Something that the full reading must look at."""


class _Kept(dict[Any, V]):
    """What the cells of one column mean, each looked at once."""

    def __init__(self, meaning: Callable[[Any], V]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, cell: Any) -> V:
        value = self._meaning(cell)
        if len(self) < _MOST_KEPT:
            self[cell] = value
        return value

    def of(self, column: Iterable[Any]) -> Iterator[V]:
        return map(self.__getitem__, column)


class Usual:
    """Reads rows of one sheet, cells as the file has them, by the places of its fields: column by column."""

    def __init__(self, places: Mapping[str, int], month: str) -> None:
        self._places, self._width = places, max(places.values()) + 1
        self._names = _Kept(lambda cell: mask_name(_word(cell)))
        self._months = _Kept(lambda cell: not (text := _word(cell)) or uploads.same_month(text, month))
        self._quantity = _Kept(_quantity)
        self._rate, self._total = (_Kept(partial(_number, name)) for name in ("rate", "total"))
        self._items = _Kept(_items)
        self._notes = _Kept(lambda cell: _word(cell)[:100])

    def read(self, numbers: Sequence[int], rows: Sequence[Sequence[Any]]) -> list[Typed] | None:
        """The rows with their numbers in the file, or None where one of them must be read in full."""
        if len({len(row) for row in rows}) > 1 or len(rows[0]) < self._width:
            return None
        # A tick is not kept among numbers: it would be taken for a 1.
        if bool in set(map(type, chain.from_iterable(rows))):
            return None
        try:
            return list(map(Typed, numbers, *self._columns(list(zip(*rows, strict=True)))))
        except _Unusual:
            return None

    def _columns(self, cells: Sequence[tuple[Any, ...]]) -> Iterator[Iterable[Any]]:
        """The fields of `Typed` behind its row, in their order."""
        nothing = ("",) * len(cells[0])
        of = {name: cells[place] for name, place in self._places.items()}
        if any(of.get("deduction_reason", ())) or not all(self._months.of(of.get("month", ()))):
            raise _Unusual
        yield _plain(of["number"])
        yield self._names.of(of.get("name", nothing))
        yield self._quantity.of(of["quantity"])
        yield self._rate.of(of.get("rate", nothing))
        yield self._total.of(of.get("total", nothing))
        yield from zip(
            *self._items.of(zip(*(of.get(name, nothing) for name, _ in ITEMS), strict=True)), strict=True
        )
        yield self._notes.of(of.get("note", nothing))


def _plain(numbers: Sequence[Any]) -> Sequence[str]:
    """Numbers of contracts, each surely as it is meant."""
    if set(map(type, numbers)) != {str} or not all(numbers):
        raise _Unusual
    whole = "".join(numbers)
    if " " in whole or "=" in whole or not whole.isprintable():
        raise _Unusual
    return numbers


def _word(cell: Any) -> str:
    text = cell_text(cell)
    if text.startswith("=") or not text.isprintable():
        raise _Unusual
    return text


def _quantity(cell: Any) -> int:
    found = _number("quantity", cell)
    if found is None:
        raise _Unusual
    return found


def _number(name: str, cell: Any) -> int | None:
    found = uploads.number(name, _word(cell))
    if isinstance(found, str):
        raise _Unusual
    return found


def _items(amounts: tuple[Any, ...]) -> tuple[tuple[Item, ...], int]:
    read = [(kind, _number(name, cell)) for (name, kind), cell in zip(ITEMS, amounts, strict=True)]
    if any(fen and kind is ItemKind.DEDUCTION for kind, fen in read):
        raise _Unusual  # its reason counts too
    items = tuple(Item(kind, "", fen) for kind, fen in read if fen)
    return items, pay.balance(items)


def agrees(one: Typed, employment: Employment) -> bool:
    """Whether a row surely says what its contract says: name, rate, and the sum."""
    _, _, name, milli, rate, total, _, extra, _ = one
    agreed = employment.pay.amount_fen
    if (name and name != employment.name_masked) or (rate is not None and rate != agreed):
        return False
    base = pay.base(agreed, milli)
    amount = base + extra
    return 0 <= amount <= MOST_FEN and base <= MOST_FEN and (total is None or total == amount)
