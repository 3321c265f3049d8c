"""The sheet of a duty roster: one row somebody's time on a day, for one topic or for all that they know. Pure."""

import re
from typing import Any

from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.registry.rules.columns import Cells, Layout

LAYOUT = Layout(
    columns={
        "department": "部门",
        "account": "账号",
        "day": "日期",
        "starts": "从",
        "ends": "到",
        "topic": "专接哪一类",
    },
    required=("department", "account", "day", "starts", "ends"),
    other_names={"登录名": "account", "开始": "starts", "结束": "ends", "类别": "topic"},
)
EXAMPLE = {
    "department": "区人力社保局",
    "account": "zhangwei",
    "day": "2026-12-01",
    "starts": "8:30",
    "ends": "12:00",
    "topic": TicketTopic.WAGES.label,
}
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})[:：](\d{2})(?::00)?")
_TOPICS = {one.label: one.value for one in TicketTopic}


def read(cells: Cells) -> dict[str, Any]:
    """A row as the wire shape of a shift, however days and times are written; what can't be read the shape refuses."""
    topic = cells.get("topic", "").strip()
    return {
        "day": _DAY.sub(
            lambda found: f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}", cells["day"].strip()
        ),
        "starts": _clock(cells["starts"]),
        "ends": _clock(cells["ends"]),
        "topic": _TOPICS.get(topic, topic) or None,
    }


def _clock(text: str) -> str:
    return _TIME.sub(lambda found: f"{int(found[1]):02d}:{found[2]}", text.strip())
