"""A catalogue's items come as a file, checked as a whole and confirmed by a person, or one by one by their revision."""

import base64
import json
import secrets
import time
from typing import Any

import pytest

from mashangban.domains.guides import listeners, partners
from mashangban.domains.guides.app import handler
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import itemsheet
from mashangban.domains.guides.schemas import GuideFeed, GuideFeedItem, GuideForm, GuideWithdrawal
from mashangban.domains.guides.service import bringing, importing, items, reading
from mashangban.domains.guides.terms import Brought, GuideState
from mashangban.imports.errors import OwnFile
from mashangban.imports.terms import ImportState
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from mashangban.registry import sheets
from sandbox.signatures import sign
from tests.guides.conftest import TODAY, Bureau, new_code, written
from tests.workers import phone

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
    assert confirmed(bureau, sheet(row(code=kept), row(code=moved, promised_days="3个工作日"))) == (
        "applied",
        1,
    )
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


def test_a_feed_says_that_an_item_is_withdrawn(bureau: Bureau) -> None:
    code = new_code()
    fed(bureau, code, 1)
    items.withdraw(bureau.act(), item_of(bureau, code), GuideWithdrawal(why="并入别的事项"))
    assert fed(bureau, code, 2, promised_days=3) is Brought.WITHDRAWN
    assert repository.get(item_of(bureau, code)).state is GuideState.WITHDRAWN


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


def fed(bureau: Bureau, code: str, revision: int, **differs: Any) -> Brought:
    item = GuideFeedItem(region=bureau.region, code=code, content=written(**differs), revision=revision)
    given = GuideFeed(items=[item])
    return Brought(importing.feed(ids.new_id(), given, clock.now())[0].outcome)


def test_a_feed_brings_what_is_newer_and_ignores_the_rest(bureau: Bureau) -> None:
    code = new_code()
    assert fed(bureau, code, 5) is Brought.PUBLISHED
    assert fed(bureau, code, 5) is Brought.SAME
    assert fed(bureau, code, 7, promised_days=3) is Brought.PUBLISHED
    assert fed(bureau, code, 6, promised_days=9) is Brought.OLDER
    assert reading.show(item_of(bureau, code), TODAY).content.promised_days == 3
    assert fed(bureau, code, 8, steps=[]) is Brought.DRAFTED
    assert fed(bureau, code, 9, promised_days=2) is Brought.BEING_WRITTEN


def test_a_region_that_is_none_is_told_and_the_rest_goes_on(bureau: Bureau) -> None:
    nowhere, here = change(bureau, new_code()), change(bureau, new_code())
    nowhere["items"][0]["region"] = "999999"
    given = GuideFeed.model_validate({"items": nowhere["items"] + here["items"]})
    told = importing.feed(ids.new_id(), given, clock.now())
    assert [one.outcome for one in told] == [Brought.ELSEWHERE.value, Brought.PUBLISHED.value]


def change(bureau: Bureau, code: str, revision: int = 1) -> dict[str, Any]:
    content = written().model_dump(mode="json")
    return {"items": [{"region": bureau.region, "code": code, "content": content, "revision": revision}]}


def feeds(body: object, **bent: str) -> tuple[int, dict[str, Any]]:
    """What the catalogue sends, signed as the sandbox signs, and what it is answered."""
    raw, path = json.dumps(body).encode(), "/v1/guides/feed"
    at, request_id = bent.get("at", str(int(time.time()))), bent.get("request_id", ids.new_id())
    key = bent.get("key", partners.catalogue().key)
    headers = {
        "content-type": "application/json",
        "x-app-id": partners.catalogue().app_id,
        "x-timestamp": at,
        "x-request-id": request_id,
        "x-signature": sign(key, "POST", path, at, request_id, raw),
    }
    answer = handler(phone._event("POST", path, raw.decode(), headers), None)
    return answer["statusCode"], json.loads(answer["body"])


def test_the_catalogue_feeds_what_it_signed_and_each_request_once(bureau: Bureau) -> None:
    code, request_id = new_code(), ids.new_id()
    status, told = feeds(change(bureau, code), request_id=request_id)
    assert (status, told["items"][0]["outcome"]) == (200, "published")
    assert reading.show(item_of(bureau, code), TODAY).edition == 1
    status, told = feeds(change(bureau, code), request_id=request_id)
    assert (status, told["code"]) == (409, "guides.feed.replayed")


def test_a_request_that_was_cut_short_goes_on_when_it_is_sent_again(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes, request_id, bring = [new_code() for _ in range(3)], ids.new_id(), bringing.bring
    body = {"items": [one for code in codes for one in change(bureau, code)["items"]]}

    def cut_short(act: Act, role: Role, given: GuideForm, revision: int = 0) -> bringing.Bringing:
        if given.code == codes[1]:
            raise Busy()
        return bring(act, role, given, revision)

    monkeypatch.setattr(bringing, "bring", cut_short)
    assert feeds(body, request_id=request_id)[0] == 503
    monkeypatch.setattr(bringing, "bring", bring)
    status, told = feeds(body, request_id=request_id)
    outcomes = [one["outcome"] for one in told["items"]]
    assert (status, outcomes) == (200, ["same", "published", "published"])
    assert feeds(body, request_id=request_id)[0] == 409


@pytest.mark.parametrize("bent", [{"key": "somebody-elses"}, {"at": "1700000000"}])
def test_what_the_catalogue_did_not_sign_just_now_changes_nothing(
    bureau: Bureau, bent: dict[str, str]
) -> None:
    code = new_code()
    status, told = feeds(change(bureau, code), **bent)
    assert (status, told["code"]) == (403, "guides.feed.signature-wrong")
    assert repository.by_codes((bureau.region,), (code,)) == {}


@pytest.mark.parametrize(
    ("body", "status"), [([], 400), ({"items": []}, 422), ({"items": [{"region": "33"}]}, 422)]
)
def test_a_signed_letter_that_says_nothing_is_refused(tables: str, body: object, status: int) -> None:
    assert feeds(body)[0] == status
