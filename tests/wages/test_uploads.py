"""A pay sheet as a job: everything of it or nothing, and every mistake named."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
import pytest

from mashangban.domains.wages import errors, schemas
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.repository import uploads as store
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.uploads import COLUMNS
from mashangban.domains.wages.service import exporting, making, uploading, viewing
from mashangban.domains.wages.terms import UploadState
from mashangban.employment.rules import Employment
from mashangban.files import service as files
from mashangban.files.schemas import Announcement
from mashangban.files.terms import Purpose
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.permissions import Principal
from mashangban.registry.sheets import XLSX
from tests import wire
from tests.files import samples
from tests.wages.conftest import MONTH, RATE_FEN, Yard, act, person
from tests.wages.payroll_file import HEAD

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Desk:
    """The clerk's upload, from the file to its outcome."""

    yard: Yard
    table_id: str

    def send(self, content: bytes) -> schemas.UploadView:
        file_id = arrived(self.yard.clerk, content)
        view = uploading.start(act(self.yard.clerk), self.table_id, schemas.UploadForm(file_id=file_id))
        self.yard.pump.run()
        return uploading.show(self.yard.clerk, view.id)


def arrived(owner: Principal, content: bytes) -> str:
    """A file in the files room, sent as a browser sends it."""
    told = Announcement(
        filename="工资.xlsx",
        content_type=XLSX,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        purpose=Purpose.IMPORT,
    )
    given = files.announce(act(owner), told)
    assert given.upload.url is not None
    wire.put(given.upload.url, content=content, headers=given.upload.headers).raise_for_status()
    files.arrive(act(owner), given.file_id)
    return given.file_id


def sheet(rows: Rows, head: Sequence[str] = HEAD) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(list(head))
    for row in rows:
        page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row(one: Employment, *values: object) -> list[object]:
    return [one.number, "王建国", MONTH, *(values or (22, 360))]


@pytest.fixture
def desk(yard: Yard, object_store: str) -> Desk:
    return Desk(yard, yard.table(empty=True).id)


def test_a_good_sheet_counts_once_its_clerk_says_so(desk: Desk) -> None:
    people = desk.yard.crew(3)
    found = desk.send(sheet([row(people[0], 22, 360, 200), row(people[1]), row(people[2], 21.5)]))
    assert (found.state, found.rows, found.total_fen) == (
        UploadState.STAGED,
        3,
        65 * RATE_FEN + RATE_FEN // 2 + 20_000,
    )
    assert table_store.table(desk.table_id).lines == 0
    table = uploading.confirm(act(desk.yard.clerk), found.id)
    assert (table.lines, table.total_fen) == (3, found.total_fen)
    rows = viewing.grid(desk.yard.clerk, desk.table_id, 0).rows
    assert rows[0].formula == "22天 × 360元 + 加班 200元 = 8,120元"
    assert found.root
    assert [one.blocks for one in rows[2].findings] == [True]  # half a day less than attended


def test_the_same_file_again_is_recognised(desk: Desk) -> None:
    (worker,) = desk.yard.crew(1)
    content = sheet([row(worker)])
    first, second = desk.send(content), desk.send(content)
    uploading.confirm(act(desk.yard.clerk), first.id)
    with pytest.raises(errors.SameFile):
        uploading.confirm(act(desk.yard.clerk), second.id)
    with pytest.raises(errors.SameFile):
        desk.send(content)
    other = desk.yard.table(months.before(MONTH), empty=True)
    with pytest.raises(errors.SameFile):
        Desk(desk.yard, other.id).send(content)


