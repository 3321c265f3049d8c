"""An office's work before anybody can claim: a sheet of policies comes in, each is published, each gets its budget."""

import re
from datetime import timedelta
from typing import Any

from playwright.sync_api import expect

from mashangban.domains.policies.rules.policysheet import LAYOUT
from mashangban.registry import sheets
from tests.e2e.office import Office
from tests.e2e.world import World

COUNTY = "330203"
BUDGET_YUAN = 5_000_000
# One policy of each mode; whoever insures anybody meets all four.
OFFERED, AT_ONCE, PROMISED, ORDINARY = (
    "用工大户直达红包",
    "用工大户当场奖励",
    "用工大户承诺补贴",
    "用工大户项目补助",
)
_OWN: dict[str, dict[str, str]] = {
    OFFERED: {"mode": "免申即享", "amount": "2万元"},
    AT_ONCE: {"mode": "即申即享", "amount": "5万元"},
    PROMISED: {"mode": "承诺兑现", "amount": "3万元", "publicity_days": "1"},
    ORDINARY: {"mode": "申报审核", "amount": "8万元", "publicity_days": "0", "uploads": "项目说明"},
}


def publish(desk: Office) -> dict[str, str]:
    """From the office's sheet to published and funded policies: their ids by title."""
    _import(desk, _sheet(desk.world))
    found = {title: _published(desk, title) for title in _OWN}
    for policy_id in found.values():
        _fund(desk, policy_id)
    return found


def _sheet(world: World) -> bytes:
    """The sheet as the office fills it in."""
    rows = [_row(world, title, own) for title, own in _OWN.items()]
    head = tuple(rows[0])
    cells = [tuple(row[name] for name in head) for row in rows]
    return sheets.write(sheets.XLSX, tuple(LAYOUT.columns[name] for name in head), cells)


def _row(world: World, title: str, own: dict[str, str]) -> dict[str, str]:
    def day(after: int) -> str:
        return str(world.today + timedelta(days=after))

    return {
        "region": COUNTY, "title": title, "number": "海政办〔2026〕66号", "department": "人力资源和社会保障局",
        "basis": "海曙区就业条例第三条", "summary": "有人参保的企业，给一次奖励。", "audience": "在海曙区参保的企业",
        "condition": "hr.insured >= 1", "kind": "定额", "valid_from": day(-9), "opens_on": day(-5),
        "closes_on": day(60), "tags": "规模:规上", "met": "达标：hr.insured=3", "unmet": "没人参保：hr.insured=0",
        "steps": "网上申报。部门审核后拨款。", "payment": "打到企业对公账户", "phone": "0574-12345678",
        "review_days": "5", "budget": "1000万元", "publicity_days": "", "uploads": "",
    } | own  # fmt: skip


def _import(desk: Office, content: bytes) -> None:
    desk.open(f"/console/policies/imports/new?kind=policies&region={COUNTY}")
    file: Any = {"name": "用工政策.xlsx", "mimeType": sheets.XLSX, "buffer": content}
    desk.page.set_input_files("#file", file)
    desk.sees(f"共 {len(_OWN)} 行，都检查过了，没有问题")
    desk.confirm("确认导入", "确认导入")
    desk.sees(f"共 {len(_OWN)} 行，已写入")


def _published(desk: Office, title: str) -> str:
    desk.open(f"/console/policies/items?region={COUNTY}&shelf=drafted")
    desk.page.get_by_role("link", name=title).first.click()
    desk.confirm(re.compile(r"^\s*发布$"), "发布")
    desk.sees("已发布，企业现在就能看到")
    return desk.page.url.partition("?")[0].rsplit("/", 1)[-1]


def _fund(desk: Office, policy_id: str) -> None:
    desk.open(f"/console/claiming/budgets/{policy_id}")
    desk.page.get_by_label("预算总额").fill(str(BUDGET_YUAN))
    desk.page.get_by_role("button", name="登记预算").click()
    expect(desk.page.get_by_text("预算已登记")).to_be_visible()
