"""Asking, as the stand-in service answers: one known question, two near ones, and nothing for the rest."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import PLAN, page_of
from tests.miniprogram.screen import Screen
from tests.miniprogram.world import Answer, Json, World

SCREENS = {
    "ask": Screen("answers/pages/ask/index", "您想问什么", signed_in=False),
    "answer-sent": Screen("answers/pages/ask/index?pair=p1", "老板拖欠工资怎么办", signed_in=False),
}
LINE: Json = {"department_label": "人力资源社会保障部门", "number": "12333", "name": "人社服务热线"}
HAND_OVER: Json = {
    "staffed": False,
    "words": "这里还没有人工坐席，不能马上和人对话。您的问题已记下，交给人力资源社会保障部门补写答案。"
    "急着要答案，请打 12333（人社服务热线）。",
    "line": LINE,
}
OPTIONS: list[Json] = [
    {
        "pair_id": "p2",
        "question": "工资条要不要给",
        "region_name": "全国",
        "media_words": "下面有 1 张图片。",
    },
    {"pair_id": "p3", "question": "工资应该几号发", "region_name": "浙江省杭州市余杭区", "media_words": ""},
]


MEDIA: list[Json] = [
    {"file_id": "m1", "described": "工资条，实发在右下角", "film": False, "weight": "", "url": PLAN,
     "thumbnail_url": PLAN, "cover_url": None},
    {"file_id": "m2", "described": "投诉电话怎么打", "film": True, "weight": "45 秒，2.0 MB", "url": "/film.mp4",
     "thumbnail_url": None, "cover_url": PLAN},
]  # fmt: skip


def given(pair_id: str, question: str) -> Json:
    return {
        "pair_id": pair_id,
        "question": question,
        "answer": "到工地所在地的人力资源社会保障局投诉，也可以打 12333。\n带上劳动合同、考勤和工资条。",
        "source": "保障农民工工资支付条例", "clause": "第十条", "link": "", "region_name": "全国",
        "valid_until": "2027-12-31", "line": LINE, "words": ["拖欠工资"],
        "swaps": [{"said": "工钱", "read_as": "工资"}],
        "media": MEDIA, "media_words": "下面有 1 张图片和一段短片（45 秒，2.0 MB，点了才放）。",
    }  # fmt: skip


def ask(world: World, body: Json) -> Answer:
    text = body["text"]
    world.heard["asked"] = body
    base = {
        "question_id": "q1",
        "percent": 50,
        "answer": None,
        "options": [],
        "ask_back": "",
        "hand_over": None,
    }
    if "拖欠" in text:
        found = {"tier": "answer", "tier_label": "直接回答", "percent": 93, "options": OPTIONS[:1]}
        return Answer(201, {**base, **found, "answer": given("p1", "老板拖欠工资怎么办")})
    if "工资" in text:
        back = {"ask_back": "您想知道的是可不可以，还是什么时候、要多久？", "options": OPTIONS}
        return Answer(201, {**base, **back, "tier": "choice", "tier_label": "请选最接近的"})
    return Answer(
        201, {**base, "tier": "person", "tier_label": "转人工", "percent": 3, "hand_over": HAND_OVER}
    )


def suggest(world: World) -> Answer:
    typed = world.queries["/v1/answers/suggestions"].get("text", "")
    return page_of(*(OPTIONS if "工资" in typed else []))


def judge(body: Json) -> Answer:
    if body["helpful"]:
        return Answer(200, {"words": "谢谢，已记下。", "hand_over": None})
    return Answer(200, {"words": "已记下，会有人补写或改写答案。", "hand_over": HAND_OVER})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/answers/suggestions", suggest),
    ("POST", r"/v1/answers/questions", ask),
    ("GET", r"/v1/answers/given/p1", lambda w: Answer(200, given("p1", "老板拖欠工资怎么办"))),
    (
        "POST",
        r"/v1/answers/questions/q1/choice",
        lambda w, b: Answer(200, given(b["pair_id"], "工资应该几号发")),
    ),
    ("POST", r"/v1/answers/questions/q1/verdict", lambda w, b: judge(b)),
]
