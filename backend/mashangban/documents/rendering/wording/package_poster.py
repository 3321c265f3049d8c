"""The words of the poster that brings people to a life-event package."""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.guide_forms import PackagePoster, PosterHall

STEPS = (
    {"icon": "scan", "heading": "扫一扫", "text": "打开微信，对准这个码"},
    {"icon": "person", "heading": "答几个问题", "text": "按自己的情况点一点"},
    {"icon": "sign", "heading": "照着清单办", "text": "去哪里、带什么，都写好了"},
)
# More names than these no poster holds in letters that are read from two metres.
_NAMED = 5


def package_poster(data: PackagePoster) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    cards = data["cards"]
    rest = f"等 {len(cards)} 件事" if len(cards) > _NAMED else ""
    return {
        "paper": data["paper"],
        "title": data["name"],
        "lead": data["lead"],
        "region": data["region_name"],
        "steps": list(STEPS),
        "cards": "、".join(cards[:_NAMED]) + rest,
        "halls": [_hall(one) for one in data["halls"]],
        "phone": data.get("phone", ""),
        "updated_on": amounts.day(data["updated_on"]),
    }


def _hall(one: PosterHall) -> dict[str, str]:
    return {"name": one["name"], "address": one.get("address", ""), "hours": one.get("hours", "")}