def test_thirty_seven_planted_errors_are_exactly_those_reported_and_nothing_is_imported(desk: Desk) -> None:
    people = desk.yard.crew(1) + [desk.yard.hire() for _ in range(60)]
    rows = [row(one) for one in people]
    planted: list[tuple[int, str]] = []

    def plant(at: int, place: int, value: object, column: str) -> None:
        rows[at][place:] = [value, *rows[at][place + 1 :]]
        planted.append((at + 2, column))

    for n in range(4):
        plant(n, 3, -1 - n, COLUMNS["quantity"])
        plant(4 + n, 3, "二十二", COLUMNS["quantity"])
        plant(8 + n, 0, f"HT-20260101-UNKNOWN{n}-A", COLUMNS["number"])
        plant(12 + n, 2, "2025-01", COLUMNS["month"])
        plant(16 + n, 4, 361 + n, COLUMNS["rate"])
        plant(20 + n, 1, "李四", COLUMNS["name"])
        plant(24 + n, 3, 10**9, COLUMNS["quantity"])
        plant(28 + n, 3, "=20+2", "")
    rows[32] = [*row(people[32], 22, 360, "", 50)]
    planted.append((34, COLUMNS["deduction_reason"]))
    rows[33] = [*row(people[33], 1, 360, "", "", 400)]
    planted.append((35, COLUMNS["total"]))
    rows[34] = [*row(people[34], "", 360)]
    planted.append((36, COLUMNS["quantity"]))
    rows[36][0] = rows[35][0]
    planted += [(37, COLUMNS["number"]), (38, COLUMNS["number"])]
    assert len(planted) == 37

    found = desk.send(sheet(rows))
    assert (found.state, found.errors, found.rows) == (UploadState.REFUSED, 37, 0)
    told = uploading.errors_of(desk.yard.clerk, found.id)
    assert sorted((one.row, one.column) for one in told) == sorted(planted)
    book = openpyxl.load_workbook(io.BytesIO(exporting.error_sheet(desk.yard.clerk, found.id)))
    assert book.active is not None
    assert book.active.max_row == 38
    assert table_store.table(desk.table_id).lines == 0
    with pytest.raises(errors.UploadNotReady):
        uploading.confirm(act(desk.yard.clerk), found.id)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (sheet([]), "表头下面没有内容"),
        (sheet([], ["姓名", "天数"]), "没有“合同编号”这一列，请用模板填写"),
        (samples.without_places(sheet([["HT-1", "", "", "=20+2"]])), "有公式，请改成数字或文字再上传"),
    ],
)
def test_what_is_no_pay_sheet_says_so(desk: Desk, content: bytes, message: str) -> None:
    found = desk.send(content)
    assert message in {one.message for one in uploading.errors_of(desk.yard.clerk, found.id)}


def test_a_cancelled_sheet_is_swept(desk: Desk) -> None:
    (worker,) = desk.yard.crew(1)
    found = desk.send(sheet([row(worker)]))
    assert table_store.chunk(found.id, 0)[0]
    uploading.cancel(act(desk.yard.clerk), found.id)
    desk.yard.pump.run()
    with pytest.raises(NotFound):
        table_store.chunk(found.id, 0)
    with pytest.raises(errors.UploadNotReady):
        uploading.confirm(act(desk.yard.clerk), found.id)
    assert store.upload(found.id).state is UploadState.CANCELLED


def test_a_sheet_is_not_for_somebody_elses_table_nor_for_a_shown_one(desk: Desk) -> None:
    people = desk.yard.crew(1)
    content = sheet([row(people[0])])
    stranger = person()
    file_id = arrived(stranger, content)
    with pytest.raises(Forbidden):
        uploading.start(act(stranger), desk.table_id, schemas.UploadForm(file_id=file_id))
    found = desk.send(content)
    uploading.confirm(act(desk.yard.clerk), found.id)
    making.show(act(desk.yard.clerk), desk.table_id)
    desk.yard.pump.run()
    with pytest.raises(errors.TableWrongState):
        desk.send(sheet([row(people[0], 21)]))
    assert len(desk.yard.lines(people)) == 1


def test_the_template_brings_everyone_and_reads_back(desk: Desk) -> None:
    (worker,) = desk.yard.crew(1)
    book = openpyxl.load_workbook(io.BytesIO(exporting.template(desk.yard.clerk, desk.table_id)))
    page = book.active
    assert page is not None
    assert page.cell(2, 1).value == worker.number
    page.cell(2, 4).value = 22
    out = io.BytesIO()
    book.save(out)
    found = desk.send(out.getvalue())
    assert (found.state, found.total_fen) == (UploadState.STAGED, 22 * RATE_FEN)
