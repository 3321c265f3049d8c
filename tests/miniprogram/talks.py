"""Live conversations, as the stand-in service answers: one that waits, one that goes on, one that ended."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.world import Answer, Json, World

AT = [f"2026-11-26T02:0{minute}:00Z" for minute in range(6)]
ACTIONS = {
    "waiting": ["say", "end", "ticket"],
    "talking": ["say", "end", "ticket"],
    "ended": ["ticket", "rate"],
}
LABELS = {"waiting": "排队中", "talking": "对话中", "ended": "已结束"}
_STATES = {"k1": "waiting", "k2": "talking", "k3": "ended", "k7": "talking", "k9": "talking"}


def line(
    number: int, side: str, text: str, kind: str = "said", mine: bool = False, card: Json | None = None
) -> Json:
    return {
        "number": number, "side": side, "kind": kind, "at": AT[min(number, 5)], "text": text, "file": None,
        "card": card, "mine": mine,
    }  # fmt: skip


def _papers(world: World) -> list[Json]:
    """What the agent sent: a picture and a paper."""
    kinds = (("image/png", "表格样子.png"), ("application/pdf", "办事指南.pdf"))
    sent = [
        {
            "file_id": name,
            "filename": name,
            "content_type": kind,
            "url": f"/{name}",
            "thumbnail_url": f"/{name}",
        }
        for kind, name in kinds
    ]
    shown = sent if world.heard.get("papers") else []
    return [line(4 + place, "agent", "", "file") | {"file": one} for place, one in enumerate(shown)]


def card(number: int, kind: str, label: str, target: str, title: str) -> Json:
    return line(number, "agent", title, "card", card={"kind": kind, "kind_label": label, "target": target})


CARDS = [
    card(1, "hall", "办事大厅", "ha1", "西湖区政务服务中心"),
    card(2, "booking", "预约办事", "ha1.food", "开办餐饮店，西湖区政务服务中心"),
    card(3, "guide", "办事指南", "gi1", "食品经营许可"),
    card(4, "package", "办事套餐", "gp1", "我要开餐馆"),
    card(5, "later", "新的卡片", "x1", "以后才有的"),
    card(6, "matter", "网上办理", "gi1", "食品经营许可：材料清单"),
    card(7, "share", "请对方共享表格", "payments-card", "请让我看着您填：登记工资卡"),
]


def _lines(world: World, one: str) -> list[Json]:
    if one == "k7":
        return CARDS
    first = [line(1, "asker", "工资两个月没发，找谁", mine=True)]
    if one == "k1":
        return first
    begun = [
        *first,
        line(2, "system", "区人社局的工作人员接入了对话", "taken"),
        line(3, "agent", "请说一下工地和班组"),
        *_papers(world),
    ]

    said = [
        line(len(begun) + 1 + place, "asker", text, mine=True)
        for place, text in enumerate(world.heard.get("said", {}).get(one, []))
    ]
    return [*begun, *said]


def _state(world: World, one: str) -> str:
    found: str = world.heard.get("talks", {}).get(one, _STATES[one])
    return found


def _row(world: World, one: str) -> Json:
    state = _state(world, one)
    return {
        "id": one, "topic": "wages", "topic_label": "工资", "desk_name": "区人社局", "post_label": "应答",
        "state": state, "state_label": LABELS[state], "opened_at": AT[0], "spoken_at": AT[3], "spoken_by": "agent",
        "lines": len(_lines(world, one)), "unread": 0, "ticket_id": "", "stars": 0,
    }  # fmt: skip


def mine(world: World) -> Answer:
    """One that goes on, one that ended unrated, one of another month that was rated."""
    asked = {"asked": "工资两个月没发，找谁"}
    older = _row(world, "k3") | {
        "id": "k4",
        "opened_at": "2026-09-30T15:59:00Z",
        "asked": "暂住证在哪里办",
        "stars": 4,
    }
    items = [_row(world, "k2") | asked, _row(world, "k3") | asked, older]
    return Answer(200, {"items": items, "next_cursor": None})


def show(world: World, one: str) -> Answer:
    lines, state = _lines(world, one), _state(world, one)
    after = int(world.queries.get(f"/v1/helpdesk/conversations/{one}", {}).get("after", "0"))
    ticket = "t2" if one in world.heard.get("turned", {}) else ""
    stars = world.heard.get("stars", {}).get(one, 0)
    left = [
        act for act in ACTIONS[state] if not (act == "ticket" and ticket) and not (act == "rate" and stars)
    ]
    return Answer(200, {
        "row": _row(world, one) | {"ticket_id": ticket, "stars": stars},
        "region": "330106", "ahead": 3 if state == "waiting" else 0, "ahead_most": 100, "other_read": 1,
        "lines": lines[after:], "more": False, "rating": _rated(world, one), "actions": left,
    })  # fmt: skip


def _rated(world: World, one: str) -> Json | None:
    """A word that was given: a bad one is being looked into."""
    body = world.heard.get("judged", {}).get(one)
    if body is None:
        return None
    bad = body["stars"] <= 2
    return {
        "stars": body["stars"], "stars_label": "", "tag_labels": [], "text": body["text"], "at": AT[5],
        "state": "verify" if bad else "noted", "state_label": "待核实" if bad else "已收到", "finding": "",
        "mended": "", "verdict": "", "clocks": [],
    }  # fmt: skip


def say(world: World, one: str, body: Json) -> Answer:
    said = world.heard.setdefault("said", {})
    said[one] = [*said.get(one, []), body["text"]]
    return _done(world, one)


def end(world: World, one: str, body: Json) -> Answer:
    world.heard.setdefault("talks", {})[one] = "ended"
    return _done(world, one)


def turn(world: World, one: str, body: Json) -> Answer:
    world.heard.setdefault("turned", {})[one] = body
    return end(world, one, body)


def rate(world: World, one: str, body: Json) -> Answer:
    world.heard.setdefault("stars", {})[one] = body["stars"]
    world.heard.setdefault("judged", {})[one] = body
    return _done(world, one)


def begin(world: World, body: Json) -> Answer:
    world.heard["begun"] = body
    return _done(world, "k9")


def presence(world: World) -> Answer:
    manned = world.heard.get("manned", {"on_duty": 2})
    return Answer(200, {
        "desk_name": "区人社局", "on_duty": manned["on_duty"], "free": 0, "waiting": 3,
        "opens_at": manned.get("opens_at"), "open_id": "",
    })  # fmt: skip


def _done(world: World, one: str) -> Answer:
    state = _state(world, one)
    number = len(_lines(world, one))
    return Answer(
        200, {"id": one, "state": state, "state_label": LABELS[state], "number": number, "ticket_id": ""}
    )


_ONE = r"/v1/helpdesk/conversations/([^/]+)"
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/helpdesk/presence", presence),
    ("POST", r"/v1/helpdesk/conversations", begin),
    ("GET", r"/v1/helpdesk/conversations", mine),
    ("GET", _ONE, show),
    ("POST", _ONE + "/lines", say),
    ("PUT", _ONE + "/reading", lambda w, one, b: Answer(204)),
    ("POST", _ONE + "/ending", end),
    ("POST", _ONE + "/ticket", turn),
    ("POST", _ONE + "/rating", rate),
    (
        "POST",
        r"/v1/live/tickets",
        lambda w, b: Answer(503, {"title": "", "status": 503, "code": "service.busy"}),
    ),
]
