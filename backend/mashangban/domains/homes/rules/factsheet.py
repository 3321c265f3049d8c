"""The sheet of facts: one row a fact of an estate, a building, a unit or a home. Pure."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.homes.rules import homesheet
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import FactKind
from mashangban.registry.rules.columns import Cells, Layout, RowError

_PLACES = ("building", "unit", "room")
LAYOUT = Layout(
    columns={
        "building": "楼栋",
        "unit": "单元",
        "room": "室号",
        "kind": "类别",
        "title": "项目",
        "words": "内容",
        "source": "来源单位",
        "number": "编号",
        "happened_on": "日期",
    },
    required=("kind", "title", "source", "happened_on"),
    other_names={
        **{title: name for title, name in homesheet.LAYOUT.other_names.items() if name in _PLACES},
        **dict.fromkeys(("类型", "资料类别"), "kind"),
        **dict.fromkeys(("名称", "材料名称", "资料名称"), "title"),
        **dict.fromkeys(("说明", "备注", "结果"), "words"),
        **dict.fromkeys(("来源", "出具单位", "供应商", "生产厂家"), "source"),
        **dict.fromkeys(("报告编号", "合格证编号", "批号", "批次号"), "number"),
        **dict.fromkeys(("时间", "出具日期", "进场日期"), "happened_on"),
    },
)
_MOST = {"title": 40, "words": 300, "source": 60, "number": 60}
_KINDS = {one.label: one for one in FactKind}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row, read."""

    row: int
    door: Door
    kind: FactKind
    title: str
    words: str
    source: str
    number: str
    happened_on: date


def read(row: int, cells: Cells, today: date) -> FactRow | list[RowError]:
    """One row's texts as a fact, or everything that is wrong with it."""
    wrong: list[RowError] = []
    door = _door(row, cells, wrong)
    kind = _KINDS.get(cells.get("kind", "").removesuffix("透明"))
    if kind is None:
        wrong.append(_wrong(row, "kind", f"类别只能写{'、'.join(_KINDS)}"))
    texts = {name: cells.get(name, "") for name in _MOST}
    for name, most in _MOST.items():
        if len(texts[name]) > most or (name in LAYOUT.required and not texts[name]):
            wrong.append(_wrong(row, name, f"要填写，最多 {most} 个字"))
    day = homesheet.read_date(row, "happened_on", cells, LAYOUT, wrong)
    if day is None or day > today:
        wrong.append(_wrong(row, "happened_on", "日期要填写，不能晚于今天"))
    if wrong or kind is None or day is None:
        return wrong
    return FactRow(row, door, kind, texts["title"], texts["words"], texts["source"], texts["number"], day)


def _door(row: int, cells: Cells, wrong: list[RowError]) -> Door:
    """As far as it is filled in: nothing, a building, a unit, a home."""
    if cells.get("building") and cells.get("room"):
        return homesheet.read_door(row, cells, wrong)
    if cells.get("room") or (cells.get("unit") and not cells.get("building")):
        wrong.append(_wrong(row, "building", "写了单元或室号，也要写楼栋"))
    if not cells.get("building"):
        return Door("", "", "", "")
    whole = homesheet.read_door(row, {**cells, "room": "1"}, wrong)
    return Door(whole.building, whole.unit, "", "")


def _wrong(row: int, name: str, message: str) -> RowError:
    return RowError(row, LAYOUT.columns[name], message)
