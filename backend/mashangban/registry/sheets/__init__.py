"""Spreadsheets in and out: XLSX and CSV read as plain text, written so that no cell can act as a formula."""

from mashangban.registry.sheets.filling import Numbered, Opened, filled_in, forbidden, opened, problem_sheet
from mashangban.registry.sheets.listing import every
from mashangban.registry.sheets.reading import Sheet, SheetUnreadable, Stream, cell_text, read, stream, texts
from mashangban.registry.sheets.writing import CSV, XLSX, write

__all__ = [
    "CSV",
    "XLSX",
    "Numbered",
    "Opened",
    "Sheet",
    "SheetUnreadable",
    "Stream",
    "cell_text",
    "every",
    "filled_in",
    "forbidden",
    "opened",
    "problem_sheet",
    "read",
    "stream",
    "texts",
    "write",
]
