"""Files in and out (R7): what is no table is refused in words, and no cell becomes a formula."""

import contextlib
import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mashangban.registry import sheets
from mashangban.registry.rules.columns import Layout, RowError
from mashangban.registry.sheets import CSV, XLSX, SheetUnreadable, read, write
from mashangban.registry.sheets.reading import MAX_ROWS, hidden_marks
from tests.files import samples


def xlsx(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_what_is_written_is_read_again(kind: str) -> None:
    rows = [("330106202103010101", "西溪人才公寓，一期", ""), ("1", '引号"与\n换行', "末")]
    sheet = read(write(kind, ("号", "名", "注"), rows))
    assert sheet.head == ("号", "名", "注")
    assert [cells for _, cells in sheet.rows] == rows


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@cmd", "＝1+1", "\t=1"])
@pytest.mark.parametrize("kind", [CSV, XLSX])
def test_a_cell_never_becomes_a_formula(kind: str, text: str) -> None:
    written = write(kind, ("名",), [(text,)])
    assert read(written).rows[0][1][0].startswith("'")
    if kind == XLSX:
        sheet = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]
        assert sheet["A2"].data_type == "s"


def test_numbers_and_dates_are_read_as_people_see_them() -> None:
    sheet = read(xlsx([["代码", "日期", "数"], [330106, date(2026, 3, 1), 1.5]]))
    assert sheet.rows[0][1] == ("330106", "2026-03-01", "1.5")


def test_digits_lost_by_the_spreadsheet_are_not_passed_off_as_a_number() -> None:
    assert "e+" in read(xlsx([["许可证"], [330106202103010101]])).rows[0][1][0]


def test_a_csv_in_the_local_code_page_is_read() -> None:
    assert read("名称\n西湖\n".encode("gb18030")).rows == [(2, ("西湖",))]


def test_row_numbers_are_those_of_the_file() -> None:
    assert [number for number, _ in read("名\n\n甲\n\n乙\n".encode()).rows] == [3, 5]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00\x01\x80",
        b"PK\x03\x04 not a zip",
        b"\xd0\xcf\x11\xe0 old office",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\n\n\n",
    ],
)
def test_what_is_no_table_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(SheetUnreadable):
        read(content)


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (60 * 1024 * 1024))
    with pytest.raises(SheetUnreadable, match="太大"):
        read(out.getvalue())


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(SheetUnreadable):
        read(out.getvalue())


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(SheetUnreadable, match=str(MAX_ROWS)):
        read(("名\n" + "甲\n" * (MAX_ROWS + 1)).encode())


@pytest.mark.parametrize("text", ["甲\u202e乙", "甲\u200b", "a\x07"])
def test_marks_that_turn_or_hide_text_are_seen(text: str) -> None:
    assert hidden_marks(text)


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_any_bytes_are_a_table_or_refused(content: bytes) -> None:
    with contextlib.suppress(SheetUnreadable):
        assert read(content).head


FORMULA, HIDDEN = "有公式，请改成数字或文字再上传", "有看不见的控制字符，请重新输入"
TITLES = {"name": "名称", "note": "说明"}


def test_a_row_with_a_formula_is_asked_for_what_it_comes_to_and_for_nothing_else() -> None:
    typed = {"name": "=A1", "note": "\u202e一"}
    assert sheets.forbidden(4, typed, TITLES) == [RowError(4, "", FORMULA)]
    assert sheets.forbidden(5, {"name": "三", "note": "一=二"}, TITLES, {4}) == []
    assert sheets.forbidden(5, {"name": "三"}, TITLES, {4, 5}) == [RowError(5, "", FORMULA)]


def test_each_cell_with_marks_is_named_and_lines_are_marks_only_where_a_cell_has_one() -> None:
    cells = {"name": "杭\u200b州", "note": "一\n二"}
    found = [RowError(4, "名称", HIDDEN), RowError(4, "说明", HIDDEN)]
    assert sheets.forbidden(4, cells, TITLES) == found
    assert sheets.forbidden(4, cells, TITLES, several_lines=True) == found[:1]


def test_a_formula_is_found_though_it_gave_nothing_and_though_its_place_is_not_told() -> None:
    layout = Layout(TITLES, ("name",))
    unseen = xlsx([["名称", "说明"], ["一", "二"], [], [None, "=1+1"]])
    rows = [(2, {"name": "一", "note": "二"})]
    assert sheets.filled_in(unseen, layout, 9) == (rows, [RowError(4, "", FORMULA)])
    assert sheets.filled_in(samples.without_places(unseen), layout, 9)[1] == [RowError(0, "", FORMULA)]
