"""A file as rows of text. The content decides what it is, never its name; memory stays flat for hostile files."""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELL = 1000
_MAX_UNPACKED = 120 * 1024 * 1024
_MAX_RATIO = 200
_ZIP = b"PK\x03\x04"
# Office's binary format before 2007.
_OLE = b"\xd0\xcf\x11\xe0"
_EXACT = 10**15
_LINKS = "xl/_rels/workbook.xml.rels"
_FORMULA = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?>\s*<(?:\w+:)?f[\s/>]")
_PLACE = re.compile(rb"\sr=\"[A-Z]{1,3}([0-9]+)\"")


class SheetUnreadable(Exception):
    """No table can be read; the text says why in plain words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The head and the rows below it, each with its number in the file (the head is row 1)."""

    head: tuple[str, ...]
    rows: list[tuple[int, tuple[str, ...]]]


def read(content: bytes) -> Sheet:
    """The first sheet of an XLSX file, or a CSV file in UTF-8 or GB 18030. Raises SheetUnreadable."""
    if content.startswith(_ZIP):
        return _sheet(_from_xlsx(content))
    if content.startswith(_OLE):
        raise SheetUnreadable("这是旧版 XLS 文件，请另存为 XLSX")
    return _sheet(_from_csv(content))


@dataclass(frozen=True, slots=True)
class Stream:
    """A sheet too long to hold: the head, then each row that is not empty, with its number in the file, as they are
    asked for; and the rows of the file that hold formulas (what a reader sees of them is only what they last gave).
    Row 0 stands for a formula whose place is not told. Cells are as the file has them: `texts` makes words of them.
    """

    rows: Iterator[tuple[int, Sequence[Any]]]
    formulas: frozenset[int]


def stream(content: bytes, most: int) -> Stream:
    """A file of at most `most` rows below its head. Raises SheetUnreadable, also while its rows are asked for."""
    if content.startswith(_OLE):
        raise SheetUnreadable("这是旧版 XLS 文件，请另存为 XLSX")
    if not content.startswith(_ZIP):
        return Stream(_filled(_from_csv(content), most), frozenset())
    formulas = _unpacked(content)
    return Stream(_filled(_cells_of(content), most), formulas)


def texts(row: Iterable[Any]) -> tuple[str, ...]:
    """The cells of a row as they were meant, without the spaces around them."""
    return tuple([cell_text(cell) for cell in row])


def _filled(rows: Iterable[Sequence[Any]], most: int) -> Iterator[tuple[int, Sequence[Any]]]:
    count = 0
    for number, row in enumerate(rows, start=1):
        if not _holds_something(row):
            continue
        if count > most:
            raise SheetUnreadable(f"一次最多 {most} 行，请分成几个文件")
        yield number, row if count else _head(texts(row))
        count += 1


def _holds_something(row: Sequence[Any]) -> bool:
    if row and row[0].__class__ is str and row[0].strip():
        return True  # nearly always
    return any(cell_text(cell) for cell in row)


def _first_sheet(archive: zipfile.ZipFile) -> str | None:
    """The part of the first sheet, by the workbook's own order."""
    names = set(archive.namelist())
    book = archive.read("xl/workbook.xml")
    links = archive.read(_LINKS) if _LINKS in names else b""
    first = re.search(rb"<(?:\w+:)?sheet\s[^>]*?r:id=\"([^\"]+)\"", book)
    for link in re.findall(rb"<Relationship\s[^>]*>", links):
        target = re.search(rb"Target=\"/?(?:xl/)?([^\"]+)\"", link)
        if first and target and b'Id="' + first.group(1) + b'"' in link:
            part = f"xl/{target.group(1).decode()}"
            return part if part in names else None
    return next((name for name in sorted(names) if name.startswith("xl/worksheets/")), None)


