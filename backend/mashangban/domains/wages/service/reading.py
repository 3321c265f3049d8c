"""A sheet read row by row and checked as a whole: one error keeps the whole file out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from mashangban.domains.wages import errors
from mashangban.domains.wages.repository import known
from mashangban.domains.wages.rules import pay
from mashangban.domains.wages.rules import uploads as rules
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.rules.uploads import COLUMNS, Typed
from mashangban.domains.wages.rules.usual import Usual, agrees
from mashangban.employment.rules import Employment
from mashangban.kernel.errors import AppError
from mashangban.kernel.money import yuan
from mashangban.registry import sheets
from mashangban.registry.rules.columns import RowError

_BLOCK = 500


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet holds: rows with the employments they mean, or what is wrong with it."""

    rows: list[tuple[Typed, Employment]]
    errors: list[RowError]


def read(table: Table, content: bytes) -> Read:
    """Read and check a whole sheet; nothing is written."""
    try:
        typed, wrong = _typed(table, content)
    except sheets.SheetUnreadable as refused:
        return Read([], [RowError(0, "", str(refused))])
    if not typed and not wrong:
        return Read([], [RowError(0, "", "表头下面没有内容")])
    people = {one.number: one for one in known.employed(table.project.id, table.employer.id)} if typed else {}
    wrong += rules.repeated(typed)
    rows: list[tuple[Typed, Employment]] = []
    for one in typed:
        employment = people.get(one.number)
        if employment is not None and agrees(one, employment):
            rows.append((one, employment))
            continue
        found = against(one, employment)
        wrong += found
        if employment is not None and not found:
            rows.append((one, employment))
    return Read(rows, sorted(wrong, key=lambda one: (one.row, one.column)))


def content_of(one: Typed, employment: Employment, attended_halves: int) -> Content:
    """What a row pays by its contract. Raises AmountNegative, AmountTooLarge."""
    agreed = employment.pay
    return pay.checked(
        Content(
            agreed.basis,
            agreed.unit,
            agreed.amount_fen,
            one.quantity_milli,
            attended_halves,
            one.items,
            one.note,
        )
    )


def _typed(table: Table, content: bytes) -> tuple[list[Typed], list[RowError]]:
    sheet = sheets.opened(content, rules.LAYOUT, rules.MOST_ROWS)
    if sheet.wrong:
        return [], sheet.wrong
    usual = Usual(sheet.places, table.month)
    reader = _Reader(table.month, sheet.places, usual, sheet.below.formulas)
    while block := list(islice(sheet.below.rows, _BLOCK)):
        reader.read(block)
    return reader.typed, reader.wrong


@dataclass(slots=True)
class _Reader:
    """What has been read of a sheet so far."""

    month: str
    columns: Mapping[str, int]
    usual: Usual
    formulas: frozenset[int]
    typed: list[Typed] = field(default_factory=list)
    wrong: list[RowError] = field(default_factory=list)

    def read(self, block: Sequence[tuple[int, Sequence[Any]]]) -> None:
        """Rows that are usual at once; halves and halves again of others, until one row is left to be read in full."""
        numbers, rows = zip(*block, strict=True)
        if self.formulas.isdisjoint(numbers) and (read := self.usual.read(numbers, rows)):
            self.typed += read
        elif half := len(block) // 2:
            self.read(block[:half])
            self.read(block[half:])
        else:
            self._in_full(numbers[0], sheets.texts(rows[0]))

    def _in_full(self, number: int, cells: tuple[str, ...]) -> None:
        held = {name: place for name, place in self.columns.items() if place < len(cells) and cells[place]}
        fields = {name: cells[place] for name, place in held.items()}
        one = read_row(number, fields, self.month, self.formulas)
        if isinstance(one, Typed):
            self.typed.append(one)
        else:
            self.wrong += one


def read_row(
    number: int, fields: Mapping[str, str], month: str, formulas: frozenset[int]
) -> Typed | list[RowError]:
    """A row in full: its numbers, or everything that is wrong with it."""
    return sheets.forbidden(number, fields, COLUMNS, formulas) or rules.read(number, fields, month)


def against(one: Typed, employment: Employment | None) -> list[RowError]:
    """A row against its contract: who, at what rate, and whether the sum is right."""
    if employment is None:
        return [RowError(one.row, COLUMNS["number"], "本单位在这个项目没有这份合同")]
    found: list[RowError] = []
    if one.name_masked not in ("", employment.name_masked):
        found.append(RowError(one.row, COLUMNS["name"], "姓名和合同上的不一样"))
    agreed = employment.pay
    if one.rate_fen is not None and one.rate_fen != agreed.amount_fen:
        words = f"单价和合同约定的每{agreed.unit}{yuan(agreed.amount_fen)}不一样"
        found.append(RowError(one.row, COLUMNS["rate"], words))
    try:
        content = content_of(one, employment, 0)
    except (errors.AmountNegative, errors.AmountTooLarge) as refused:
        return [*found, RowError(one.row, COLUMNS["total"], _said(refused))]
    if one.total_fen is not None and one.total_fen != content.amount_fen and not found:
        found.append(RowError(one.row, COLUMNS["total"], f"合计不对，应当是：{content.formula}"))
    return found


def _said(refused: AppError) -> str:
    return refused.title
