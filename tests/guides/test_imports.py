"""A catalogue's items come as a file, checked as a whole and confirmed by a second person, told row by row."""

import base64
import json
import secrets
from typing import Any

import pytest

from mashangban.domains.guides import listeners
from mashangban.domains.guides.app import handler
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import itemsheet
from mashangban.domains.guides.schemas import GuideWithdrawal
from mashangban.domains.guides.service import importing, items, reading
from mashangban.domains.guides.terms import GuideState
from mashangban.imports.errors import OwnFile
from mashangban.imports.terms import ImportState
from mashangban.kernel import history, ids
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import sheets
from tests.guides.conftest import TODAY, Bureau, new_code, written
from tests.workers import phone
from tests.workers.office import office_of

HEAD = tuple(itemsheet.LAYOUT.columns.values())
# The form in which a province's site has its items; this one is invented.
FOREIGN = {
    "TASK_CODE": "11330106002490000X2440101007000",
    "AREACODE": "330106",
    "TASK_TYPE": "01",
    "TASK_NAME": "样例事项提价申报",
    "DEPT_NAME": "样例区发展和改革局",
    "handle_location": "办理地点：样例路305号5号楼",
    "handle_time": "30(工作日)",
    "handle_time_limit": "7(工作日)",
    "accept_standard": "无",
    "consult_phone": "0571-12345（工作日）",
    "visit_number": "1",
    "service_object_name": ["自然人", "企业法人", "非法人企业", "行政机关"],
    "theme_category": ["其他", "找工作", "纳税"],
    "material_intro": ["申请报告", "申请报告", "样"],
}


def row(**differs: str) -> tuple[str, ...]:
    given = itemsheet.EXAMPLE | {"code": new_code()} | differs
    return tuple(given.get(name, "") for name in itemsheet.LAYOUT.columns)


def sheet(*rows: tuple[str, ...]) -> bytes:
    return sheets.write(sheets.XLSX, HEAD, rows)


def post(bureau: Bureau, content: bytes) -> tuple[int, dict[str, Any]]:
    headers = {
        "content-type": "application/octet-stream",
        "authorization": f"Bearer {phone.phone_of(bureau.officer).token}",
        "idempotency-key": secrets.token_hex(12),
    }
    event = phone._event("POST", f"/v1/guides/imports?region={bureau.region}&filename=a.xlsx", None, headers)
    event |= {"body": base64.b64encode(content).decode(), "isBase64Encoded": True}
    raw = handler(event, None)
    return raw["statusCode"], json.loads(raw["body"])


def drive(bureau: Bureau, import_id: str) -> None:
    """Write a file that counts to its end; each event of the job reaches the listener twice."""
    while importing.DESK.show(bureau.officer, import_id).state is ImportState.APPLYING:
        last = history.of(TABLE, Subject("guideimport", import_id))[-1]
        listeners.on_event(last)
        listeners.on_event(last)


def confirmed(bureau: Bureau, content: bytes) -> tuple[str, int]:
    """Bring a file in. Gives the state and what was skipped."""
    status, job = post(bureau, content)
    assert (status, job["state"]) == (201, "staged"), job
    with pytest.raises(OwnFile):
        importing.DESK.confirm(bureau.act(), job["id"])
    importing.DESK.confirm(bureau.review(), job["id"])
    drive(bureau, job["id"])
    done = importing.DESK.show(bureau.officer, job["id"])
    return done.state.value, done.skipped


def last_of(bureau: Bureau) -> str:
    """The latest file of an office."""
    return importing.DESK.listed(bureau.officer, bureau.region, PageRequest(limit=1)).items[0].id


def rows_of(bureau: Bureau) -> list[str]:
    """What became of its rows, as the API and the page tell it."""
    where, token = f"/imports/{last_of(bureau)}", phone.phone_of(bureau.officer).token
    headers = {"authorization": f"Bearer {token}"}
    answer = handler(phone._event("GET", f"/v1/guides{where}/outcomes", None, headers), None)
    told = [one["outcome"] for one in json.loads(answer["body"])["items"]]
    page = office_of(bureau.officer).get(f"/console/guides{where}").html
    assert all(one in page for one in told)
    return told


def item_of(bureau: Bureau, code: str) -> str:
    return repository.by_codes((bureau.region,), (code,))[code]


def test_what_is_complete_is_published_and_the_rest_becomes_a_draft(bureau: Bureau) -> None:
    whole, lacking = new_code(), new_code()
    content = sheet(row(code=whole), row(code=lacking, steps="", name="没写步骤的事项"))
    assert confirmed(bureau, content) == ("applied", 0)
    shown = reading.show(item_of(bureau, whole), TODAY)
    assert [one.name for one in shown.content.steps] == ["提交申请", "审查"]
    assert (shown.content.legal_days, shown.content.materials[0].licence) == (20, "营业执照")
    assert repository.get(item_of(bureau, lacking)).state is GuideState.DRAFT
    assert post(bureau, content)[1]["code"] == "imports.file.same"


