"""Policies, an enterprise's matches and facts, as the stand-in service answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.world import Answer, Json, World

FIRM = "u1"


def row(
    one: str = "q1", title: str = "高新技术企业认定奖励", window: str = "open", **differs: object
) -> Json:
    labels = {"open": "正在受理", "soon": "还没开始", "closed": "已截止"}
    return {
        "id": one,
        "title": title,
        "number": "海政办〔2026〕11号",
        "region": "330203",
        "region_name": "浙江省宁波市海曙区",
        "department": "science",
        "department_label": "科学技术局",
        "summary": "当年认定为高新技术企业的，一次奖励20万元。",
        "mode": "automatic",
        "mode_label": "免申即享",
        "award": "200,000元",
        "opens_on": "2026-10-17",
        "closes_on": "2027-01-05",
        "window": window,
        "window_label": labels[window],
        "tags": ["区域:海曙", "研发:高企"],
        **differs,
    }


OTHER = row("q2", "绿色工厂奖励", "soon", tags=["资质:绿色工厂"], department_label="生态环境局")


def listed(world: World) -> Answer:
    """By a tag, or by the beginning of the name."""
    rows, query = [row(), OTHER], world.queries.get("/v1/policies/open", {})
    if query.get("tag"):
        rows = [one for one in rows if query["tag"] in one["tags"]]
    if query.get("starts"):
        rows = [one for one in rows if one["title"].startswith(query["starts"])]
    return page_of(*rows)


# Besides those that nobody applies for: one to claim at once, one outside the region, one that is not met.
CLAIMED = {"q3": "at_once", "q4": "ordinary", "q5": "ordinary"}
LICENCED = {
    "name": "安全生产许可证",
    "source": "licence",
    "fact": "",
    "licence": "safety",
    "source_label": "先查电子证照库，查到了不用交",
}
UPLOADED = {
    "name": "上年度审计报告",
    "source": "upload",
    "fact": "",
    "licence": "",
    "source_label": "需要上传",
}


def detail(one: str) -> Json:
    mode = CLAIMED.get(one, "automatic")
    labels = {"automatic": "免申即享", "at_once": "即申即享", "ordinary": "申报审核"}
    return {
        **row(one, mode=mode, mode_label=labels[mode]),
        "edition": 1,
        "basis": "海曙区加快科技创新若干政策第三条",
        "audience": "在海曙区注册的高新技术企业",
        "clauses": ["高新技术企业：是", "高新技术企业认定日期不早于今天之前1年"],
        "condition": "science.high_tech",
        "valid_from": "2026-10-17",
        "valid_until": None,
        "materials": [
            {
                "name": "高新技术企业证书",
                "source": "shared",
                "fact": "science.high_tech",
                "licence": "",
                "source_label": "部门共享，不用交",
            },
            *([UPLOADED, LICENCED] if mode == "ordinary" else []),
        ],
        "steps": "先在网上确认意愿。部门审核后公示。公示没有异议就拨款。",
        "payment": "拨到企业对公账户",
        "phone": "0574-12345678",
        "review_days": 3,
        "publicity_days": 5,
        "credit_label": "严重失信的不能享受",
        "exclusive": "",
    }


def match(one: str, title: str, answer: str) -> Json:
    labels = {"yes": "符合", "no": "不符合", "unknown": "还不能判断"}
    return {
        "policy_id": one,
        "edition": 1,
        "title": title,
        "answer": answer,
        "answer_label": labels[answer],
        "opens_on": "2026-10-17",
        "ends_on": "2027-01-05",
        "award": "200,000元",
        "mode_label": "免申即享",
        "summary": "当年认定为高新技术企业的，一次奖励20万元。",
    }


def used(name: str, words: str, *, known: bool = True) -> Json:
    return {
        "code": f"x.{name}",
        "name": name,
        "department_label": "税务局",
        "words": words,
        "stated_on": "2026-03-01" if known else None,
        "valid_until": None,
        "known": known,
    }


def clause(words: str, answer: str, change: str = "", *facts: Json, parts: tuple[Json, ...] = ()) -> Json:
    labels = {"yes": "符合", "no": "不符合", "unknown": "还不能判断"}
    return {
        "words": words,
        "answer": answer,
        "answer_label": labels[answer],
        "change": change,
        "used": list(facts),
        "parts": list(parts),
    }


def why(one: str) -> Json:
    answer = {"q3": "yes", "q4": "unknown"}.get(one, "no")
    labels = {"yes": "符合", "no": "不符合", "unknown": "还不能判断"}
    part = clause("企业规模是小型", "yes", "", used("企业规模", "小型"))
    clauses = [
        clause("高新技术企业：是", "yes", "", used("高新技术企业", "是")),
        clause(
            "上年营业收入不少于500万元",
            "no",
            "上年营业收入不少于500万元才符合，现在差20万元",
            used("上年营业收入", "480万元"),
        ),
        clause(
            "上年研发费用不少于30万元",
            "unknown",
            "还缺上年研发费用（由税务局提供）",
            used("上年研发费用", "", known=False),
        ),
        clause("企业规模是小型，或者是微型", "yes", "", parts=(part,)),
    ]
    return {
        "policy_id": one,
        "edition": 1,
        "title": "高新技术企业认定奖励",
        "answer": answer,
        "answer_label": labels[answer],
        "clauses": clauses if answer == "no" else clauses[:1],
    }


def fact(code: str, name: str, words: str, **differs: object) -> Json:
    return {
        "code": code,
        "name": name,
        "department": "human_resources",
        "department_label": "人力资源和社会保障局",
        "value": words,
        "words": words,
        "stated_on": "2026-08-26",
        "valid_until": None,
        "source": "社保参保名单",
        "disputed_at": None,
        "dispute": "",
        "answer": "",
        "earlier": [],
        **differs,
    }


def facts(world: World) -> Answer:
    """What was objected to waits for its answer."""
    said = world.heard.get("dispute")
    waits = {"disputed_at": "2026-11-26T02:00:00Z", "dispute": said["reason"]} if said else {}
    past = [{"words": "30人", "stated_on": "2025-08-26", "source": "社保参保名单"}]
    return page_of(
        fact("hr.insured", "参保人数", "39人", earlier=past, **waits),
        fact(
            "tax.revenue", "上年营业收入", "480万元", department_label="税务局", answer="核对申报表，没有错"
        ),
    )


def dispute(world: World, one: str, code: str, body: Json) -> Answer:
    world.heard["dispute"] = body
    return Answer(200, {"enterprise_id": one, "version": 2})


def favourites(world: World) -> Answer:
    kept = world.heard.get("favourite")
    gone = {"policy_id": "q9", "title": "房租减免", "policy": None}
    mine = {"policy_id": "q1", "title": row()["title"], "policy": row()}
    return page_of(*([mine] if kept else []), gone)


def keep(world: World, one: str, body: Json) -> Answer:
    world.heard["favourite"] = {"id": one}
    return Answer(200, {"policy_id": one, "title": row()["title"], "policy": None})


def drop(world: World, one: str, body: Json) -> Answer:
    world.heard.pop("favourite", None)
    return Answer(200, {"policy_id": one, "title": "", "policy": None})


REGIONS = [
    {
        "code": "33",
        "name": "浙江省",
        "children": [
            {
                "code": "3302",
                "name": "宁波市",
                "children": [{"code": "330203", "name": "海曙区", "children": []}],
            }
        ],
    }
]

ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/policies/open", listed),
    ("GET", r"/v1/policies/open/([^/]+)", lambda w, one: Answer(200, detail(one))),
    (
        "GET",
        r"/v1/policies/calendar",
        lambda w: page_of(
            {"day": "2026-11-28", "opens": True, "policy": OTHER},
            {"day": "2026-11-30", "opens": False, "policy": row()},
        ),
    ),
    (
        "GET",
        r"/v1/policies/profiles/[^/]+/matches",
        lambda w: page_of(match("q1", "高新技术企业认定奖励", "yes"), match("q2", "稳岗返还", "unknown")),
    ),
    ("GET", r"/v1/policies/profiles/[^/]+/matches/([^/]+)", lambda w, one: Answer(200, why(one))),
    ("GET", r"/v1/policies/profiles/[^/]+/facts", lambda w: facts(w)),
    ("POST", r"/v1/policies/profiles/([^/]+)/facts/([^/]+)/dispute", dispute),
    ("GET", r"/v1/policies/favourites", lambda w: favourites(w)),
    ("POST", r"/v1/policies/favourites/([^/]+)", keep),
    ("POST", r"/v1/policies/favourites/([^/]+)/removal", drop),
]
