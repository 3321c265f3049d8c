"""The words of a pay slip (条例第15条: a list of the wages with each payment)."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.forms import PaySlip, SlipItem


def pay_slip(data: PaySlip) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    year, month = data["month"].split("-")
    work = {
        "label": "计酬",
        "words": f"{data['quantity']} × {amounts.yuan(data['rate_fen'])}",
        "amount": amounts.yuan(data["base_fen"]),
    }
    return {
        "title": "工资条",
        "subtitle": f"{int(year)}年{int(month)}月",
        "number_label": "工资条编号",
        "employer": [
            ["用人单位", data["employer_name"]],
            ["工程项目", data["project_name"]],
            ["班组", data["team_name"]],
        ],
        "worker": [
            ["姓名", data["worker_name"]],
            ["工种", data["trade_name"]],
            ["劳动合同", data["contract_number"]],
            ["考勤", data["attended"]],
            ["收款银行卡", data["bank"]],
            ["到账日期", amounts.day(data["paid_on"])],
        ],
        "lines": [work, *(_line(item) for item in data["items"])],
        "amount": amounts.yuan(data["amount_fen"]),
        "capitals": amounts.capitals(data["amount_fen"]) if data["amount_fen"] > 0 else "零元整",
        "notes": [
            f"核对情况：{data['confirmed']}。",
            "金额有疑问，请在码上办里反映，或拨打告示牌上的维权电话。银行卡由本人保管，任何人不得扣留。",
        ],
    }


def _line(item: SlipItem) -> dict[str, str]:
    sign = "−" if item["fen"] < 0 else ""
    return {
        "label": item["label"],
        "words": item["words"] or "双方约定",
        "amount": f"{sign}{amounts.yuan(abs(item['fen']))}",
    }
