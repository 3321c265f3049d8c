"""Files of policies and facts: checked as a whole, told by row and column, written after a person's word."""

import base64
import io
import json
import secrets
from typing import Any

import pytest
from openpyxl import load_workbook

from mashangban.domains.policies.app import handler
from mashangban.domains.policies.rules import written
from mashangban.domains.policies.rules.conditions.facts import Indicator
from mashangban.domains.policies.terms import FactType
from mashangban.domains.policies.terms.departments import Department
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import service as registry
from mashangban.registry import sheets
from tests.policies.conftest import COUNTY, Bureau, call
from tests.registry.conftest import officer, person
from tests.workers import phone

FACTS = ("统一社会信用代码", "指标代码", "数值", "数据日期", "来源")
POLICY = (
    "地区代码",
    "名称",
    "部门",
    "条件",
    "兑现方式",
    "奖补方式",
    "金额",
    "有效期起",
    "申报开始",
    "符合的例子",
    "标签",
)


def post(who: Principal, kind: str, content: bytes, region: str = COUNTY) -> tuple[int, dict[str, Any]]:
    headers = {
        "content-type": "application/octet-stream",
        "authorization": f"Bearer {phone.phone_of(who).token}",
        "idempotency-key": secrets.token_hex(12),
    }
    event = phone._event("POST", "/v1/policies/imports", None, headers)
    event |= {"body": base64.b64encode(content).decode(), "isBase64Encoded": True}
    event["queryStringParameters"] = {"kind": kind, "region": region, "filename": "表.xlsx"}
    event["multiValueQueryStringParameters"] = {k: [v] for k, v in event["queryStringParameters"].items()}
    raw = handler(event, None)
    return raw["statusCode"], json.loads(raw["body"])


def sheet(head: tuple[str, ...], *rows: tuple[str, ...]) -> bytes:
    return sheets.write(sheets.XLSX, head, rows)


def code_of(enterprise_id: str) -> str:
    return registry.enterprise(enterprise_id).uscc


def wrong(who: Principal, import_id: str) -> list[tuple[int, str, str]]:
    status, answer = call(who, "GET", f"/imports/{import_id}/errors")
    assert status == 200, answer
    return [(one["row"], one["column"], one["message"]) for one in answer["items"]]


def confirmed(bureau: Bureau, import_id: str) -> dict[str, Any]:
    status, answer = call(bureau.officer, "POST", f"/imports/{import_id}/confirmation")
    assert (status, answer["state"]) == (200, "applying"), answer
    bureau.pump.run()
    return call(bureau.officer, "GET", f"/imports/{import_id}")[1]


def policy_row(bureau: Bureau, **differs: str) -> tuple[str, ...]:
    case = f"达标：{bureau.code('tech')}=是；{bureau.code('revenue')}=500万元"
    given = dict(
        zip(
            POLICY,
            (COUNTY, f"{bureau.word}表格奖励", "科学技术局", bureau.text(), "即申即享", "定额", "10万元",
             "2026年1月1日", "2026-03-01", case, "行业:软件；研发:高企"),
            strict=True,
        )
    )  # fmt: skip
    return tuple((given | differs).values())


def test_a_sheet_of_facts_counts_after_a_persons_word_and_matches_follow(bureau: Bureau) -> None:
    policy_id = bureau.published()
    firm = bureau.enterprise()
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    today = clock.local_date(clock.now()).isoformat()
    rows = (
        (code_of(firm), bureau.code("revenue"), "600万元", today, "年度申报"),
        (code_of(firm), bureau.code("tech"), "是", today, "认定名单"),
    )
    status, answer = post(bureau.officer, "facts", sheet(FACTS, *rows))
    assert (status, answer["state"], answer["rows"]) == (201, "staged", 2)
    assert call(office, "GET", f"/profiles/{firm}/facts")[0] == 404
    done = confirmed(bureau, answer["id"])
    assert (done["state"], done["skipped"]) == ("applied", 0)
    shown = call(office, "GET", f"/profiles/{firm}/facts")[1]["items"]
    assert {one["name"]: one["words"] for one in shown} == {"上年营业收入": "600万元", "高新技术企业": "是"}
    assert bureau.matches(office, firm, policy_id) == {policy_id: "yes"}


