"""The words of a claim's form."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.claim_forms import ClaimFact, ClaimForm


def claim_form(data: ClaimForm) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    amount = data["amount_fen"]
    basis = "按政策和部门数据算出" if data["reckoned"] else "由申报单位填写，以审核为准"
    return {
        "title": "政策申报表",
        "subtitle": data["policy_title"],
        "number_label": "申报编号",
        "subject": [
            ["申报单位", data["enterprise_name"]],
            ["统一社会信用代码", data["uscc"]],
            ["申报政策", f"{data['policy_title']}（第{data['edition']}版）"],
            ["办理方式", data["mode"]],
            ["主管部门", data["department"]],
        ],
        "money": [
            ["申请金额", amounts.yuan(amount)],
            ["大写", amounts.capitals(amount)],
            ["金额依据", basis],
            ["收款账户", f"{data['enterprise_name']}，{data['bank']}，尾号{data['account_tail']}"],
        ],
        "verdict": f"按下列数据，政策条件：{data['verdict']}。",
        "facts": [_fact(one) for one in data["facts"]],
        "papers": [f"{one['name']}（{one['files']}份）" for one in data["papers"]],
        "promise": data["promise"],
        "enterprise_name": data["enterprise_name"],
        "operator": f"经办人：{data['operator_name']}",
        "made_on": amounts.day(data["made_on"]),
    }


def _fact(one: ClaimFact) -> list[str]:
    source = f"{one['department']} · {one['source']}" if one["source"] else one["department"]
    return [one["name"], one["words"], source, amounts.day(one["stated_on"])]
