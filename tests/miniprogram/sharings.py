"""Who looked at somebody's forms, as the stand-in service answers: one that was seen, one to which nobody came."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.screen import Screen
from tests.miniprogram.world import TIMES, Answer, Json

_SEEN: Json = {
    "id": "sh1", "form_label": "网上办事", "state_label": "已结束", "offered_at": TIMES[0], "joined_at": TIMES[0],
    "ended_at": TIMES[0], "helper": "浙江省杭州市西湖区 县区监管 余*强", "ended": "本人已提交",
}  # fmt: skip
_UNUSED: Json = {
    **_SEEN, "id": "sh2", "form_label": "登记工资卡", "joined_at": None, "helper": "", "ended": "号码过期，没有人来看",
}  # fmt: skip


def _step(place: int, label: str, by: str, field: str = "") -> Json:
    return {"at": TIMES[0], "label": label, "by_label": by, "field": field, "hash": str(place)}


TRACE: Json = {
    "row": _SEEN,
    "seen": ["营业执照", "店名"],
    "steps": [_step(1, "工作人员提议", "县区监管", "店名"), _step(2, "本人采用", "本人", "店名")],
}
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/assistance/sharings", lambda w: page_of(_SEEN, _UNUSED)),
    ("GET", r"/v1/assistance/sharings/sh1/trace", lambda w: Answer(200, TRACE)),
]
SCREENS = {"sharings": Screen("assistance/pages/sharings/index", "没有人来看")}
