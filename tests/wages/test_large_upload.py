"""A sheet of 100,000 rows: checked and put to use in one go, with flat memory on the way."""

import io
import json
import resource
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from mashangban.domains.wages.models import TABLE, WagesEmployment
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.service import uploading
from mashangban.domains.wages.terms import UploadState
from mashangban.employment.models import to_record
from mashangban.kernel import ids
from tests.wages.conftest import RATE_FEN, Yard, act
from tests.wages.test_uploads import HEAD, Desk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROWS = 100_000


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


def hire(yard: Yard, count: int, url: str) -> list[str]:
    """As many contracts as rows, past the client: what is measured is the upload, not the hiring."""
    first = yard.hire()
    item = to_record(WagesEmployment, first).serialize()
    plain = json.dumps(item, ensure_ascii=False)
    made = [(ids.new_id(), f"HT-20261001-{n:08d}-X") for n in range(count - 1)]
    batches = [made[start : start + 25] for start in range(0, len(made), 25)]
    where = urlsplit(url).netloc

    def send(part: list[list[tuple[str, str]]]) -> None:
        link = HTTPConnection(where)
        for batch in part:
            texts = (
                plain.replace(first.contract_id, one).replace(first.number, number) for one, number in batch
            )
            puts = ",".join(f'{{"PutRequest":{{"Item":{text}}}}}' for text in texts)
            body = f'{{"RequestItems":{{"{TABLE.physical}":[{puts}]}}}}'.encode()
            link.request("POST", "/", body, _HEADERS)
            answer = link.getresponse()
            text = answer.read()
            assert (answer.status, json.loads(text).get("UnprocessedItems")) == (200, {}), text

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(send, [batches[n::4] for n in range(4)]))
    return [first.number, *(number for _, number in made)]


_HEADERS: dict[str, Any] = {
    "X-Amz-Target": "DynamoDB_20120810.BatchWriteItem",
    "Content-Type": "application/x-amz-json-1.0",
    "X-Amz-Date": "20261125T000000Z",
    "Authorization": "AWS4-HMAC-SHA256 Credential=test/20261125/cn-north-1/dynamodb/aws4_request, "
    "SignedHeaders=host, Signature=0",
}


def test_a_hundred_thousand_rows_count_at_once(yard: Yard, object_store: str, engine_url: str) -> None:
    desk = Desk(yard, yard.table(empty=True).id)
    steps = {"hire": time.monotonic()}
    numbers = hire(yard, ROWS, engine_url)
    steps["write"] = time.monotonic()
    content = written_by_hand(numbers)
    steps["check"] = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = desk.send(content)
    steps["end"] = time.monotonic()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    print(len(content), steps, f"{grown} MB")
    assert (found.state, found.rows, found.total_fen) == (UploadState.STAGED, ROWS, ROWS * 22 * RATE_FEN)
    table = uploading.confirm(act(yard.clerk), found.id)
    assert (table.lines, table.pages) == (ROWS, ROWS // 100)
    rows, _ = table_store.chunk(found.id, table.pages - 1)
    assert rows[-1].number == numbers[-1]
