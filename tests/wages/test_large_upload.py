"""A sheet of 100,000 rows: checked and put to use in one go, with flat memory on the way."""

import io
import resource
import zipfile
from dataclasses import replace

import pytest

from mashangban.domains.wages.repository import known
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.service import uploading
from mashangban.domains.wages.terms import UploadState
from mashangban.employment.rules import Employment
from mashangban.kernel import ids
from tests.wages.conftest import RATE_FEN, Yard, act
from tests.wages.test_uploads import HEAD, Desk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROWS = 100_000
MOST_GROWN_MB = 250


def written_by_hand(numbers: list[str]) -> bytes:
    """An XLSX file as a payroll program writes it: no library is quick enough to be waited for here."""

    def cells(at: int, values: list[object]) -> str:
        made = (
            f'<c r="{chr(65 + n)}{at}"><v>{value}</v></c>'
            if isinstance(value, int)
            else f'<c r="{chr(65 + n)}{at}" t="inlineStr"><is><t>{value}</t></is></c>'
            for n, value in enumerate(values)
        )
        return f'<row r="{at}">{"".join(made)}</row>'

    rows = [
        cells(1, list(HEAD)),
        *(cells(n, [one, "王建国", "", 22, 360]) for n, one in enumerate(numbers, 2)),
    ]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        '<sheet name="工资" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def crowd(yard: Yard) -> list[Employment]:
    """As many contracts as rows. They stay in memory: an engine takes minutes for so many, and what is tried here is
    the sheet, not the hiring."""
    first = yard.hire()
    return [replace(first, contract_id=ids.new_id(), number=f"HT-20261001-{n:08d}-X") for n in range(ROWS)]


def test_a_hundred_thousand_rows_count_at_once(
    yard: Yard, object_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(yard, yard.table(empty=True).id)
    people = crowd(yard)
    monkeypatch.setattr(known, "employed", lambda project_id, employer_id: iter(people))
    content = written_by_hand([one.number for one in people])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = desk.send(content)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    assert (found.state, found.rows, found.total_fen) == (UploadState.STAGED, ROWS, ROWS * 22 * RATE_FEN)
    table = uploading.confirm(act(yard.clerk), found.id)
    assert (table.lines, table.pages) == (ROWS, ROWS // 100)
    rows, _ = table_store.chunk(found.id, table.pages - 1)
    assert rows[-1].number == people[-1].number
    assert grown < MOST_GROWN_MB
