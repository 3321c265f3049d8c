"""The sheet of policies: one row an item, its lists in one cell each. Pure."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from mashangban.domains.policies.rules import written
from mashangban.domains.policies.rules.conditions.facts import Catalogue
from mashangban.domains.policies.rules.values import WrongValue
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import AwardKind, CreditRule, MaterialSource, Mode
from mashangban.domains.policies.terms.licences import LicenceType
from mashangban.registry.rules.columns import Cells, Layout

LAYOUT = Layout(
    columns={
        "region": "地区代码",
        "title": "名称",
        "number": "文号",
        "department": "部门",
        "basis": "政策依据",
        "summary": "一句话说明",
        "audience": "适用对象",
        "condition": "条件",
        "mode": "兑现方式",
        "kind": "奖补方式",
        "amount": "金额",
        "rate": "比例",
        "base": "计算指标",
        "cap": "封顶",
        "tiers": "分档",
        "valid_from": "有效期起",
        "valid_until": "有效期止",
        "opens_on": "申报开始",
        "closes_on": "申报截止",
        "tags": "标签",
        "shared": "共享材料",
        "licences": "电子证照",
        "uploads": "上传材料",
        "met": "符合的例子",
        "unmet": "不符合的例子",
        "steps": "办理步骤",
        "payment": "拨付方式",
        "phone": "咨询电话",
        "review_days": "办理时限",
        "budget": "总额度",
        "exclusive": "不可兼得组",
        "credit": "信用规则",
        "publicity_days": "公示天数",
    },
    required=("region", "title", "department", "mode", "kind", "valid_from", "opens_on"),
    other_names={
        **dict.fromkeys(("政策名称", "事项名称"), "title"),
        **dict.fromkeys(("主管部门", "责任部门"), "department"),
        **dict.fromkeys(("享受方式", "办理方式"), "mode"),
        **dict.fromkeys(("电话", "联系电话"), "phone"),
        **dict.fromkeys(("预算", "资金总额"), "budget"),
    },
)
_PLAIN = (
    *("region", "title", "number", "basis", "summary", "audience", "condition"),
    *("steps", "payment", "phone", "exclusive"),
)
_DAYS = ("valid_from", "valid_until", "opens_on", "closes_on")
_WHOLE = ("review_days", "publicity_days")
_PARTS = re.compile(r"[；;\n]")


class WrongCell(Exception):
    """A cell that can't be read: the column's field, and why."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name = name
        self.why = why


def read(cells: Cells, catalogue: Catalogue) -> tuple[dict[str, Any], list[WrongCell]]:
    """A row as the wire shape of a policy, and every cell that can't be read."""
    found: dict[str, Any] = {name: cells[name] for name in _PLAIN if cells.get(name)}
    found |= {name: written.day(cells[name]) for name in _DAYS if cells.get(name)}
    found |= {name: cells[name] for name in _WHOLE if cells.get(name)}
    wrong: list[WrongCell] = []

    def take(name: str, make: Callable[[], Any]) -> Any:
        try:
            return make()
        except WrongCell as refused:
            wrong.append(refused)
        except WrongValue as refused:
            wrong.append(WrongCell(name, str(refused)))
        return None

    found["department"] = take("department", lambda: _choice(cells, "department", Department))
    found["mode"] = take("mode", lambda: _choice(cells, "mode", Mode))
    if cells.get("credit"):
        found["credit"] = take("credit", lambda: _choice(cells, "credit", CreditRule))
    if cells.get("budget"):
        found["budget"] = take("budget", lambda: _fen(cells, "budget"))
    found["award"] = take("kind", lambda: _award(cells))
    found["tags"] = _list(cells, "tags")
    found["materials"] = take("shared", lambda: _materials(cells))
    found["cases"] = take("met", lambda: _cases(cells, catalogue))
    return found, wrong


def codes(cells: Cells) -> set[str]:
    """The facts that a row's examples name; the condition's own are found by reading it."""
    found: set[str] = set()
    for name in ("met", "unmet"):
        for line in _lines(cells.get(name, "")):
            found |= {part.partition("=")[0].strip() for part in _PARTS.split(_named(line)[1])}
    return found - {""}


