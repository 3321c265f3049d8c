"""The words of a matter's papers. Remedies: 行政复议法 (2023) Art. 20, 行政诉讼法 (2017) Art. 46."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.matter_forms import MatterPaper

_TITLES = {
    "receipt": "收件凭证",
    "acceptance": "受理通知书",
    "supplement": "一次性补正告知书",
    "refusal": "不予受理决定书",
    "decision": "办理结果决定书",
}
_REMEDY = (
    "对决定不服的，可以自收到之日起 60 日内申请行政复议（行政复议法第二十条），"
    "也可以自收到之日起 6 个月内向人民法院提起行政诉讼（行政诉讼法第四十六条）。"
)


def matter_paper(data: MatterPaper) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    return {
        "title": _title(data),
        "subtitle": data["department"],
        "number_label": "文书编号",
        "applicant": data["applicant"],
        "facts": [
            ["事项", f"{data['item']}（办事指南第{data['edition']}版）"],
            ["事项编码", data["code"]],
            *data["times"],
        ],
        "body": _body(data),
        "said": [line for line in data["said"] if line],
        "after": _after(data),
        "papers": [list(one) for one in data["papers"]],
        "remedy": _REMEDY if data["kind"] in ("refusal", "decision") else "",
        "contacts": _contacts(data),
        "department": data["department"],
        "made_on": amounts.day(data["made_on"]),
    }


def _title(data: MatterPaper) -> str:
    """The statutory name where there is one (行政许可法 Art. 38)."""
    if data["kind"] != "decision" or not data["permit"]:
        return _TITLES[data["kind"]]
    return "准予行政许可决定书" if data["granted"] else "不予行政许可决定书"


def _body(data: MatterPaper) -> list[str]:
    asked = f"您申请的“{data['item']}”，"
    match data["kind"]:
        case "receipt":
            return [
                "您提交的下列材料已经收到。收到不等于受理。",
                f"我们会在{data['due']}受理、告知您要补什么，或者说明为什么不受理。到时没有告知的，自收到之日起就算受理。",
            ]
        case "acceptance":
            silent = "因收到申请后五个工作日内没有告知，自收到之日起即为受理。"
            return [asked + (silent if data["silent"] else "经审查，决定受理。")]
        case "supplement":
            return [asked + "下列内容要补正。这是一次告知的全部内容，以后不会再要别的："]
        case "refusal":
            return [asked + "决定不予受理。理由和依据："]
        case "decision":
            return [asked + ("经审查，决定批准。" if data["granted"] else "经审查，决定不批准。")]


def _after(data: MatterPaper) -> list[str]:
    match data["kind"]:
        case "acceptance":
            return [f"我们会在{data['due']}作出决定。依法需要听证、检测、专家评审的时间不算在内。"]
        case "supplement":
            return [
                f"请在{data['due']}补交。补齐之前不计时，补齐后我们在五个工作日内答复。",
                "到期没有补的，算您撤回申请；您的材料还留在手机上，可以重新申请。",
            ]
        case "decision" if data["basis"]:
            return [f"依据：{'；'.join(data['basis'])}。"]
        case _:
            return []


def _contacts(data: MatterPaper) -> str:
    parts = (("咨询", data["phone"]), ("投诉", data["complaints"]))
    return "，".join(f"{label}电话 {number}" for label, number in parts if number)
