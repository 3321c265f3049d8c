"""Sheets that people fill in by a template: read by field, with the file's own mistakes; and told as a sheet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import Cells, Layout, RowError
from mashangban.registry.sheets.reading import SheetUnreadable, Stream, hidden_marks, stream, texts
from mashangban.registry.sheets.writing import XLSX, write

Numbered = list[tuple[int, Cells]]
_FORMULA = "有公式，请改成数字或文字再上传"
_HIDDEN = "有看不见的控制字符，请重新输入"


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet whose head is read: where each field stands, the rows below as they are asked for, and what is wrong
    with the file before any row is."""

    places: Mapping[str, int]
    below: Stream
    wrong: list[RowError]


def opened(content: bytes, layout: Layout, most: int) -> Opened:
    """A file of at most `most` rows below its head. Raises SheetUnreadable, also while its rows are asked for."""
    sheet = stream(content, most)
    _, head = next(sheet.rows, (1, ()))
    places = columns.places_of(layout, head)
    unplaced = [RowError(0, "", _FORMULA)] if 0 in sheet.formulas else []
    return Opened(places, sheet, columns.missing(layout, places) + unplaced)


def filled_in(content: bytes, layout: Layout, most: int) -> tuple[Numbered, list[RowError]]:
    """The rows below the head, each with its number in the file; and what keeps the file as a whole from counting."""
    try:
        sheet = opened(content, layout, most)
        numbered = [(number, columns.cells_of(sheet.places, texts(row))) for number, row in sheet.below.rows]
    except SheetUnreadable as unreadable:
        return [], [RowError(0, "", str(unreadable))]
    if not numbered:
        return [], [RowError(0, "", "表格里没有内容")]
    return numbered, sheet.wrong + _forbidden(numbered, layout.columns, sheet.below.formulas)


def _forbidden(numbered: Numbered, titles: Mapping[str, str], formulas: frozenset[int]) -> list[RowError]:
    """Of every row; a formula that gave nothing stands in a row that nobody sees."""
    unseen = formulas - {0, *(number for number, _ in numbered)}
    found = [RowError(number, "", _FORMULA) for number in sorted(unseen)]
    for number, cells in numbered:
        found += forbidden(number, cells, titles, formulas, several_lines=True)
    return found


def forbidden(
    number: int,
    cells: Cells,
    titles: Mapping[str, str],
    formulas: Collection[int] = (),
    *,
    several_lines: bool = False,
) -> list[RowError]:
    """What no row may hold: a formula, or marks that make a text look other than it is. Asked of a hundred thousand
    rows, so nearly every one is let go after two looks at the whole of it."""
    whole = "".join(cells.values())
    if number in formulas or ("=" in whole and any(text.startswith("=") for text in cells.values())):
        return [RowError(number, "", _FORMULA)]
    if whole.isprintable():
        return []
    marked = (
        name
        for name, text in cells.items()
        if hidden_marks(text.replace("\n", "") if several_lines else text)
    )
    return [RowError(number, titles[name], _HIDDEN) for name in marked]


def problem_sheet(errors: Iterable[RowError], kind: str = XLSX) -> bytes:
    """What is wrong, row by row, as a file to work through."""
    rows = ((str(one.row or ""), one.column, one.message) for one in errors)
    return write(kind, ("行号", "列", "问题"), rows)