def test_a_wrong_sheet_of_facts_is_refused_whole_with_each_row_and_column(bureau: Bureau) -> None:
    firm, stranger = bureau.enterprise(), bureau.enterprise(county="330105")
    today = clock.local_date(clock.now()).isoformat()
    content = sheet(
        FACTS,
        (code_of(firm), bureau.code("revenue"), "很多", today, "年度申报"),
        (code_of(firm), bureau.code("staff"), "12", "昨天", "年度申报"),
        (code_of(firm), "no.such", "12", today, "年度申报"),
        (code_of(stranger), bureau.code("staff"), "12", today, "年度申报"),
        (code_of(firm), bureau.code("tech"), "是", "2199-01-01", ""),
    )
    status, answer = post(bureau.officer, "facts", content)
    assert (status, answer["state"], answer["errors"]) == (201, "refused", 5)
    assert wrong(bureau.officer, answer["id"]) == [
        (2, "数值", "“上年营业收入”要写金额，如 500万元"),
        (3, "数据日期", "日期看不懂，请写成 2026-01-31"),
        (4, "指标代码", "没有登记指标 no.such"),
        (5, "统一社会信用代码", "本地区没有登记这家企业"),
        (6, "来源", "来源没有填"),
    ]
    assert call(bureau.officer, "POST", f"/imports/{answer['id']}/confirmation")[0] == 409
    assert call(bureau.officer, "GET", f"/profiles/{firm}/facts")[0] == 404


