"""Files of pairs: checked as a whole, told by row and column, in use after a second person's word."""

import base64
import json
import secrets
from typing import Any

import pytest

from mashangban.domains.answers.app import handler
from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.rules import pairsheet
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from tests.answers.conftest import COUNTY, Office, call, days
from tests.workers import phone

HEAD = tuple(pairsheet.LAYOUT.columns.values())


def post(who: Principal, content: bytes) -> tuple[int, dict[str, Any]]:
    headers = {
        "content-type": "application/octet-stream",
        "authorization": f"Bearer {phone.phone_of(who).token}",
        "idempotency-key": secrets.token_hex(12),
    }
    path = f"/v1/answers/imports?region={COUNTY}&filename=a.xlsx"
    event = phone._event("POST", path, None, headers)
    event |= {"body": base64.b64encode(content).decode(), "isBase64Encoded": True}
    raw = handler(event, None)
    return raw["statusCode"], json.loads(raw["body"])


def row(office: Office, **differs: str) -> tuple[str, ...]:
    given = pairsheet.EXAMPLE | {
        "question": f"{office.word}表格里的问题",
        "valid_from": days(0),
        "valid_until": days(60),
        "link": "",
    }
    return tuple((given | differs)[name] for name in pairsheet.LAYOUT.columns)


def sheet(*rows: tuple[str, ...]) -> bytes:
    return sheets.write(sheets.XLSX, HEAD, rows)


def wrong(who: Principal, import_id: str) -> list[tuple[int, str]]:
    items = call(who, "GET", f"/imports/{import_id}/errors")[1]["items"]
    return [(one["row"], one["column"]) for one in items]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026年1月3日", "2026-01-03"),
        ("2026/1/3", "2026-01-03"),
        ("2026-01-03 00:00:00", "2026-01-03"),
        ("明天", "明天"),
    ],
)
def test_a_day_is_read_however_it_is_written(written: str, day: str) -> None:
    assert pairsheet.read({"valid_from": written})["valid_from"] == day


def test_other_ways_of_asking_share_a_cell_and_departments_are_named() -> None:
    read = pairsheet.read({"titles": "不发工钱；欠薪\n讨薪", "department": "税务部门", "clause": " "})
    assert read == {"titles": ["不发工钱", "欠薪", "讨薪"], "department": "tax"}


def test_a_file_is_in_use_after_a_second_persons_word(office: Office) -> None:
    content = sheet(row(office))
    status, answer = post(office.author, content)
    assert (status, answer["state"], answer["rows"], answer["own"]) == (201, "staged", 1, True), answer
    path = f"/imports/{answer['id']}/confirmation"
    assert call(office.author, "POST", path)[1]["code"] == "imports.own-file"
    status, confirmed = call(office.reviewer, "POST", path)
    assert (status, confirmed["state"], confirmed["own"]) == (200, "applying", False)
    office.pump.run()
    assert call(office.author, "GET", f"/imports/{answer['id']}")[1]["state"] == "applied"
    mine = call(office.author, "GET", "/pairs", region=COUNTY, shelf="published", limit="50")[1]["items"]
    (pair_id,) = [one["id"] for one in mine if one["question"] == f"{office.word}表格里的问题"]
    region, said = pairs.in_force([pair_id])[pair_id]
    assert (region, said.titles) == (COUNTY, ("不发工钱找谁", "欠薪怎么投诉"))
    assert (said.author_id, said.reviewer_id) == (office.author.person_id, office.reviewer.person_id)
    assert post(office.author, content)[1]["code"] == "imports.file.same"


def test_a_wrong_file_is_refused_whole_with_each_row_and_column(office: Office) -> None:
    content = sheet(
        row(office, question=f"{office.word}一"),
        row(office, question=f"{office.word}一"),
        row(office, question=f"{office.word}二", department="没有这个局"),
        row(office, question=f"{office.word}三", valid_until=days(-1)),
        row(office, question=f"{office.word}四", region="330105"),
        row(office, question=f"{office.word}五", source=""),
    )
    status, answer = post(office.author, content)
    assert (status, answer["state"], answer["errors"]) == (201, "refused", 5)
    assert wrong(office.author, answer["id"]) == [
        (3, "问题"),
        (4, "部门"),
        (5, "有效期止"),
        (6, "地区代码"),
        (7, "依据"),
    ]
    assert call(office.reviewer, "POST", f"/imports/{answer['id']}/confirmation")[0] == 409


def test_a_list_of_json_is_a_file_too_and_may_be_dropped(office: Office) -> None:
    pair = office.form(question=f"{office.word}从接口来的问题")
    status, answer = post(office.author, json.dumps([pair]).encode())
    assert (status, answer["state"]) == (201, "staged"), wrong(office.author, answer["id"])
    assert call(office.author, "POST", f"/imports/{answer['id']}/cancellation")[1]["state"] == "cancelled"


@pytest.mark.parametrize("content", [b"[{]", b"[1]", b"[]"])
def test_what_is_no_list_of_pairs_is_told_so(office: Office, content: bytes) -> None:
    answer = post(office.author, content)[1]
    assert answer["state"] == "refused"
    assert wrong(office.author, answer["id"]) == [(0, "")]
