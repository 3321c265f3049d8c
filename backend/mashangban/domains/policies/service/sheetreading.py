"""A file as numbered rows by field, or what keeps it from being read."""

from mashangban.registry import sheets
from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import Cells, Layout, RowError

Numbered = list[tuple[int, Cells]]


def rows_of(content: bytes, layout: Layout, most: int) -> tuple[Numbered, tuple[RowError, ...]]:
    """The rows below the head, each with its number in the file; or the file's own mistakes."""
    try:
        sheet = sheets.stream(content, most)
        rows = list(sheet.rows)
    except sheets.SheetUnreadable as unreadable:
        return [], (RowError(0, "", str(unreadable)),)
    if len(rows) < 2:
        return [], (RowError(0, "", "表格里没有内容"),)
    places = columns.places_of(layout, rows[0][1])
    wrong = columns.missing(layout, places)
    wrong += [RowError(row, "", "这一行有公式，请改成数值再传") for row in sorted(sheet.formulas)]
    numbered = [(number, columns.cells_of(places, cells)) for number, cells in rows[1:]]
    return numbered, tuple(wrong)
