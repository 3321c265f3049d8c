"""The sheet of service items: one row an item, a list in a cell; the form in which a province has them. Pure."""

import re
from collections.abc import Mapping
from typing import Any

from mashangban.domains.guides.rules import itemlines
from mashangban.domains.guides.terms import (
    MOST_MATERIALS,
    MOST_THEMES,
    GuideAudience,
    GuideKind,
    GuideLevel,
    GuideTheme,
)
from mashangban.kernel.labelled import Labelled
from mashangban.registry.rules.columns import Cells, Layout

LAYOUT = Layout(
    columns={
        "region": "地区代码",
        "code": "事项编码",
        "name": "事项名称",
        "words": "别名",
        "kind": "类型",
        "level": "行使层级",
        "department": "部门",
        "audience": "谁能办",
        "themes": "生活主题",
        "basis": "依据",
        "conditions": "受理条件",
        "materials": "材料",
        "steps": "办理步骤",
        "places": "去哪里办",
        "online": "网上怎么办",
        "legal_days": "法定时限",
        "promised_days": "承诺时限",
        "visits": "跑几次",
        "fee_fen": "收费",
        "fee_note": "收费依据",
        "phone": "咨询电话",
        "complaints": "投诉电话",
        "result": "办理结果",
        "valid_from": "有效期起",
        "valid_until": "有效期止",
    },
    required=("code", "name", "kind", "level", "department", "valid_from"),
    other_names={
        **dict.fromkeys(("实施编码", "业务办理项编码"), "code"),
        **dict.fromkeys(("名称", "办理事项"), "name"),
        **dict.fromkeys(("事项类型",), "kind"),
        **dict.fromkeys(("实施主体", "主管部门"), "department"),
        **dict.fromkeys(("服务对象",), "audience"),
        **dict.fromkeys(("设定依据",), "basis"),
        **dict.fromkeys(("申请材料", "办理材料"), "materials"),
        **dict.fromkeys(("办理流程",), "steps"),
        **dict.fromkeys(("办理地点",), "places"),
        **dict.fromkeys(("到现场次数",), "visits"),
    },
)
EXAMPLE = {
    "code": "11330106002490000X4330125001000",
    "name": "食品经营许可（餐饮服务）",
    "words": "开饭店、开小吃店",
    "kind": "行政许可",
    "level": "区县级",
    "department": "样例区市场监督管理局",
    "audience": "个体工商户、企业",
    "themes": "开店办企业",
    "basis": "中华人民共和国食品安全法|第三十五条",
    "materials": "营业执照|必须有|纸质或电子都行|1|0|政府部门核发|营业执照",
    "steps": "提交申请|本人|0；审查|窗口工作人员|5",
    "places": "样例区政务服务中心|文三路 1 号|3 号窗口",
    "online": "省政务服务网搜“食品经营许可”",
    "legal_days": "20个工作日",
    "promised_days": "5",
    "visits": "1",
    "fee_fen": "0",
    "phone": "0571-12345",
    "result": "食品经营许可证",
    "valid_from": "2026-01-01",
}
_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)
_YUAN = re.compile(r"(\d{1,6})(?:\.(\d{1,2}))?元?", re.ASCII)
_LISTS = {
    "words": itemlines.words,
    "audience": itemlines.audience,
    "themes": itemlines.themes,
    "basis": itemlines.basis,
    "materials": itemlines.materials,
    "steps": itemlines.steps,
    "places": itemlines.places,
}
_ONE_A_LINE = ("basis", "materials", "steps", "places")
# As long as a name may be.
_LONGEST = 60
_DAYS = ("legal_days", "promised_days", "visits")


def read(cells: Cells) -> dict[str, Any]:
    """A row as the wire shape of an item. Raises ItemUnready for a list that can't be read.

    What else can't be read stays as it is, for the shape to refuse.
    """
    given = {name: text.strip() for name, text in cells.items() if text.strip()}
    found: dict[str, Any] = dict(given)
    for name in given.keys() & _LISTS.keys():
        text = given[name].replace("；", "\n").replace(";", "\n") if name in _ONE_A_LINE else given[name]
        found[name] = _LISTS[name](text)
    found["no_materials"] = itemlines.none_needed(given.get("materials", ""))
    for name in given.keys() & set(_DAYS):
        number = _NUMBER.match(given[name])
        found[name] = number[0] if number else given[name]
    for name in given.keys() & {"valid_from", "valid_until"}:
        found[name] = _day(given[name])
    if "fee_fen" in given:
        found["fee_fen"] = _fen(given["fee_fen"])
    found |= {name: _value(kind, given[name]) for name, kind in _ENUMS.items() if name in given}
    return found


