"""Wages in the small world: a month in each state that a page shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.miniprogram.world import TIMES, Answer, Json, World

NAMED = {"id": "x", "name": "滨江之星三期工程"}


def line(identity: str, state: str, label: str, *actions: str, **more: Any) -> Json:
    """A line whole, as its worker sees it."""
    given = {
        "id": identity,
        "table_id": "t1",
        "month": "2026-10",
        "state": state,
        "state_label": label,
        "project": NAMED,
        "employer": {"id": "e1", "name": "杭州某某建筑劳务有限公司"},
        "team": {"id": "t1", "name": "钢筋一班"},
        "trade_name": "钢筋工",
        "name_masked": "张*国",
        "amount_fen": 762_000,
        "halves": 44,
        "formula": "22天 × 360元 + 加班 200元 − 借支 500元 = 7,620元",
        "unconfirmed": True,
        "assisted": False,
        "insisted": False,
        "changed": False,
        "contract_id": "c3",
        "contract_number": "HT-20261001-7K3M9QTB-X",
        "revision": 1,
        "basis": "计天",
        "unit": "天",
        "rate_fen": 36_000,
        "quantity_milli": 22_000,
        "attended_halves": 44,
        "items": [
            {"kind": "overtime", "words": "国庆值守", "amount_fen": 20_000},
            {"kind": "advance", "words": "", "amount_fen": 50_000},
        ],
        "note": "",
        "plain": [
            "这个月干了22天，每天360元，合计7,920元。",
            "加上加班200元。",
            "减去借支500元。",
            "应发7,620元。",
        ],
        "previous_fen": 720_000,
        "previous_words": "上个月7,200元、20天，这个月多420元。",
        "findings": [],
        "changes": [],
        "objections": [],
        "money": {
            "bank": "中国建设银行",
            "card_masked": "**** 6789",
            "attempt": 0,
            "reason": None,
            "slip_document_id": None,
        },
        "silence_note": None,
        "confirm_by_label": "11月6日（周五）24:00前" if state == "shown" else None,
        "actions": list(actions),
        "asked_at": TIMES[0],
        "version": 1,
    }
    return given | more


CHANGE = {
    "revision": 2,
    "at": TIMES[0],
    "reason": "查实漏记一天",
    "differences": ["数量：原来21天，改为22天", "应发：原来7,260元，改为7,620元"],
    "before_fen": 726_000,
    "after_fen": 762_000,
    "new": True,
}
OBJECTION = {
    "number": 1,
    "kind": "days",
    "kind_label": "天数（数量）不对",
    "at": TIMES[0],
    "reason": "10月3日到5日我上工了，没算进去",
    "answer": "打卡记录里这三天没有您，请补证据",
    "insisted": False,
    "open": True,
    "photos": [],
}


def furnish_wages(world: World) -> None:
    """A month in each state."""
    paid = {
        "bank": "中国建设银行",
        "card_masked": "**** 6789",
        "attempt": 1,
        "reason": None,
        "slip_document_id": "d9",
    }
    found = (
        line("w1", "shown", "等您核对", "confirm", "object"),
        line("w2", "shown", "等您核对", "confirm", "object", revision=2, changed=True, changes=[CHANGE]),
        line("w3", "objected", "您有异议", "confirm", "insist", objections=[OBJECTION]),
        line("w4", "paid", "已发到卡上", "say", money=paid, unconfirmed=False),
        line("w5", "objected", "您有异议", "answer", "change", objections=[OBJECTION | {"answer": None}]),
    )
    world.wages = {one["id"]: one for one in found}


def _done(world: World, one: str) -> Answer:
    now = world.wages[one]
    shown = ("id", "state", "state_label", "revision", "version")
    return Answer(200, {name: now[name] for name in shown})


def _mates(world: World) -> Answer:
    mates = [
        {
            "line_id": "w1",
            "name_masked": "李*根",
            "trade_name": "钢筋工",
            "state": "shown",
            "state_label": "待本人核对",
            "can_assist": True,
        },
        {
            "line_id": "w4",
            "name_masked": "赵*军",
            "trade_name": "钢筋工",
            "state": "confirmed",
            "state_label": "本人已确认",
            "can_assist": False,
        },
    ]
    return Answer(200, {"items": mates, "next_cursor": None})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    (
        "GET",
        r"/v1/wages/lines",
        lambda w: Answer(200, {"items": list(w.wages.values()), "next_cursor": None}),
    ),
    ("GET", r"/v1/wages/lines/([^/]+)", lambda w, one: Answer(200, w.wages[one])),
    ("POST", r"/v1/wages/lines/([^/]+)/(?:sight|confirmation|objection)", lambda w, one, b: _done(w, one)),
    ("POST", r"/v1/wages/lines/([^/]+)/assistance", lambda w, one, b: Answer(200, w.wages[one])),
    ("GET", r"/v1/wages/projects/[^/]+/teams/[^/]+/lines", _mates),
]
