"""Guides, as the stand-in service answers: items, a package with one question, a plan with and without a helper."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.world import TIMES, Answer, Json, World

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


def card(key: str, title: str, world: World | None = None, after: str = "") -> Json:
    """A card; in a plan as far as the world says."""
    state = str((world.heard.get("cards") or {}).get(key, "todo")) if world else "todo"
    before = str((world.heard.get("cards") or {}).get("licence", "todo")) if world else "todo"
    return {
        "key": key, "title": title, "note": "", "item_id": "gi1", "name": title, "department": _FOOD["department"],
        "where": "西湖区政务服务中心 3 号窗口", "hall_id": "ha1", "online": "", "promised_days": 3, "visits": 1,
        "state": state, "state_label": {"todo": "还没办", "proposed": "等您确认", "done": "办好了"}[state],
        "waits_for": [after] if after and before != "done" else [],
    }  # fmt: skip


def cards(world: World | None = None) -> list[Json]:
    return [card("licence", "办营业执照", world), card("food", "办食品经营许可", world, "办营业执照")]


def papers(ticked: list[str]) -> list[Json]:
    return [
        {"name": name, "need_label": "必须有", "originals": 1, "copies": 2, "licence": "", "note": "",
         "wanted_by": ["办营业执照"], "ticked": name in ticked}
        for name in ("身份证", "房屋租赁合同")
    ]  # fmt: skip


PACKAGE: Json = {
    "id": "gp1", "name": "我要开餐馆", "lead": "从执照到开门，一步一步来。", "theme_label": "开店办企业",
    "region_name": "浙江省杭州市西湖区",
}  # fmt: skip
QUESTION: Json = {
    "key": "cook", "text": "店里做热菜吗", "hint": "现炒现煮都算",
    "choices": [{"key": "yes", "label": "做"}, {"key": "no", "label": "只卖饮料点心"}], "when": [],
}  # fmt: skip


def way(world: World) -> Answer:
    """One question; whoever answered it sees the cards."""
    choice = world.queries["/v1/guides/packages/gp1/way"].get("answers", "").partition(":")[2]
    label = {"yes": "做", "no": "只卖饮料点心"}.get(choice)
    said = [{"key": "cook", "text": QUESTION["text"], "choice": choice, "label": label}] if label else []
    return Answer(200, {
        "id": "gp1", "name": PACKAGE["name"], "lead": PACKAGE["lead"], "region": "330106",
        "region_name": PACKAGE["region_name"], "edition": 1, "said": said,
        "link": "https://example.gov.cn/j/g/gp1", "question": None if said else QUESTION,
        "cards": cards() if said else [], "papers": papers([]) if said else [], "days": 6 if said else 0,
    })  # fmt: skip


def plan_row() -> Json:
    return {
        "id": "gl1", "name": PACKAGE["name"], "region_name": PACKAGE["region_name"], "made_at": TIMES[0],
        "state": "open", "state_label": "正在办",
    }  # fmt: skip


def plan(world: World, one: str) -> Answer:
    """gl1 goes along; gl2 has a helper who says that the first card is done."""
    if one == "gl2":
        world.heard.setdefault("cards", {"licence": "proposed"})
    known = cards(world)
    helping = one == "gl2" and "help-ended" not in world.heard
    row = plan_row()
    del row["made_at"]
    steps = [{"at": TIMES[0], "label": "保存计划", "by_label": "本人", "hash": "a"}]
    return Answer(200, {
        **row, "id": one, "package_id": "gp1", "cards": known, "days": 6, "log": steps,
        "said": [{"key": "cook", "text": QUESTION["text"], "choice": "yes", "label": "做"}],
        "papers": papers(list((world.heard.get("papers") or {}).get("names", []))),
        "done": sum(card["state"] == "done" for card in known),
        "helper": "王*" if helping else "", "helping_until": TIMES[3] if helping else None,
    })  # fmt: skip


def followed(world: World, body: Json) -> Answer:
    world.heard["following"] = body
    return Answer(200, body)


def moved(world: World, name: str, body: Json) -> Answer:
    world.heard[name] = body
    return Answer(200, {"id": "gl1", "state": "open", "state_label": "正在办"})


def marked(world: World, key: str, state: str) -> Answer:
    return moved(world, "cards", {**(world.heard.get("cards") or {}), key: state})


def helped(world: World, one: str) -> Answer:
    """The plan of whoever showed their code: what one says is done waits for the person's word."""
    return Answer(200, {
        "id": one, "person": "张*国", "name": PACKAGE["name"], "region_name": PACKAGE["region_name"],
        "state": "open", "state_label": "正在办", "until": TIMES[3], "cards": cards(world),
        "papers": papers(["身份证"]),
        "said": [{"key": "cook", "text": QUESTION["text"], "choice": "yes", "label": "做"}],
    })  # fmt: skip


def scanned(world: World, body: Json) -> Answer:
    moved(world, "scanned", body)
    return Answer(200, {"id": "gl3", "state": "open", "state_label": "正在办"})


HELP_CODE: Json = {"code": "B" * 57, "valid_until": TIMES[3]}
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/guides/items", listed),
    ("GET", r"/v1/guides/items/gi1", lambda w: Answer(200, ITEM)),
    (
        "GET",
        r"/v1/guides/items/gi1/following",
        lambda w: Answer(200, w.heard.get("following") or {"on": False}),
    ),
    ("PUT", r"/v1/guides/items/gi1/following", lambda w, b: followed(w, b)),
    ("GET", r"/v1/guides/packages", lambda w: page_of(PACKAGE)),
    ("GET", r"/v1/guides/packages/gp1/way", way),
    ("GET", r"/v1/guides/plans", lambda w: page_of(plan_row())),
    ("POST", r"/v1/guides/plans", lambda w, b: moved(w, "plan", b)),
    ("GET", r"/v1/guides/plans/([^/]+)", plan),
    ("GET", r"/v1/guides/plans/([^/]+)/code", lambda w, one: Answer(200, HELP_CODE)),
    ("POST", r"/v1/guides/plans/([^/]+)/help-end", lambda w, one, b: moved(w, "help-ended", {"id": one})),
    ("POST", r"/v1/guides/plans/([^/]+)/end", lambda w, one, b: moved(w, "ended", {"id": one})),
    ("POST", r"/v1/guides/help", scanned),
    ("GET", r"/v1/guides/help/([^/]+)", helped),
    ("POST", r"/v1/guides/help/([^/]+)/cards/([^/]+)", lambda w, one, key, b: marked(w, key, "proposed")),
    ("PUT", r"/v1/guides/plans/([^/]+)/papers", lambda w, one, b: moved(w, "papers", b)),
    (
        "POST",
        r"/v1/guides/plans/([^/]+)/cards/([^/]+)",
        lambda w, one, key, b: marked(w, key, "done" if b["done"] else "todo"),
    ),
    (
        "POST",
        r"/v1/guides/plans/([^/]+)/cards/([^/]+)/word",
        lambda w, one, key, b: marked(w, key, "done" if b["agrees"] else "todo"),
    ),
]