def foreign(raw: Mapping[str, Any], since: str) -> dict[str, Any]:
    """An item in the names of a province's site (TASK_CODE, DEPT_NAME …), as ours; it holds since a day.

    What that form lacks (steps, the law) stays open: such an item becomes a draft.
    """
    code, place = str(raw.get("TASK_CODE") or ""), _plain(raw, "handle_location")
    region = str(raw.get("AREACODE") or "")
    region = region[: max(2, len(region.rstrip("0")) + len(region.rstrip("0")) % 2)]
    found: dict[str, Any] = {
        "region": region,
        "code": code,
        "name": _plain(raw, "TASK_NAME")[:_LONGEST],
        "kind": _kind(raw),
        "level": {2: "province", 4: "city"}.get(len(region), "district"),
        "department": _plain(raw, "DEPT_NAME")[:_LONGEST],
        "audience": _audience(raw.get("service_object_name")),
        "themes": _themes(raw.get("theme_category")),
        "conditions": _plain(raw, "accept_standard")[:1000],
        "materials": _papers(raw.get("material_intro")),
        "visits": _first(raw, "visit_number") or 0,
        "legal_days": _first(raw, "handle_time"),
        "promised_days": _first(raw, "handle_time_limit"),
        "phone": _phone(raw, "consult_phone"),
        "complaints": _phone(raw, "complain_phone"),
        "online": _plain(raw, "URL")[:200],
        "valid_from": since,
    }
    if place:
        found["places"] = [{"name": found["department"], "address": place.removeprefix("办理地点：")[:120]}]
    return found


_ENUMS: dict[str, type[Labelled]] = {"kind": GuideKind, "level": GuideLevel}
_LIFE = {
    **dict.fromkeys(("找工作", "就业创业", "失业", "职业资格", "高校毕业生"), GuideTheme.WORK),
    **dict.fromkeys(("创业", "设立变更", "准营准办"), GuideTheme.BUSINESS),
    **dict.fromkeys(("户籍办理", "迁居", "买房子", "住房保障"), GuideTheme.HOUSING),
    **dict.fromkeys(("教育科研", "升学", "义务教育"), GuideTheme.SCHOOL),
    **dict.fromkeys(("生小孩", "生育收养", "婚姻登记", "结婚"), GuideTheme.FAMILY),
    **dict.fromkeys(("退休", "离职退休", "老年人", "养老服务", "社会救助"), GuideTheme.AGE),
    **dict.fromkeys(("证件办理", "出境入境"), GuideTheme.PAPERS),
    "规划建设": GuideTheme.BUILDING,
    "社会保障（社会保险、社会救助）": GuideTheme.INSURANCE,
    "交通出行": GuideTheme.TRAFFIC,
    "纳税": GuideTheme.TAX,
}
_PEOPLE = {
    "自然人": GuideAudience.PERSON,
    "企业法人": GuideAudience.COMPANY,
    "非法人企业": GuideAudience.COMPANY,
    "事业法人": GuideAudience.INSTITUTION,
    "社会组织法人": GuideAudience.INSTITUTION,
}


def _themes(names: Any) -> list[str]:
    """Under which of our themes a site's own fall, three at most; what we have no word for is the rest."""
    found = dict.fromkeys(_LIFE.get(one, GuideTheme.OTHER).value for one in names or ())
    known = [one for one in found if one != GuideTheme.OTHER.value]
    return (known or list(found))[:MOST_THEMES]


def _kind(raw: Mapping[str, Any]) -> str:
    """By its word, or its two digits; what our list lacks is another power."""
    known = {name: one.value for one in GuideKind for name in (one.label, one.value)}
    told = (str(raw.get(name) or "") for name in ("TASK_TYPE_TEXT", "TASK_TYPE"))
    return next((known[one] for one in told if one in known), GuideKind.OTHER.value)


def _papers(names: Any) -> list[dict[str, str]]:
    known = dict.fromkeys(" ".join(one.split())[:_LONGEST] for one in names or ())
    return [{"name": one} for one in known if len(one) > 1][:MOST_MATERIALS]


def _audience(names: Any) -> list[str]:
    return list(dict.fromkeys(_PEOPLE[one].value for one in names or () if one in _PEOPLE))


def _plain(raw: Mapping[str, Any], name: str) -> str:
    text = " ".join(str(raw.get(name) or "").split())
    return "" if text == "无" else text


def _first(raw: Mapping[str, Any], name: str) -> int | None:
    number = _NUMBER.search(str(raw.get(name) or ""))
    return int(number[0]) if number else None


def _phone(raw: Mapping[str, Any], name: str) -> str:
    return re.sub(r"[^0-9 ()/-]", "", _plain(raw, name))[:40].strip()


def _value(kind: type[Labelled], text: str) -> str:
    return next((one.value for one in kind if text in (one.label, one.value)), text)


def _day(text: str) -> str:
    found = _DAY.fullmatch(text.split(" ")[0])
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else text


def _fen(text: str) -> int | str:
    found = _YUAN.fullmatch(text.replace("不收费", "0"))
    return int(found[1]) * 100 + int(f"{found[2] or '':0<2}") if found else text
