"""The words of an evidence pack: one month's unpaid wages from attendance to chain."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.forms import ArrearsEvidence


def arrears_evidence(data: ArrearsEvidence) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    halves = sum(day["halves"] for day in data["days"])
    return {
        "title": "欠薪证据材料",
        "subtitle": f"投诉编号 {data['complaint_number']}",
        "number_label": "材料编号",
        "facts": [
            ["劳动合同编号", data["contract_number"]],
            ["工程项目", data["project_name"]],
            ["班组", data["team_name"]],
            ["用人单位", data["employer_name"]],
            ["总包单位", data["general_contractor"]],
            ["约定工资", data["pay"]],
            ["欠薪月份", f"{int(data['month'][:4])}年{int(data['month'][5:])}月"],
            ["已知出勤", f"{halves // 2}天半" if halves % 2 else f"{halves // 2}天"],
            ["按合同估算", amounts.yuan(data["estimated_fen"]) if data["estimated_fen"] else "以工资单为准"],
        ],
        "days": [_day(day["day"], day["halves"]) for day in data["days"]],
        "lines": [[line["at"], line["label"], amounts.yuan(line["amount_fen"])] for line in data["lines"]],
        "steps": list(data["steps"]),
        "payers": [[one["who"], one["duty"], one["article"]] for one in data["payers"]],
        "chain": [[one["at"], one["label"], one["hash"]] for one in data["chain"]],
        "made_on": amounts.day(data["made_on"]),
    }


def _day(iso: str, halves: int) -> str:
    return f"{int(iso[5:7])}月{int(iso[8:])}日{'（半天）' if halves == 1 else ''}"
