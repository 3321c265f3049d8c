"""The help desk, as the stand-in service answers: three tickets of one's own, and the one that was just asked."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.world import TIMES, Answer, Json, World

PROMISES: list[Json] = [
    {"klass": klass, "label": label, "words": words, "term": term, "source": "本平台规定"}
    for klass, label, words, term in (
        ("urgent", "紧急", "马上会伤人或出事。有危险请先打 110、119、120", "2小时"),
        ("enquiry", "咨询", "想弄明白一件事怎么办", "1个工作日"),
        ("help", "求助", "遇到难处，想请人帮忙办", "3个工作日"),
        ("complaint", "投诉", "觉得有人做得不对，要求处理", "5个工作日"),
    )
]
TOPICS: list[Json] = [{"code": "wages", "label": "工资"}, {"code": "home", "label": "房屋质量和交房"}]
STATES: dict[str, tuple[str, str, list[str]]] = {
    "t1": ("working", "办理中", ["add", "insist", "withdraw"]),
    "t2": ("answered", "已答复，等您确认", ["confirm"]),
    "t3": ("closed", "已办结", ["reopen", "rate"]),
    "t9": ("received", "待办理", ["add", "withdraw"]),
}
_CLOCK: Json = {
    "kind": "helpdesk.answer-1", "label": "答复（投诉）", "state": "running", "state_label": "计时中", "overdue": False,
    "started_at": TIMES[0], "due_at": TIMES[2], "due_label": "12月3日（周四）24:00前", "estimated": False, "note": None,
    "pauses": [{"starts_at": TIMES[0], "ends_at": TIMES[1], "reason": "等您补充情况（区人社局，最晚到11月30日）"}],
    "steps": [{"kind": "start", "first": "2026-11-26", "last": "2026-11-26", "source": "", "estimated": False,
               "text": "11月26日（周四）10:00开始，期限5个工作日，当天不计，从第二天起算"}],
}  # fmt: skip


def row(world: World, one: str) -> Json:
    """A ticket in its asker's list."""
    state, label, _ = world.tickets.get(one) or STATES[one]
    softened = one == "t1" and "insist" in (world.tickets.get(one) or STATES[one])[2]
    klass = ("enquiry", "咨询") if softened else ("complaint", "投诉")
    return {
        "id": one, "number": "FW-20261126-7K3M9QTB-X", "klass": klass[0], "klass_label": klass[1],
        "topic_label": "工资", "where": "西溪人才公寓二标段", "desk_name": "区人社局", "post_label": "应答",
        "state": state, "state_label": label, "climb": "county" if one == "t1" else "none",
        "climb_label": "区县督办" if one == "t1" else "", "relabelled": softened, "asked_at": TIMES[0], "due_label": "",
    }  # fmt: skip


def ticket(world: World, one: str) -> Answer:
    shown = row(world, one)
    actions = (world.tickets.get(one) or STATES[one])[2]
    answered = shown["state"] in ("answered", "closed")
    steps = [
        {"at": TIMES[0], "label": "提出", "by_label": "提问人", "words": "工地欠了两个月工资", "hash": "a"},
        {
            "at": TIMES[1],
            "label": "改了类别：投诉改为咨询",
            "by_label": "区人社局",
            "words": "只是问怎么办",
            "hash": "b",
        },
    ]
    rated = {
        "stars": 1, "stars_label": "非常不满意", "tag_labels": ["办得快不快"], "text": "拖了很久", "at": TIMES[2],
        "state": "verify", "state_label": "待核实", "finding": "", "mended": "", "verdict": "", "clocks": [],
    }  # fmt: skip
    return Answer(200, {
        "row": shown, "region": "330106", "asked_as_label": "投诉", "first_name": "区12345",
        "text": "工地欠了两个月工资，找班组长说没钱",
        "answer": "已责令三日内支付。\n【区住建局】已查" if answered else "",
        "photos": [], "pause_label": "", "parent_number": "", "talk_id": "", "children": 0,
        "partners": [{"department_id": "d2", "name": "区住建局", "answered": True}],
        "deadline": None if answered else _CLOCK, "clocks": [_CLOCK], "log": steps,
        "rating": rated if one in world.heard.get("rated", {}) else None, "actions": actions,
    })  # fmt: skip


def ask(world: World, body: Json) -> Answer:
    world.heard["asked"] = body
    return _done(world, "t9", STATES["t9"])


def say(world: World, one: str, act: str, body: Json | None) -> Answer:
    """What the asker said moves it where the service would."""
    world.heard[act] = body or {}
    state, label, actions = world.tickets.get(one) or STATES[one]
    back = ("working", "办理中", ["add", "withdraw"])
    moved = {
        "additions": (state, label, actions),
        "confirmation": ("closed", "已办结", ["reopen", "rate"]) if (body or {}).get("solved") else back,
        "reopening": back,
        "insistence": back,
        "withdrawal": ("withdrawn", "已撤回", []),
    }
    return _done(world, one, moved[act])


def rate(world: World, one: str, body: Json) -> Answer:
    world.heard["rated"] = {one: body}
    world.tickets[one] = ("closed", "已办结", ["reopen"])
    return Answer(201, {"ticket_id": one, "number": "", "state": "verify", "state_label": "待核实"})


def _done(world: World, one: str, moved: tuple[str, str, list[str]]) -> Answer:
    world.tickets[one] = moved
    return Answer(
        200, {"id": one, "number": "FW-20261126-7K3M9QTB-X", "state": moved[0], "state_label": moved[1]}
    )


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/helpdesk/promises", lambda w: Answer(200, {"items": PROMISES})),
    ("GET", r"/v1/helpdesk/topics", lambda w: page_of(*TOPICS)),
    ("GET", r"/v1/helpdesk/mine", lambda w: page_of(*(row(w, one) for one in ("t1", "t2", "t3")))),
    ("GET", r"/v1/helpdesk/tickets/([^/]+)", ticket),
    ("POST", r"/v1/helpdesk/tickets", ask),
    ("POST", r"/v1/helpdesk/tickets/([^/]+)/rating", rate),
    *(
        ("POST", rf"/v1/helpdesk/tickets/([^/]+)/{act}", lambda w, one, b, act=act: say(w, one, act, b))
        for act in ("additions", "confirmation", "reopening", "insistence", "withdrawal")
    ),
]
