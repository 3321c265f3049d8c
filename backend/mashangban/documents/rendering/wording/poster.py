"""The words of the rights notice at the site gate, 保障农民工工资支付条例第34条."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.forms import MinimumWage, PosterParty, SitePoster

STEPS = (
    {"icon": "scan", "heading": "扫一扫", "text": "打开微信，对准右边的码"},
    {"icon": "person", "heading": "实名登记", "text": "填姓名和身份证号码"},
    {"icon": "sign", "heading": "看合同，签名", "text": "看清单价和发薪日再签字"},
)


def site_poster(data: SitePoster) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    clerk = data["labour_clerk"]
    return {
        "title": "农民工工资维权信息告示牌",
        "project_name": data["project_name"],
        "project_address": data["project_address"],
        "team": data["team_name"],
        "employer": f"{data['employer_name']}　班组长 {data['team_leader']}",
        "steps": list(STEPS),
        "parties": [_party(party) for party in data["parties"]],
        "labour_clerk": f"{clerk['name']} {clerk.get('phone', '')}".strip(),
        "pay_day": f"每月 {data['pay_day']} 日",
        "minimum_wage": _minimum(data["minimum_wage"]),
        "minimum_region": data["minimum_wage"]["region_name"],
        "channels": [dict(channel) for channel in data["channels"]],
        "updated_on": amounts.day(data["updated_on"]),
        "rights": [
            "先签合同，再进场干活",
            "工资进本人卡，谁都不能扣卡",
            "工资不对先别点确认",
        ],
    }


def _party(party: PosterParty) -> list[str]:
    contact = "　".join(part for part in (party.get("contact"), party.get("phone")) if part)
    return [party["role"], party["name"], contact]


def _minimum(wage: MinimumWage) -> list[str]:
    rows = [f"{_plain(wage['monthly_fen'])}元/月"]
    if "hourly_fen" in wage:
        rows.append(f"{_plain(wage['hourly_fen'])}元/小时")
    return rows


def _plain(fen: int) -> str:
    return f"{fen // 100:,}" if fen % 100 == 0 else f"{fen // 100:,}.{fen % 100:02d}"