def test_an_older_row_leaves_what_is_newer_alone(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    bureau.state(firm, staff=30)
    content = sheet(FACTS, (code_of(firm), bureau.code("staff"), "12", "2020-01-01", "旧表"))
    done = confirmed(bureau, post(bureau.officer, "facts", content)[1]["id"])
    assert (done["state"], done["skipped"]) == ("applied", 1)
    (shown,) = call(bureau.officer, "GET", f"/profiles/{firm}/facts")[1]["items"]
    assert shown["words"] == "30人"


def test_the_same_file_counts_once(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    content = sheet(FACTS, (code_of(firm), bureau.code("staff"), "12", "2026-01-01", "年报"))
    confirmed(bureau, post(bureau.officer, "facts", content)[1]["id"])
    assert post(bureau.officer, "facts", content)[1]["code"] == "imports.file.same"


def test_a_sheet_of_policies_becomes_drafts_that_may_be_published(bureau: Bureau) -> None:
    status, answer = post(bureau.officer, "policies", sheet(POLICY, policy_row(bureau)))
    assert (status, answer["state"]) == (201, "staged"), wrong(bureau.officer, answer["id"])
    assert confirmed(bureau, answer["id"])["state"] == "applied"
    mine = call(bureau.officer, "GET", f"/policies?region={COUNTY}&limit=50")[1]["items"]
    (policy_id,) = [one["id"] for one in mine if one["title"] == f"{bureau.word}表格奖励"]
    draft = call(bureau.officer, "GET", f"/policies/{policy_id}")[1]
    content = draft["content"]
    assert (content["award"]["amount"], content["valid_from"]) == (10_000_000, "2026-01-01")
    assert content["cases"][0]["facts"] == {bureau.code("tech"): True, bureau.code("revenue"): 500_000_000}
    assert content["tags"] == ["行业:软件", "研发:高企"]
    assert "condition" not in {one["field"] for one in draft["findings"]}


def test_a_sheet_names_the_licences_that_are_looked_up_before_anything_is_uploaded(bureau: Bureau) -> None:
    row = policy_row(bureau, 名称=f"{bureau.word}证照奖励")
    content = sheet((*POLICY, "电子证照"), (*row, "营业执照；施工资质=建筑业企业资质证书"))
    status, answer = post(bureau.officer, "policies", content)
    assert (status, answer["state"]) == (201, "staged"), wrong(bureau.officer, answer["id"])
    confirmed(bureau, answer["id"])
    mine = call(bureau.officer, "GET", f"/policies?region={COUNTY}&limit=50")[1]["items"]
    (policy_id,) = [one["id"] for one in mine if one["title"] == f"{bureau.word}证照奖励"]
    materials = call(bureau.officer, "GET", f"/policies/{policy_id}")[1]["content"]["materials"]
    assert [(one["name"], one["source"], one["licence"]) for one in materials] == [
        ("营业执照", "licence", "business"),
        ("施工资质", "licence", "construction"),
    ]
    unknown = post(bureau.officer, "policies", sheet((*POLICY, "电子证照"), (*row, "健康证")))[1]
    ((number, column, why),) = wrong(bureau.officer, unknown["id"])
    assert (number, column, why[:14]) == (2, "电子证照", "“健康证”不是登记过的证照，")


def test_a_wrong_sheet_of_policies_says_where_each_mistake_is(bureau: Bureau) -> None:
    content = sheet(
        POLICY,
        policy_row(bureau, 部门="没有这个局", 金额="一些钱"),
        policy_row(bureau, 条件=f"{bureau.code('tech')} >= 3"),
        policy_row(bureau, 地区代码="330105", 有效期起="去年"),
        policy_row(bureau, 符合的例子=f"达标：{bureau.code('nothing')}=3"),
    )
    status, answer = post(bureau.officer, "policies", content)
    assert (status, answer["state"]) == (201, "refused")
    told = wrong(bureau.officer, answer["id"])
    assert {(row, column) for row, column, _ in told} == {
        (2, "部门"),
        (2, "金额"),
        (3, "条件"),
        (4, "有效期起"),
        (5, "符合的例子"),
    }
    assert (3, "条件", "是否或不能比大小") not in told
    assert next(text for row, _, text in told if row == 3).startswith("是或否不能比大小")


def test_policies_come_as_json_too_and_another_region_is_refused(bureau: Bureau) -> None:
    good = json.dumps([bureau.form(title=f"{bureau.word}接口奖励")]).encode()
    status, answer = post(bureau.officer, "policies", good)
    assert (status, answer["state"], answer["rows"]) == (201, "staged", 1)
    elsewhere = json.dumps([bureau.form(region="330105"), bureau.form(title="x")]).encode()
    refused = post(bureau.officer, "policies", elsewhere)[1]
    assert [(row, column) for row, column, _ in wrong(bureau.officer, refused["id"])] == [
        (1, "地区代码"),
        (2, "名称"),
    ]
    broken = post(bureau.officer, "policies", b"[{")[1]
    assert wrong(bureau.officer, broken["id"])[0][2].startswith("这个 JSON 文件读不出来")


def test_a_cancelled_file_writes_nothing(bureau: Bureau) -> None:
    content = sheet(POLICY, policy_row(bureau, 名称=f"{bureau.word}取消的"))
    import_id = post(bureau.officer, "policies", content)[1]["id"]
    assert call(bureau.officer, "POST", f"/imports/{import_id}/cancellation")[1]["state"] == "cancelled"
    bureau.pump.run()
    mine = call(bureau.officer, "GET", f"/policies?region={COUNTY}&limit=50")[1]["items"]
    assert f"{bureau.word}取消的" not in [one["title"] for one in mine]
    assert call(bureau.officer, "POST", f"/imports/{import_id}/confirmation")[0] == 409


def test_an_office_imports_for_its_own_region_only(bureau: Bureau) -> None:
    content = sheet(POLICY, policy_row(bureau, 名称=f"{bureau.word}只归本区"))
    assert post(bureau.officer, "policies", content, region="33")[0] == 404
    import_id = post(bureau.officer, "policies", content)[1]["id"]
    assert call(officer("330105"), "GET", f"/imports/{import_id}")[0] == 404
    clerk = person((Role.ENTERPRISE_ADMIN, "org:1"))
    assert call(clerk, "GET", f"/imports?region={COUNTY}")[0] == 403


@pytest.mark.parametrize("kind", ["policies", "facts"])
def test_the_template_carries_the_head_and_a_row_that_shows_how(bureau: Bureau, kind: str) -> None:
    headers = {"authorization": f"Bearer {phone.phone_of(bureau.officer).token}"}
    raw = handler(phone._event("GET", f"/v1/policies/import-template?kind={kind}", None, headers), None)
    assert raw["statusCode"] == 200
    book = load_workbook(io.BytesIO(base64.b64decode(raw["body"])))
    head, example = list(book.active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert any(str(one).endswith("*") for one in head)
    assert all(example[place] for place, title in enumerate(head) if str(title).endswith("*"))


@pytest.mark.parametrize(
    ("kind", "raw", "text"),
    [
        (FactType.MONEY, 500_000_000, "500万元"),
        (FactType.MONEY, 12_345, "123.45元"),
        (FactType.MONEY, 15_000_000_000, "1.5亿元"),
        (FactType.MONEY, 0, "0元"),
        (FactType.BOOLEAN, True, "是"),
        (FactType.BOOLEAN, False, "否"),
        (FactType.NUMBER, "12.5", "12.5"),
        (FactType.DATE, "2026-01-31", "2026-01-31"),
        (FactType.TEXT, "330203", "330203"),
    ],
)
def test_a_value_is_read_as_it_was_written(kind: FactType, raw: Any, text: str) -> None:
    fact = Indicator("a.b", "某项", kind, Department.TAX)
    assert (written.shown(fact, raw), written.wire(fact, text)) == (text, raw)
