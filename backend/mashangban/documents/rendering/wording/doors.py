"""The words of a sheet of door codes."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.home_forms import DoorSheet


def door_sheet(data: DoorSheet) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    return {
        "title": "门牌码",
        "estate": data["estate_name"],
        "part": f"{data['part']}，共 {len(data['doors'])} 户",
        "builder": data["builder_name"],
        "labels": [door["label"] for door in data["doors"]],
        "hint": "扫码绑定房屋、看资料、报修",
        "made_on": amounts.day(data["made_on"]),
    }
