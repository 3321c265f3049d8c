"""The words of a household inspection report."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.home_forms import HomeInspection, MeasuredLine


def home_inspection(data: HomeInspection) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    return {
        "title": data["title"],
        "subtitle": f"{data['estate_name']} {data['home']}",
        "number_label": "报告编号",
        "facts": [
            ["小区", data["estate_name"]],
            ["房屋", f"{data['home']}（{data['house_type']}）"],
            ["检查表", data["list_name"]],
            ["轮次", "初验" if data["round"] == 1 else f"复查（第{data['round']}次）"],
            ["结论", data["result"]],
        ],
        "observed": [[one["room"], one["item"], one["verdict"], one["note"]] for one in data["observed"]],
        "measured": [_measured(one) for one in data["measured"]],
        "signatures": [[one["capacity"], one["unit"], one["name"], one["at"]] for one in data["signatures"]],
        "sources": list(data["sources"]),
        "digest": data["digest"],
        "made_on": amounts.day(data["made_on"]),
    }


def _measured(one: MeasuredLine) -> list[str]:
    values = "、".join(str(value) for value in one["values"])
    found = f"偏差{one['deviation']:+d}，极差{one['spread']}"
    return [one["room"], one["item"], str(one["design"]), values, found, one["allowed"], one["verdict"]]
