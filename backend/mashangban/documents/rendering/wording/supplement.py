"""The words of a supplement, a change or an end of a contract."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.rendering.wording.contract import employer_rows, site_rows, worker_rows
from mashangban.documents.schemas.forms import ContractSupplement

# Title, opening sentence and closing sentence of each kind, with the article they rest on.
KINDS = {
    "supplement": (
        "劳动合同补充协议",
        "双方在平等自愿、协商一致的基础上，对原合同补充约定如下。",
        "本协议是原合同的组成部分；未涉及的内容仍按原合同履行。",
    ),
    "change": (  # 劳动合同法第35条
        "劳动合同变更协议",
        "双方依照《中华人民共和国劳动合同法》第三十五条协商一致，对原合同变更如下。",
        "原合同中与本协议不一致的，以本协议为准；未变更的内容仍按原合同履行。",
    ),
    "end": (  # 劳动合同法第36、44、50条; 条例第十二至十五条
        "劳动合同终止协议",
        "双方依照《中华人民共和国劳动合同法》就结束原合同达成一致如下。",
        "甲方应当在办结工作交接时一次性结清乙方工资，出具终止劳动合同的证明；本协议不影响乙方追索未付工资的权利。",
    ),
}


def contract_supplement(data: ContractSupplement) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    title, opening, closing = KINDS[data["kind"]]
    return {
        "title": title,
        "subtitle": f"原劳动合同编号 {data['contract_number']}",
        "number_label": "协议编号",
        "employer": employer_rows(data["employer"]),
        "worker": worker_rows(data["worker"]),
        "site": site_rows(data["site"]),
        "intro": f"双方于{amounts.day(data['contract_sealed_on'])}订立劳动合同（编号 {data['contract_number']}，"
        f"以下称原合同）。{opening}",
        "reason": amounts.sentence(data["reason"]),
        "effective_on": amounts.day(data["effective_on"]),
        "changes": data["changes"],
        "text": amounts.sentence(data["text"]) if data.get("text") else "",
        "closing": closing,
        "employer_name": data["employer"]["name"],
        "worker_name": data["worker"]["name"],
        "offered_on": amounts.day(data["offered_on"]),
    }
