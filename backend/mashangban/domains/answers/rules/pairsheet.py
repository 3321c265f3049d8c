"""The sheet of pairs: one row a pair, its other ways of asking in one cell. Pure."""

import re
from typing import Any

from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.registry.rules.columns import Cells, Layout

LAYOUT = Layout(
    columns={
        "region": "地区代码",
        "department": "部门",
        "question": "问题",
        "titles": "其他问法",
        "answer": "答案",
        "source": "依据",
        "clause": "条款",
        "link": "链接",
        "valid_from": "有效期起",
        "valid_until": "有效期止",
    },
    required=("department", "question", "answer", "source", "valid_from"),
    other_names={
        **dict.fromkeys(("标题", "提问"), "question"),
        **dict.fromkeys(("回答", "答复"), "answer"),
        **dict.fromkeys(("责任部门", "主管部门"), "department"),
        **dict.fromkeys(("出处", "来源"), "source"),
    },
)
EXAMPLE = {
    "region": "330110",
    "department": "人力资源社会保障部门",
    "question": "老板拖欠工资怎么办",
    "titles": "不发工钱找谁；欠薪怎么投诉",
    "answer": "到工地所在地的人力资源社会保障局投诉，也可以打 12333。",
    "source": "保障农民工工资支付条例",
    "clause": "第十条",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
}
_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?", re.ASCII)
_PARTS = re.compile(r"[；;\n]")
_NAMED = {one.label: one.value for one in AnswerDepartment}


def read(cells: Cells) -> dict[str, Any]:
    """A row as the wire shape of a pair; what can't be read stays as it is, for the shape to refuse."""
    found: dict[str, Any] = {name: text.strip() for name, text in cells.items() if text.strip()}
    for name in ("valid_from", "valid_until"):
        if name in found:
            found[name] = _day(found[name])
    if "department" in found:
        found["department"] = _NAMED.get(found["department"], found["department"])
    if "titles" in found:
        found["titles"] = [one for one in map(str.strip, _PARTS.split(found["titles"])) if one]
    return found


def _day(text: str) -> str:
    found = _DAY.fullmatch(text.split(" ")[0])
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else text
