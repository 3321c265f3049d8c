"""Sheets that people fill in by a template: read by field, with the file's own mistakes; and told as a sheet."""

from collections.abc import Iterable

from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import Cells, Layout, RowError
from mashangban.registry.sheets.reading import SheetUnreadable, hidden_marks, stream, texts
from mashangban.registry.sheets.writing import XLSX, write

Numbered = list[tuple[int, Cells]]


def filled_in(content: bytes, layout: Layout, most: int) -> tuple[Numbered, list[RowError]]:
    """The rows below the head, each with its number in the file; and what keeps the file as a whole from counting."""
    try:
        sheet = stream(content, most)
        rows = [(number, texts(row)) for number, row in sheet.rows]
    except SheetUnreadable as unreadable:
        return [], [RowError(0, "", str(unreadable))]
    if len(rows) < 2:
        return [], [RowError(0, "", "表格里没有内容")]
    places = columns.places_of(layout, rows[0][1])
    numbered = [(number, columns.cells_of(places, cells)) for number, cells in rows[1:]]
    return numbered, columns.missing(layout, places) + _forbidden(layout, numbered, sheet.formulas)


def _forbidden(layout: Layout, numbered: Numbered, formulas: frozenset[int]) -> list[RowError]:
    """Formulas, and marks that make a text look other than it is; a cell may have several lines."""
    typed = {number for number, cells in numbered if any(text.startswith("=") for text in cells.values())}
    marked = [
        RowError(number, layout.columns[name], "有看不见的控制字符，请重新输入")
        for number, cells in numbered
        for name, text in cells.items()
        if hidden_marks(text.replace("\n", ""))
    ]
    return [RowError(row, "", "这一行有公式，请改成数值再传") for row in sorted(formulas | typed)] + marked


def problem_sheet(errors: Iterable[RowError], kind: str = XLSX) -> bytes:
    """What is wrong, row by row, as a file to work through."""
    rows = ((str(one.row or ""), one.column, one.message) for one in errors)
    return write(kind, ("行号", "列", "问题"), rows)
