"""Rows as a file for Excel and its kin. A cell that begins like a formula is written as text with a quote before it."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection).
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DIGITS_THAT_BREAK = 12


def safe(text: str) -> str:
    """The cell as plain text for any program."""
    return "'" + text if text.startswith(_DANGEROUS) else text


def write(kind: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV or XLSX file with a head. Cells are text throughout, so that long numbers keep their digits."""
    return _xlsx(head, rows) if kind == XLSX else _csv(head, rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    # Excel takes a CSV without this mark for the local code page.
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(text: str) -> str:
    """Long digits get a tab before them, which Excel reads as text; it is trimmed when the file is read again."""
    if len(text) >= _DIGITS_THAT_BREAK and text.isdecimal():
        return "\t" + text
    return safe(text)


def _xlsx(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(head, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = max(12, 2 * len(name) + 6)
    titles = [WriteOnlyCell(sheet, value=name) for name in head]
    for cell in titles:
        cell.font = Font(bold=True)
    sheet.append(titles)
    for row in rows:
        sheet.append([_text_cell(sheet, text) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=safe(text))
    cell.number_format = "@"
    cell.data_type = "s"
    return cell