def _choice(cells: Cells, name: str, kind: type[StrEnum]) -> str:
    text = cells.get(name, "")
    known: dict[str, str] = {getattr(one, "label", one.value): one.value for one in kind}
    if text in known.values():
        return text
    if text not in known:
        raise WrongCell(name, f"{LAYOUT.columns[name]}只能写{'、'.join(known)}")
    return known[text]


def _fen(cells: Cells, name: str) -> int:
    found = written.fen(cells.get(name) or "0")
    if isinstance(found, str):
        raise WrongCell(name, f"“{found[:20]}”不是金额，请写成 10000 或 1万元")
    return found


def _award(cells: Cells) -> dict[str, Any]:
    found = {"kind": _choice(cells, "kind", AwardKind), "base": cells.get("base", "")}
    amounts = {"amount": _fen(cells, "amount"), "cap": _fen(cells, "cap")}
    return {**found, **amounts, "rate": _rate(cells), "tiers": [_tier(one) for one in _list(cells, "tiers")]}


def _rate(cells: Cells) -> int:
    """Ten-thousandths: 3% is 300."""
    text = cells.get("rate", "").removesuffix("%")
    if text and not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text, re.ASCII):
        raise WrongCell("rate", "比例请写成 3% 或 0.5%")
    whole, _, rest = text.partition(".")
    return int(whole or 0) * 100 + int(rest.ljust(2, "0") or 0)


def _tier(text: str) -> dict[str, int]:
    """`1000万元=5万元` or `50=5万元`: from this much on, this amount."""
    start, sign, amount = text.replace("：", "=").replace(":", "=").partition("=")
    step = written.fen(start) if start.endswith(("元", "分")) else start.strip()
    worth = written.fen(amount.strip())
    if not sign or isinstance(worth, str) or (isinstance(step, str) and not step.isdecimal()):
        raise WrongCell("tiers", f"“{text[:30]}”看不懂，请写成 1000万元=5万元")
    return {"at_least": int(step), "amount": worth}


def _materials(cells: Cells) -> list[dict[str, str]]:
    shared = [one.partition("=") for one in _list(cells, "shared")]
    found = [{"name": name, "source": MaterialSource.SHARED.value, "fact": code} for name, _, code in shared]
    found += [_licence(one) for one in _list(cells, "licences")]
    return found + [{"name": one, "source": MaterialSource.UPLOAD.value} for one in _list(cells, "uploads")]


def _licence(text: str) -> dict[str, str]:
    """`营业执照` or `企业资质=建筑业企业资质证书`: the paper's name, and the kind of licence that it is."""
    name, _, kind = (one.strip() for one in text.replace("＝", "=").partition("="))
    known = {one.label: one.value for one in LicenceType}
    if (kind or name) not in known:
        raise WrongCell("licences", f"“{(kind or name)[:20]}”不是登记过的证照，只能写{'、'.join(known)}")
    return {"name": name, "source": MaterialSource.LICENCE.value, "licence": known[kind or name]}


def _cases(cells: Cells, catalogue: Catalogue) -> list[dict[str, Any]]:
    found = []
    for column, expected in (("met", Answer.YES), ("unmet", Answer.NO)):
        for line in _lines(cells.get(column, "")):
            name, facts = _named(line)
            try:
                given = written.example(facts, catalogue)
            except WrongValue as refused:
                raise WrongCell(column, str(refused)) from refused
            found.append({"name": name or expected.label, "facts": given, "expected": expected.value})
    return found


def _named(line: str) -> tuple[str, str]:
    """`达标：tax.revenue=500万元` as its name and its facts."""
    name, sign, facts = line.partition("：")
    return (name.strip(), facts) if sign else ("", line)


def _lines(text: str) -> list[str]:
    return [one for one in map(str.strip, text.splitlines()) if one]


def _list(cells: Cells, name: str) -> list[str]:
    return [one for one in map(str.strip, _PARTS.split(cells.get(name, ""))) if one]
