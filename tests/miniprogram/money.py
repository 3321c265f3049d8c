"""A worker's own card and what arrived on it, as the stand-in service answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.world import SHA, TIMES, Answer, Json, World

NO_CARD = {
    "type": "about:blank",
    "title": "您还没有登记银行卡",
    "status": 409,
    "code": "payments.card.none",
    "next": "登记一张您本人的卡，工资直接打到卡上",
}


def page_of(items: list[Json]) -> Answer:
    return Answer(200, {"items": items, "next_cursor": None})


def bank_card(state: str = "verified") -> Json:
    """Somebody's own card, as the service shows it."""
    labels = {
        "checking": "银行核对中",
        "verified": "可以收款",
        "refused": "户名和卡号对不上",
        "shared": "同一张卡有别人在用",
    }
    return {
        "bank": "icbc",
        "bank_label": "工商银行",
        "name_masked": "张*国",
        "card_masked": "**** 0128",
        "state": state,
        "state_label": labels[state],
        "registered_at": TIMES[0],
    }


CARD_CONSENT: Json = {
    "version": "card-2026-11",
    "title": "用您的银行卡，要您同意",
    "text": "我们把您的姓名和卡号交给开立工资专户的银行，用来核对卡、发工资。点“移除这张卡”就是收回同意。",
}


def show_card(world: World) -> Answer:
    if world.bank_card is None:
        return Answer(409, NO_CARD)
    return Answer(200, world.bank_card)


def register_card(world: World, body: Json) -> Answer:
    world.bank_card = bank_card() | {"card_masked": f"**** {body['card'][-4:]}"}
    return Answer(200, world.bank_card)


def remove_card(world: World) -> Answer:
    gone, world.bank_card = world.bank_card, None
    return Answer(200, gone)


def card_log(world: World) -> Answer:
    lines = [{"at": TIMES[0], "label": "登记银行卡", "by_label": "本人", "hash": SHA}]
    return page_of(lines if world.bank_card else [])


def arrivals() -> Answer:
    shown = {
        "project_name": "滨江之星三期工程",
        "bank_label": "工商银行",
        "card_masked": "**** 0128",
        "at": TIMES[0],
    }
    back = {"state": "returned", "state_label": "银行退回", "reason": "账号户名不符"}
    there = {"state": "paid", "state_label": "已到账", "reason": ""}
    return page_of(
        [
            {"id": "l1.1", "month": "2026-10", "amount_fen": 782550, "settled_at": TIMES[1], **shown, **back},
            {
                "id": "l0.1",
                "month": "2026-09",
                "amount_fen": 810000,
                "settled_at": TIMES[1],
                **shown,
                **there,
            },
        ]
    )


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/payments/card", show_card),
    ("PUT", r"/v1/payments/card", register_card),
    ("DELETE", r"/v1/payments/card", lambda w, b: remove_card(w)),
    ("GET", r"/v1/payments/card/consent", lambda w: Answer(200, CARD_CONSENT)),
    ("GET", r"/v1/payments/card/log", card_log),
    ("GET", r"/v1/payments/arrivals", lambda w: arrivals()),
]
