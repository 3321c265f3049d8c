"""The sheet of an alliance's items: one row an item, lists with 、 between. Pure."""

from typing import Any

from mashangban.domains.crossregion.terms import Mode
from mashangban.registry.rules.columns import Cells, Layout

LAYOUT = Layout(
    columns={
        "alliance": "通办联盟",
        "code": "事项编码",
        "name": "事项名称",
        "modes": "办理方式",
        "zones": "参加地区代码",
        "papers": "材料",
        "days": "承诺工作日",
        "result": "结果名称",
    },
    required=("code", "name", "modes", "days", "result"),
)
EXAMPLE = {
    "code": "TB-001",
    "name": "企业设立登记",
    "modes": "全程网办、代收代办",
    "papers": "登记申请书、住所证明",
    "days": "3",
    "result": "营业执照",
}
_WORDS = {mode.label: mode.value for mode in Mode}
_LISTS = ("modes", "zones", "papers")


def read(cells: Cells) -> dict[str, Any]:
    """An item as the API takes it; an empty cell is a field left out."""
    filled = {name: text for name, text in cells.items() if text and name != "alliance"}
    parted = {name: listed(text) if name in _LISTS else text for name, text in filled.items()}
    return {"papers": []} | parted


def listed(text: str) -> list[str]:
    """The parts of a cell or field; ways by their names become the API's words."""
    parts = [part.strip() for part in text.replace("，", "、").replace(",", "、").split("、")]
    return [_WORDS.get(part, part) for part in parts if part]
