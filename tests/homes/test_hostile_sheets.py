"""A builder's sheets that are none, or carry what no sheet may (R7): refused in words, and nothing of them stands."""

from collections.abc import Callable, Sequence

import pytest

from mashangban.domains.homes import errors
from mashangban.domains.homes.models import StagedRecord
from mashangban.domains.homes.repository import imports as store
from mashangban.domains.homes.service import estates, importing
from mashangban.domains.homes.terms import ImportKind, ImportState
from tests.files import samples
from tests.homes import buying, test_facts
from tests.homes.conftest import HEAD, HOMES, ROOMS, Known, Yard, act, person, sheet
from tests.identity.conftest import new_id_number
from tests.workers.conftest import any_day

TURNED = "王\u202e国建"
GOOD = ["1", "1", "1", "101", "A户型", ROOMS, ""]


def text(*rows: Sequence[object]) -> bytes:
    return "\n".join("\t".join(map(str, row)) for row in (HEAD, *rows)).encode()


def refused(yard: Yard, content: bytes, kind: ImportKind = ImportKind.ESTATE) -> list[tuple[int, str, str]]:
    """What is said of a sheet as a browser posts it, after nothing of it was kept."""
    started = importing.start_with(act(yard.builder), yard.estate_id, kind, "房屋.xlsx", content)
    yard.pump.run()
    assert importing.show(yard.builder, started.id).state is ImportState.REFUSED
    with pytest.raises(StagedRecord.DoesNotExist):
        store.staged(started.id, 0)
    with pytest.raises(errors.ImportNotReady):
        importing.confirm(act(yard.builder), started.id)
    shown = estates.show_estate(yard.builder, yard.estate_id)
    assert (shown.homes, shown.types, shown.batches) == (0, [], [])
    found = importing.errors_of(yard.builder, started.id)
    return [(one.row, one.column, one.message) for one in found]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (samples.picture("PNG"), "文字编码认不出来"),
        (samples.PDF, "没有“楼栋”这一列"),
        (b"MZ" + b"\x00" * 100, "这个文件不是表格"),
        (b"\xd0\xcf\x11\xe0 the office of before", "旧版 XLS"),
        (b"PK\x03\x04 and no more", "是坏的"),
        (samples.workbook(), "是坏的"),
        (samples.workbook({"xl/worksheets/sheet1.xml": b"0" * 30_000_000}), "解开后太大"),
        (text(GOOD) + b"\xff\xfe\xff", "文字编码认不出来"),
        (sheet(HOMES)[:-200], "是坏的"),
    ],
    ids=["picture", "pdf", "program", "old office", "broken", "empty book", "bomb", "broken text", "cut"],
)
def test_what_is_no_sheet_is_refused_in_words(yard: Yard, content: bytes, words: str) -> None:
    assert words in refused(yard, content)[0][2]


@pytest.mark.parametrize("write", [lambda row: sheet([GOOD, row]), lambda row: text(GOOD, row)])
def test_a_formula_is_refused_in_a_workbook_and_in_a_text_file(
    yard: Yard, write: Callable[[list[object]], bytes]
) -> None:
    [(row, _, said)] = refused(
        yard, write(["1", "1", "1", "102", '=HYPERLINK("http://x.example")', ROOMS, ""])
    )
    assert row == 3
    assert "公式" in said


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\x07"])
def test_a_mark_that_turns_or_hides_text_is_named_by_row_and_column(yard: Yard, mark: str) -> None:
    found = refused(yard, text(GOOD, ["1", "1", "1", "102", f"A{mark}户型", ROOMS, ""]))
    assert [(row, column) for row, column, _ in found] == [(3, "户型")]
    assert "看不见的控制字符" in found[0][2]


def test_a_turned_name_is_refused_in_contracts_and_a_turned_title_in_facts(yard: Yard) -> None:
    buyer = Known(person(), TURNED, new_id_number("001", any_day(1985)))
    found = refused(yard, sheet([buying.row(buyer)], buying.HEAD), ImportKind.CONTRACTS)
    assert [(row, column) for row, column, _ in found] == [(2, "买受人姓名")]
    cement = [*test_facts.CEMENT[:4], TURNED, *test_facts.CEMENT[5:]]
    found = refused(yard, sheet([cement], test_facts.HEAD), ImportKind.FACTS)
    assert [(row, column) for row, column, _ in found] == [(2, "项目")]


def test_a_cell_of_several_lines_is_no_mark(yard: Yard) -> None:
    row = [*test_facts.CEMENT[:5], "海螺水泥\n芜湖厂", *test_facts.CEMENT[6:]]
    yard.applied(sheet(HOMES))
    view = yard.sent(sheet([row], test_facts.HEAD), ImportKind.FACTS)
    assert view.state is ImportState.STAGED
