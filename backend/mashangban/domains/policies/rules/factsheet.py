"""The sheet of facts: one row a fact of an enterprise, as a department keeps them. Pure."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.policies.rules import written
from mashangban.registry.rules.columns import Cells, Layout, RowError

LAYOUT = Layout(
    columns={
        "uscc": "统一社会信用代码",
        "code": "指标代码",
        "value": "数值",
        "stated_on": "数据日期",
        "valid_until": "有效期至",
        "source": "来源",
    },
    required=("uscc", "code", "value", "stated_on", "source"),
    other_names={
        **dict.fromkeys(("信用代码", "社会信用代码"), "uscc"),
        **dict.fromkeys(("指标", "代码"), "code"),
        **dict.fromkeys(("值", "指标值"), "value"),
        **dict.fromkeys(("日期", "统计日期"), "stated_on"),
        **dict.fromkeys(("有效期", "失效日期"), "valid_until"),
        **dict.fromkeys(("数据来源", "来源表"), "source"),
    },
)
_MOST = {"uscc": 18, "code": 80, "source": 60}
_DAYS = ("stated_on", "valid_until")


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row, read as far as it can be without knowing the fact."""

    row: int
    uscc: str
    code: str
    value: str
    stated_on: date
    valid_until: date | None
    source: str


def read(row: int, cells: Cells) -> FactRow | list[RowError]:
    """One row's texts, or everything that is wrong with them."""
    empty = (name for name in LAYOUT.required if not cells.get(name))
    found = [wrong(row, name, f"{LAYOUT.columns[name]}没有填") for name in empty]
    long = ((name, most) for name, most in _MOST.items() if len(cells.get(name, "")) > most)
    found += [wrong(row, name, f"{LAYOUT.columns[name]}最多 {most} 个字") for name, most in long]
    days = {name: _day(row, name, cells.get(name, ""), found) for name in _DAYS}
    stated_on = days["stated_on"]
    if found or stated_on is None:
        return found
    texts = {name: cells[name] for name in ("uscc", "code", "value", "source")}
    return FactRow(row, stated_on=stated_on, valid_until=days["valid_until"], **texts)


def _day(row: int, name: str, text: str, found: list[RowError]) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(written.day(text))
    except ValueError:
        found.append(wrong(row, name, "日期看不懂，请写成 2026-01-31"))
        return None


def wrong(row: int, name: str, message: str) -> RowError:
    """What is wrong in a cell, by the name its column carries."""
    return RowError(row, LAYOUT.columns[name], message)