def test_a_file_again_with_one_change_makes_one_new_edition(bureau: Bureau) -> None:
    kept, moved = new_code(), new_code()
    confirmed(bureau, sheet(row(code=kept), row(code=moved)))
    again = sheet(row(code=kept), row(code=moved, promised_days="3个工作日"))
    assert confirmed(bureau, again) == ("applied", 1)
    told = importing.DESK.told_of(bureau.officer, last_of(bureau))
    assert [(kept in one.what, moved in one.what, one.outcome, one.left) for one in told] == [
        (True, False, "和现在的一样，没有动", True),
        (False, True, "已公布", False),
    ]
    assert rows_of(bureau) == [one.outcome for one in told]
    assert reading.show(item_of(bureau, kept), TODAY).edition == 1
    shown = reading.show(item_of(bureau, moved), TODAY)
    assert (shown.edition, shown.content.promised_days) == (2, 3)


def test_what_an_office_is_writing_is_left_alone(bureau: Bureau) -> None:
    code = new_code()
    confirmed(bureau, sheet(row(code=code)))
    items.edit(bureau.act(), item_of(bureau, code), written(name="办公室正在改"))
    assert confirmed(bureau, sheet(row(code=code, promised_days="3"))) == ("applied", 1)
    draft = repository.draft_of(item_of(bureau, code))
    assert draft is not None
    assert draft.name == "办公室正在改"


def test_what_an_office_withdrew_is_not_published_again_but_waits_as_a_draft(bureau: Bureau) -> None:
    code = new_code()
    confirmed(bureau, sheet(row(code=code)))
    one = item_of(bureau, code)
    items.withdraw(bureau.act(), one, GuideWithdrawal(why="并入别的事项"))
    assert confirmed(bureau, sheet(row(code=code, promised_days="3"))) == ("applied", 1)
    head, draft = repository.get(one), repository.draft_of(one)
    assert draft is not None
    assert (head.state, head.why, draft.promised_days) == (GuideState.WITHDRAWN, "并入别的事项", 3)
    bureau.publish(one)
    assert reading.show(one, TODAY).content.promised_days == 3


def test_a_wrong_file_is_refused_whole_with_each_row_and_column(bureau: Bureau) -> None:
    twice = new_code()
    content = sheet(
        row(code=twice),
        row(code=twice),
        row(kind="许可证"),
        row(steps="审查|窗口|三天"),
        row(region="370102"),
        row(valid_from="明天"),
    )
    job = post(bureau, content)[1]
    assert job["state"] == "refused"
    found = [(one.row, one.column) for one in importing.DESK.errors_of(bureau.officer, job["id"])]
    columns = ["事项编码", "类型", "办理步骤", "地区代码", "有效期起"]
    assert found == list(zip((3, 4, 5, 6, 7), columns, strict=True))
    assert repository.by_codes((bureau.region,), (twice,)) == {}


def test_another_provinces_form_is_read_and_what_it_lacks_stays_open(bureau: Bureau) -> None:
    code = f"11{ids.new_id()[-20:]}"
    lines = "\n".join(
        json.dumps(FOREIGN | {"TASK_CODE": one}, ensure_ascii=False) for one in (code, new_code())
    )
    assert confirmed(bureau, lines.encode()) == ("applied", 0)
    one = repository.get(item_of(bureau, code))
    draft = repository.draft_of(one.id)
    assert draft is not None
    assert (one.state, draft.legal_days, draft.promised_days, draft.phone) == (
        GuideState.DRAFT,
        30,
        7,
        "0571-12345",
    )
    assert [paper.name for paper in draft.materials] == ["申请报告"]
    assert [who.value for who in draft.audience] == ["person", "company"]
    assert [theme.value for theme in draft.themes] == ["work", "tax"]
    assert draft.places[0].address == "样例路305号5号楼"


@pytest.mark.parametrize("content", [b"[1, 2]", b"{not json", b'{"items": 3}'])
def test_a_json_file_that_is_no_list_of_items_says_so(bureau: Bureau, content: bytes) -> None:
    job = post(bureau, content)[1]
    assert job["state"] == "refused"
    assert [one.row for one in importing.DESK.errors_of(bureau.officer, job["id"])] == [0]


def test_a_region_of_a_province_or_city_loses_its_zeros() -> None:
    regions = {
        area: itemsheet.foreign({"AREACODE": area}, "2026-01-01")["region"]
        for area in ("440000", "440100", "330110")
    }
    assert regions == {"440000": "44", "440100": "4401", "330110": "330110"}
