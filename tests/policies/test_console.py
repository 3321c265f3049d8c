"""The pages of the offices: a policy is written, tried, replayed, published and withdrawn; an objection is answered."""

import csv
import json
from urllib.parse import quote

import pytest

from mashangban.kernel import clock
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry
from mashangban.registry import sheets
from tests.console.office import FORM, Page
from tests.policies.conftest import COUNTY, Bureau, call
from tests.policies.test_imports import FACTS, post, wrong
from tests.registry.conftest import officer, person
from tests.workers.office import Office, office_of

HOME = "/console/policies"


@pytest.fixture
def desk(bureau: Bureau) -> Office:
    """Somebody else of the same office, in the console."""
    return office_of(officer(COUNTY))


def typed(bureau: Bureau, **differs: str) -> dict[str, str]:
    """What an editor types into the form."""
    revenue, tech = bureau.code("revenue"), bureau.code("tech")
    return {
        "region": COUNTY,
        "title": f"{bureau.word}手写奖励",
        "number": "西政办〔2026〕2号",
        "department": "科学技术局",
        "mode": "即申即享",
        "summary": "高新技术企业营收满500万元的，奖励10万元。",
        "audience": "在本区注册的高新技术企业",
        "basis": "区科技发展条例第八条",
        "tags": "行业:软件；研发:高企",
        "condition": bureau.text(),
        "case_name_0": "达标",
        "case_facts_0": f"{tech}=是；{revenue}=500万元",
        "case_expected_0": "yes",
        "case_name_1": "营收不够",
        "case_facts_1": f"{tech}=是；{revenue}=499万元",
        "case_expected_1": "no",
        "kind": "定额",
        "amount": "10万元",
        "budget": "1000万元",
        "valid_from": "2026-01-01",
        "opens_on": "2026-03-01",
        "shared": f"纳税证明={revenue}",
        "steps": "网上申报。5个工作日内审核。",
        "payment": "打到企业对公账户",
        "phone": "0571-12345678",
        "review_days": "5",
        "publicity_days": "5",
        "credit": "严重失信的不能享受",
    } | differs


def written(desk: Office, bureau: Bureau, **differs: str) -> str:
    """The address of a draft typed into the form."""
    answer = desk.submit(f"{HOME}/items/new", f"{HOME}/items/new", typed(bureau, **differs))
    assert answer.status == 303, answer.html
    return answer.location


def test_a_policy_is_typed_checked_published_and_withdrawn(bureau: Bureau, desk: Office) -> None:
    where = written(desk, bureau)
    shown = desk.get(where)
    assert "都齐了" in shown.html
    assert "上年营业收入不少于500万元" in shown.html
    desk.act(shown, f"{where}/publication")
    bureau.pump.run()
    assert call(None, "GET", f"/open/{where.rpartition('/')[2]}")[1]["award"] == "100,000元"
    listed = desk.get(f"{HOME}/items?region={COUNTY}&shelf=published")
    assert f"{bureau.word}手写奖励" in listed.html
    desk.act(desk.get(where), f"{where}/withdrawal", reason="上位政策已经废止")
    assert "已撤回" in desk.get(where).html
    assert f"{where}/edit" not in desk.get(where).html
    assert f"{bureau.word}手写奖励" in desk.get(f"{HOME}/items?region={COUNTY}&shelf=withdrawn").html


def test_what_is_not_ready_is_listed_and_can_not_be_published(bureau: Bureau, desk: Office) -> None:
    where = written(desk, bureau, basis="", case_expected_1="yes")
    shown = desk.get(where)
    assert "还没有写政策依据" in shown.html
    assert "例子“营收不够”应该是“符合”，按条件算是“不符合”" in shown.html
    assert 'data-opens="publish"' not in shown.html
    desk.act(shown, f"{where}/publication")
    assert "这项政策还不能发布" in desk.get(where).html


def test_a_form_that_is_wrong_comes_back_filled_and_says_where(bureau: Bureau, desk: Office) -> None:
    fields = typed(bureau, amount="一些钱", case_facts_0="没有等号")
    answer = desk.submit(f"{HOME}/items/new", f"{HOME}/items/new", fields)
    assert answer.status == 422
    assert "不是金额" in answer.html
    assert "要写成 指标代码=值" in answer.html
    assert f"{bureau.word}手写奖励" in answer.html


def test_an_edition_comes_back_into_the_form_as_it_was_typed(bureau: Bureau, desk: Office) -> None:
    where = written(
        desk,
        bureau,
        kind="分档",
        amount="",
        base=bureau.code("revenue"),
        tiers="500万元=5万元；1000万元=10万元",
        licences="营业执照；施工资质=建筑业企业资质证书",
    )
    opened = desk.get(f"{where}/edit")
    for text in (
        "500万元=5万元；1000万元=10万元",
        "行业:软件；研发:高企",
        f"纳税证明={bureau.code('revenue')}",
        "营业执照；施工资质=建筑业企业资质证书",
    ):
        assert text in opened.html
    again = typed(bureau, title=f"{bureau.word}改了名")
    assert desk.act(opened, f"{where}/edit", **again).status == 303
    assert f"{bureau.word}改了名" in desk.get(where).html


def trial(desk: Office, condition: str, **fields: str) -> Page:
    opened = desk.get(f"{HOME}/items/new")
    given = {"csrf": opened.hidden("csrf"), "condition": condition, **fields}
    return desk.post(f"{HOME}/conditions/trial", given, **{"content-type": FORM})


def test_a_condition_is_told_in_plain_words_while_it_is_typed(bureau: Bureau, desk: Office) -> None:
    said = trial(
        desk,
        f"{bureau.text()} and not {bureau.code('staff')} < 3",
        case_name_0="达标",
        case_facts_0=f"{bureau.code('tech')}=否",
        case_expected_0="yes",
    )
    assert "上年营业收入不少于500万元" in said.html
    assert f"not {bureau.code('staff')} &lt; 3" in said.html
    assert "您写的是“符合”" in said.html


