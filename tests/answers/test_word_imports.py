"""Files of words: checked as a whole, entered after a second person's word, heard by the running index, exported."""

import base64
import datetime as dt
import io
import json
import secrets
import time
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest

from mashangban.domains.answers.app import handler
from mashangban.domains.answers.repository import words
from mashangban.domains.answers.rules import wordsheet
from mashangban.domains.answers.rules.words import id_of
from mashangban.domains.answers.schemas.asking import AnswerQuestion
from mashangban.domains.answers.service import asking, knowing, wordsheets
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from tests.answers.conftest import COUNTY, Office, call
from tests.registry.conftest import officer
from tests.workers import phone

HEAD = tuple(wordsheet.LAYOUT.columns.values())


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    knowing.forget()
    yield
    knowing.forget()


def post(who: Principal, *rows: tuple[str, ...], region: str = "33") -> tuple[int, dict[str, Any]]:
    headers = {
        "content-type": "application/octet-stream",
        "authorization": f"Bearer {phone.phone_of(who).token}",
        "idempotency-key": secrets.token_hex(12),
    }
    path = f"/v1/answers/imports?kind=words&region={region}&filename=words.xlsx"
    event = phone._event("POST", path, None, headers)
    content = base64.b64encode(sheets.write(sheets.XLSX, HEAD, rows)).decode()
    raw = handler(event | {"body": content, "isBase64Encoded": True}, None)
    return raw["statusCode"], json.loads(raw["body"])


def brought_in(office: Office, *rows: tuple[str, ...]) -> None:
    """Posted by one of the province, confirmed by another."""
    status, job = post(officer("33"), *rows)
    assert (status, job["state"]) == (201, "staged"), job
    assert call(officer("33"), "POST", f"/imports/{job['id']}/confirmation")[0] == 200
    office.pump.run()


def test_a_row_says_what_two_words_are_and_synonyms_where_it_says_nothing() -> None:
    assert wordsheet.read({"word": " 工钱 ", "other": "工资", "relation": "", "weight": ""}) == {
        "word": "工钱",
        "other": "工资",
        "relation": "same",
    }
    assert wordsheet.read({"relation": "相关"})["relation"] == "related"
    assert wordsheet.read({"relation": "差不多"})["relation"] == "差不多"


def test_imported_words_count_within_seconds_after_a_second_persons_word(office: Office) -> None:
    office.published(question=f"{office.word}的砖在哪里领", answer="到仓库领。")
    asked, now = AnswerQuestion(text=f"凤尾{office.word[:2]}膏的砖在哪里领", region=COUNTY), clock.now()
    before = asking.ask(None, now, asked)
    brought_in(office, (f"凤尾{office.word[:2]}膏", office.word, "", ""))
    told = asking.ask(None, clock.now() + dt.timedelta(seconds=3), asked)
    assert told.percent > before.percent
    assert told.answer is not None
    assert told.answer.swaps[0].read_as == office.word


def test_the_same_row_twice_changes_nothing_and_another_weight_does(office: Office) -> None:
    pair = (f"甲{office.word}", f"乙{office.word}")
    brought_in(office, (*pair, "同义", "100"))
    brought_in(office, (*pair, "同义", "100"), (f"丙{office.word}", pair[1], "", ""))
    brought_in(office, (*pair, "相关", "0"))
    found = words.find(id_of(*pair))
    assert found is not None
    assert (found.version, found.link.weight) == (2, 0)


def test_a_wrong_file_is_refused_whole_with_each_row_and_column(office: Office) -> None:
    status, job = post(
        officer("33"),
        (f"子{office.word}", f"丑{office.word}", "同义", "100"),
        (f"丑{office.word}", f"子{office.word}", "同义", "90"),
        (f"丁{office.word}", f"丁{office.word}", "", ""),
        (f"戊{office.word}", f"己{office.word}", "差不多", ""),
        (f"戊{office.word}", f"庚{office.word}", "", "多"),
    )
    assert (status, job["state"]) == (201, "refused")
    items = call(officer("33"), "GET", f"/imports/{job['id']}/errors")[1]["items"]
    assert [(one["row"], one["column"]) for one in items] == [
        (3, "词"),
        (4, "词"),
        (5, "关系"),
        (6, "权重"),
    ]
    assert words.find(id_of(f"子{office.word}", f"丑{office.word}")) is None


def test_words_are_the_provinces(office: Office) -> None:
    assert post(office.author, (f"甲{office.word}", office.word, "", ""), region=COUNTY)[0] == 403
    job = post(officer("33"), (f"甲{office.word}", office.word, "", ""), region="3301")[1]
    assert (job["state"], job["errors"]) == ("refused", 1)


def test_a_list_begins_as_the_word_does_page_by_page(office: Office) -> None:
    begin = "".join(secrets.choice("砖瓦砂石泥灰") for _ in range(8))
    brought_in(
        office, *((f"{begin}{number:02d}号", f"别名{office.word}{number:02d}", "", "") for number in range(7))
    )
    who, seen, cursor = officer("33"), [], None
    while True:
        asked = {"prefix": begin, "limit": "3"} | ({"cursor": cursor} if cursor else {})
        page = call(who, "GET", "/words", **asked)[1]
        seen += [one["word"] for one in page["items"]]
        assert len(page["items"]) <= 3
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert seen == [f"{begin}{number:02d}号" for number in range(7)]


def test_what_is_exported_can_be_brought_in_again(office: Office) -> None:
    brought_in(office, (f"甲{office.word}", office.word, "包含于", "40"))
    book = openpyxl.load_workbook(io.BytesIO(wordsheets.export(sheets.XLSX)), read_only=True)
    rows = [tuple(str(cell) for cell in row) for row in book.worksheets[0].iter_rows(values_only=True)]
    assert rows[0] == HEAD
    mine = (f"甲{office.word}", office.word, "包含于", "40")
    assert mine in rows
    assert wordsheet.read(dict(zip(wordsheet.LAYOUT.columns, mine, strict=True)))["relation"] == "narrower"


def test_all_twenty_two_thousand_are_checked_in_one_file() -> None:
    content = sheets.write(
        sheets.XLSX,
        HEAD,
        ((f"材料{number:05d}号", f"物料{number:05d}号", "", "") for number in range(22_000)),
    )
    assert len(content) < 4 * 1024 * 1024
    begun = time.process_time()
    checked = wordsheets.check(Act(officer("33"), clock.now()), "33", content)
    assert checked.errors == ()
    assert time.process_time() - begun < 20
