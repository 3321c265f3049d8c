"""An office writes an item on the console, mends what is missing, publishes it, and takes it back."""

import pytest

from mashangban.domains.guides.errors import ItemUnready
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import itemlines as lines
from mashangban.domains.guides.schemas import GuideContent
from mashangban.domains.guides.service import reading
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel import ids
from tests.guides.conftest import TODAY, Bureau, new_code, written
from tests.registry.conftest import officer
from tests.workers.office import office_of

HOME = "/console/guides"
ITEM = {
    "region": "330110",
    "name": "食品经营许可（餐饮服务）",
    "words": "开饭店、开小吃店",
    "kind": "01",
    "level": "district",
    "department": "样例区市场监督管理局",
    "audience": "个体工商户、企业",
    "themes": "开店办企业、社保、医保",
    "basis": "中华人民共和国食品安全法|第三十五条",
    "conditions": "有固定的经营场所",
    "materials": "营业执照|必须有|纸质或电子都行|1|0|政府部门核发|营业执照\n健康证|必须有|纸质|0|1|其他机构出具",
    "steps": "提交申请|本人|0\n审查|窗口工作人员|5|材料不齐当场一次告知",
    "places": "样例区政务服务中心|文三路 1 号|3 号窗口",
    "online": "浙里办搜“食品经营许可”",
    "legal_days": "20",
    "promised_days": "5",
    "visits": "1",
    "fee": "12.5",
    "fee_note": "省定标准",
    "phone": "0571-12345",
    "complaints": "12345",
    "result": "食品经营许可证",
    "valid_from": "2026-01-01",
}


def test_an_office_writes_mends_publishes_and_withdraws_an_item(tables: str) -> None:
    window, code = office_of(officer("330110")), new_code()
    given = ITEM | {"code": code, "steps": "提交申请|本人|三天"}
    wrong = window.act(window.get(f"{HOME}/new"), f"{HOME}/new", **given)
    assert "里的“三天”要写数字" in wrong.html
    assert "样例区市场监督管理局" in wrong.html
    opened = window.act(wrong, f"{HOME}/new", **given | {"steps": ""})
    item_id = opened.location.rpartition("/")[2]
    where = f"{HOME}/items/{item_id}"
    assert "没写办理步骤" in window.get(where).html
    refused = window.act(window.get(where), f"{where}/submission")
    assert "还不能公布" in window.get(refused.location).html
    edit = window.get(f"{where}/draft")
    assert 'value="12.50"' in edit.html
    window.act(edit, f"{where}/draft", **ITEM)
    window.act(window.get(where), f"{where}/submission")
    waits = window.get(where).html
    assert "正在等同事审核" in waits
    assert f'action="{where}/publication"' not in waits
    own = window.act(window.get(where), f"{where}/publication")
    assert "自己写的要由别人审核" in window.get(own.location).html
    colleague = office_of(officer("330110"))
    assert code in colleague.get(f"{HOME}?region=330110&shelf=submitted").html
    colleague.act(colleague.get(where), f"{where}/return", why="电话写错了")
    assert "电话写错了" in window.get(where).html
    window.act(window.get(where), f"{where}/submission")
    colleague.act(colleague.get(where), f"{where}/publication")
    shown = reading.show(item_id, TODAY)
    assert (shown.edition, shown.code, shown.content.fee_fen) == (1, code, 1250)
    assert [one.value for one in shown.content.themes] == ["business", "insurance"]
    listed = window.get(f"{HOME}?region=330110&shelf=published")
    assert code in listed.html
    window.act(window.get(where), f"{where}/withdrawal", why="并入一件事办理")
    assert "并入一件事办理" in window.get(where).html
    assert repository.get(item_id).state is GuideState.WITHDRAWN


def test_what_an_office_wrote_is_read_back_as_it_was() -> None:
    given = {name: ITEM[name] for name in lines.HINTS}
    made = {name: getattr(lines, name)(given[name]) for name in lines.HINTS}
    plain = written().model_dump(mode="json")
    assert lines.written(GuideContent.model_validate(plain | made)) == given


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lines.audience, "个人、外星人"),
        (lines.themes, "种田"),
        (lines.materials, "营业执照|也许要"),
        (lines.steps, "审查|窗口|几天"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(read: object, text: str) -> None:
    with pytest.raises(ItemUnready) as refused:
        read(text)  # type: ignore[operator]
    assert refused.value.errors


def test_the_list_is_had_as_a_file_and_another_countys_item_is_not_there(bureau: Bureau) -> None:
    name = f"事项{ids.new_id()[-8:]}"
    made = bureau.published(name=name)
    window = office_of(bureau.officer)
    assert name in window.get(f"{HOME}/export?region={bureau.region}&format=csv").html
    assert office_of(officer("330205")).get(f"{HOME}/items/{made}").status == 404