def _unpacked(content: bytes) -> frozenset[int]:
    """Unpacks the archive once, in slices, and tells the first sheet's rows with formulas. A bomb is refused by the
    archive's own directory, before anything is unpacked; a lying directory fails on the way.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if size > _MAX_UNPACKED or size > _MAX_RATIO * max(len(content), 4096):
                raise SheetUnreadable("这个文件解开后太大，请分成几个文件")
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise SheetUnreadable("这个文件不是表格")
            sheet = _first_sheet(archive)
            found: set[int] = set()
            for part in parts:
                for text in _slices(archive, part):
                    if part.filename == sheet:
                        found.update(_formulas(text))
            return frozenset(found)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, KeyError) as broken:
        raise SheetUnreadable("这个 XLSX 文件是坏的，请重新另存一次") from broken


def _slices(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part, no larger than it says; each slice begins with the end of the one before, so that no cell falls between
    two.
    """
    with archive.open(part) as body:
        left, kept = part.file_size, b""
        while chunk := body.read(1 << 20):
            left -= len(chunk)
            if left < 0:
                raise SheetUnreadable("这个文件解开后太大，请分成几个文件")
            text = kept + chunk
            yield text
            kept = text[-2000:]


def _formulas(text: bytes) -> Iterator[int]:
    # Nearly always there is none, and one letter is found much quicker than two.
    if b"f" not in text or (b"<f" not in text and b":f" not in text):
        return
    for found in _FORMULA.finditer(text):
        place = _PLACE.search(found.group(0))
        yield int(place.group(1)) if place else 0


def _from_xlsx(content: bytes) -> Iterable[Sequence[str]]:
    _unpacked(content)
    return map(texts, _cells_of(content))


def _cells_of(content: bytes) -> Iterator[list[Any]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return book.get_sheet_by_index(0).iter_rows()
    except (CalamineError, IndexError, ValueError, OSError) as broken:
        raise SheetUnreadable("这个 XLSX 文件是坏的，请重新另存一次") from broken


def _from_csv(content: bytes) -> Iterable[Sequence[str]]:
    text = _decoded(content)
    if "\0" in text:
        raise SheetUnreadable("这个文件不是表格")
    first = text.partition("\n")[0]
    separator = max(",\t;", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as broken:
        raise SheetUnreadable("这个 CSV 文件的格式有误，请用模板重新填写") from broken


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetUnreadable("文字编码认不出来，请另存为 UTF-8 编码的 CSV 或 XLSX")


def cell_text(value: Any) -> str:
    """A cell as it was meant: no spaces around, whole numbers without a point, dates as YYYY-MM-DD."""
    if isinstance(value, str):
        return value.strip()
    match value:
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer() and abs(value) < _EXACT:
            return str(int(value))
        case float() if abs(value) >= _EXACT:
            # The digits after the fifteenth are already lost in the file: better no number than a wrong one.
            return f"{value:.15e}"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
        case _:
            return str(value)


def _sheet(raw: Iterable[Sequence[str]]) -> Sheet:
    head: tuple[str, ...] | None = None
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, row in enumerate(raw, start=1):
        cells = texts(row)
        if not any(cells):
            continue
        if head is None:
            head = _head(cells)
        elif len(rows) >= MAX_ROWS:
            raise SheetUnreadable(f"一次最多 {MAX_ROWS} 行，请分成几个文件")
        else:
            rows.append((number, cells))
    if head is None:
        raise SheetUnreadable("文件里没有内容")
    return Sheet(head, rows)


def _head(cells: tuple[str, ...]) -> tuple[str, ...]:
    if len(cells) > MAX_COLUMNS:
        raise SheetUnreadable("列数太多，请用模板填写")
    return cells


def hidden_marks(text: str) -> bool:
    """Whether a cell carries control or direction marks, which make text look other than it is."""
    if text.isprintable():
        return False  # nearly always, and much quicker than character by character
    return any(unicodedata.category(one) in ("Cc", "Cf", "Co", "Cs") for one in text)