def test_a_mistake_in_a_condition_is_marked_at_its_place(bureau: Bureau, desk: Office) -> None:
    said = trial(desk, f"{bureau.code('tech')} and {bureau.code('revenue')} >= 5")
    assert "金额不能和数字比较" in said.html
    assert "<mark>5</mark>" in said.html
    assert "这里的引号没有收尾" in trial(desk, "a.b = 'x").html


def test_a_draft_is_replayed_before_it_is_published(bureau: Bureau, desk: Office) -> None:
    firm = bureau.enterprise()
    bureau.state(firm, tech=True, revenue=600_000_000)
    where = written(desk, bureau)
    begun = desk.act(desk.get(where), f"{where}/replays")
    assert begun.status == 303
    bureau.pump.run()
    shown = desk.get(begun.location)
    assert "新增享受" in shown.html
    assert "西湖区" in shown.html
    assert "正在逐批计算" not in shown.html
    assert begun.location in desk.get(where).html


def test_a_department_corrects_a_disputed_fact_in_words(bureau: Bureau, desk: Office) -> None:
    firm = bureau.enterprise()
    bureau.state(firm, revenue=100_000_000)
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    code = bureau.code("revenue")
    call(office, "POST", f"/profiles/{firm}/facts/{code}/dispute", {"reason": "少写了一笔收入"})
    where = f"{HOME}/disputes/{firm}/{code}"
    assert where in desk.get(f"{HOME}/disputes?region={COUNTY}").html
    opened = desk.get(where)
    assert "少写了一笔收入" in opened.html
    wrong = {"wrong": "yes", "value": "很多", "source": "更正申报表", "words": "核对后更正"}
    assert desk.act(opened, where, **wrong).location == where
    assert "要写金额" in desk.get(where).html
    desk.act(desk.get(where), where, **(wrong | {"value": "120万元"}))
    (fact,) = call(office, "GET", f"/profiles/{firm}/facts")[1]["items"]
    assert (fact["words"], fact["answer"], fact["disputed_at"]) == ("120万元", "核对后更正", None)
    assert where not in desk.get(f"{HOME}/disputes?region={COUNTY}").html


def test_a_department_keeps_a_disputed_fact_with_a_reason(bureau: Bureau, desk: Office) -> None:
    firm = bureau.enterprise()
    bureau.state(firm, staff=12)
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    code = bureau.code("staff")
    call(office, "POST", f"/profiles/{firm}/facts/{code}/dispute", {"reason": "人数不对"})
    where = f"{HOME}/disputes/{firm}/{code}"
    desk.act(desk.get(where), where, words="参保名单就是 12 人")
    (fact,) = call(office, "GET", f"/profiles/{firm}/facts")[1]["items"]
    assert (fact["words"], fact["answer"]) == ("12人", "参保名单就是 12 人")
    assert desk.get(where).status == 409


def test_a_sheet_goes_through_the_console(bureau: Bureau, desk: Office) -> None:
    firm = bureau.enterprise()
    today = clock.local_date(clock.now()).isoformat()
    content = sheets.write(
        sheets.XLSX, FACTS, [(registry.enterprise(firm).uscc, bureau.code("staff"), "33", today, "社保")]
    )
    opened = desk.get(f"{HOME}/imports/new?kind=facts&region={COUNTY}")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "x-filename": quote("数据.xlsx"),
        "idempotency-key": opened.hidden("key"),
    }
    made = desk.send("POST", f"{HOME}/imports?kind=facts&region={COUNTY}", content, headers)
    where = f"{HOME}/imports/{json.loads(made.html)['id']}"
    assert "没有问题" in desk.get(where).html
    desk.act(desk.get(where), f"{where}/confirmation")
    bureau.pump.run()
    assert "已写入" in desk.get(where).html
    assert "数据.xlsx" in desk.get(f"{HOME}/imports?region={COUNTY}").html


def test_another_countys_officer_finds_neither_item_nor_objection_nor_file(
    bureau: Bureau, desk: Office
) -> None:
    neighbour = office_of(officer("330105"))
    assert neighbour.get(written(desk, bureau)).status == 404
    firm = bureau.enterprise()
    bureau.state(firm, staff=12)
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    path = f"/profiles/{firm}/facts/{bureau.code('staff')}/dispute"
    call(office, "POST", path, {"reason": "人数不对"})
    assert neighbour.get(f"{HOME}/disputes/{firm}/{bureau.code('staff')}").status == 404


def test_the_catalogue_of_facts_is_shown_department_by_department(bureau: Bureau, desk: Office) -> None:
    assert "指标目录" in desk.get(f"{HOME}/indicators?department=tax").html
    assert desk.get(f"{HOME}/indicators?department=nobody").status == 200


def test_what_is_exported_can_be_imported_again(bureau: Bureau, desk: Office) -> None:
    """The same columns, the same words: a sheet of an office's drafts is read without a mistake."""
    written(desk, bureau, title=f"{bureau.word}导出的")
    answer = desk.get(f"{HOME}/items/export?region={COUNTY}&shelf=drafted&format=csv")
    lines = list(csv.reader(answer.html.lstrip("\ufeff").splitlines()))
    rows = [lines[0], *(row for row in lines[1:] if row[1] == f"{bureau.word}导出的")]
    assert len(rows) == 2
    status, made = post(bureau.officer, "policies", sheets.write(sheets.XLSX, rows[0], rows[1:]))
    assert (status, made["state"]) == (201, "staged"), wrong(bureau.officer, made["id"])
