"""Guides, as the stand-in service answers: two items of a county, one of them whole."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.world import Answer, Json, World

_FOOD: Json = {
    "id": "gi1", "name": "食品经营许可（餐饮服务）", "region": "330106", "region_name": "浙江省杭州市西湖区",
    "department": "西湖区市场监督管理局", "promised_days": 5, "visits": 1, "online": True, "in_force": True,
}  # fmt: skip
_CARD: Json = {
    "id": "gi2", "name": "社会保障卡补办", "region": "3301", "region_name": "浙江省杭州市",
    "department": "杭州市人力资源和社会保障局", "promised_days": 0, "visits": 0, "online": True, "in_force": True,
}  # fmt: skip
ITEM: Json = {
    "id": "gi1", "code": "11330106002490000X4330125001000", "region": "330106", "region_name": "浙江省杭州市西湖区",
    "edition": 2, "published_on": "2026-11-20", "digest": "a" * 64, "in_force": True, "kind_label": "行政许可",
    "level_label": "区县级", "audience_labels": ["个体工商户", "企业"], "theme_labels": ["开店办企业"],
    "content": {
        "name": _FOOD["name"], "words": ["开饭店"], "kind": "01", "level": "district",
        "department": _FOOD["department"], "audience": ["trader", "company"], "themes": ["business"],
        "basis": [{"law": "中华人民共和国食品安全法", "article": "第三十五条"}],
        "conditions": "有固定的经营场所，能说清楚油烟、污水怎么处理。",
        "materials": [
            {"name": "营业执照", "need": "required", "form": "either", "originals": 1, "copies": 0,
             "source": "office", "licence": "营业执照", "note": ""},
            {"name": "从业人员健康证", "need": "required", "form": "paper", "originals": 0, "copies": 1,
             "source": "other", "licence": "", "note": "后厨和服务员每人一份"},
        ],
        "steps": [
            {"name": "提交申请", "who": "本人", "days": 0, "note": ""},
            {"name": "看现场、审查", "who": "市场监管所", "days": 5, "note": "材料不齐会一次说清"},
        ],
        "legal_days": 20, "promised_days": 5, "visits": 1, "fee_fen": 0, "fee_note": "",
        "places": [{"name": "西湖区政务服务中心", "address": "文三路 1 号", "window": "3 号窗口",
                    "hours": "工作日 9:00-17:00", "hall_id": "ha1"}],
        "online": "浙里办搜“食品经营许可”", "phone": "0571-12345", "complaints": "12345",
        "result": "食品经营许可证", "valid_from": "2026-01-01", "valid_until": None,
    },
}  # fmt: skip


def listed(world: World) -> Answer:
    """By a word or by a theme; every list of another theme is empty."""
    asked = world.queries["/v1/guides/items"]
    word, theme = asked.get("word", ""), asked.get("theme", "")
    if word:
        return page_of(*(one for one in (_FOOD, _CARD) if word in str(one["name"])))
    return page_of(*([] if theme not in ("", "business") else [_FOOD] if theme else [_FOOD, _CARD]))


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/guides/items", listed),
    ("GET", r"/v1/guides/items/gi1", lambda w: Answer(200, ITEM)),
]
