"""What the stand-in service answers, path by path."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from tests.miniprogram import (
    answers,
    appointments,
    arrears,
    attendance,
    crossregion,
    defects,
    guides,
    helpdesk,
    homes,
    inspections,
    kiosks,
    matters,
    money,
    mydata,
    publicareas,
    repairs,
    sharings,
    skills,
    talks,
    wages,
)
from tests.miniprogram.replies import page, problem
from tests.miniprogram.world import (
    CARD,
    CODE,
    SHA,
    SITE,
    STEPS,
    TIMES,
    Answer,
    Json,
    World,
    authorisation,
    contract,
    person,
    project,
    team,
)


def session(session_id: str, method_label: str, device: str, *, current: bool = False) -> Json:
    """One of the places where the phone's owner is signed in."""
    return {
        "session_id": session_id, "method": "sms", "method_label": method_label, "device": device,
        "created_at": TIMES[0], "ends_at": TIMES[1], "current": current,
    }  # fmt: skip


def tokens(world: World) -> Answer:
    world.expired = False
    return Answer(
        201,
        {
            "access_token": "a",
            "refresh_token": "r",
            "token_type": "Bearer",
            "expires_in": 900,
            "me": world.me,
        },
    )


def verify_name(world: World, body: Json) -> Answer:
    if body["name"] == "不符":
        return problem(
            422,
            "identity.mismatch",
            "姓名和身份证号对不上",
            "请对着身份证再看一遍，改好再核对",
            "您填的内容还在",
        )
    world.me = {
        **world.me,
        **{key: person()[key] for key in ("name_masked", "id_number_masked", "real_name", "verified_at")},
    }
    return Answer(201, world.me)


def open_contract(world: World, body: Json) -> Answer:
    if any(one["state"] in ("offered", "worker_signed", "sealed") for one in world.contracts.values()):
        return problem(
            409,
            "workers.open-contract",
            "您在这个工地已经有一份没结束的合同",
            "到“办件”里看那一份；要换班组，先办终止",
            "没有新建合同",
        )
    world.contracts["c1"] = contract("c1", "offered", "sign", "withdraw")
    return Answer(201, world.contracts["c1"])


def change(world: World, contract_id: str, state: str, *actions: str) -> Answer:
    world.contracts[contract_id] = contract(
        contract_id, state, *actions, worker=world.contracts[contract_id]["worker"]["name_masked"]
    )
    return Answer(200, world.contracts[contract_id])


def signed(world: World, one: str) -> Answer:
    return change(world, one, "worker_signed", "withdraw")


def countersign_many(world: World, body: Json) -> Answer:
    for contract_id in body["contract_ids"]:
        change(world, contract_id, "countersigned")
    return Answer(200, {"results": [{"contract_id": one, "ok": True} for one in body["contract_ids"]]})


def renew(world: World) -> Answer:
    world.code_version += 1
    return Answer(200, team(world))


def authorise(world: World, body: Json) -> Answer:
    world.authorisations.append(authorisation(body["until"], body["limit"]))
    return Answer(201, world.authorisations[-1])


def revoke(world: World) -> Answer:
    world.authorisations[0] |= {"revoked": True}
    return Answer(200, world.authorisations[0])


def members(world: World) -> Answer:
    return page(
        [
            {
                "contract_id": one["id"],
                "worker_name_masked": one["worker_name_masked"],
                "trade_name": one["trade"]["name"],
                "state": one["state"],
                "state_label": one["state_label"],
                "opened_at": one["opened_at"],
            }
            for one in world.contracts.values()
        ]
    )


def read_all(world: World) -> Answer:
    world.notices = [{**notice, "read": True} for notice in world.notices]
    return Answer(204)


def verification(code: str) -> Answer:
    if code != "V8XK2P":
        return problem(404, "documents.unknown-code", "没有查到这个编号", "请再看一遍编号，或者扫合同上的码")
    return Answer(
        200,
        {
            "template": "labour-contract",
            "template_label": "劳动合同",
            "number": "HT-330108-2026-000121-7",
            "state": "sealed",
            "state_label": "已签章",
            "made_at": TIMES[0],
            "sealed_at": TIMES[3],
            "sha256": SHA,
            "parties": [
                {"role": "用工单位", "name": CARD["employer"]["name"]},
                {"role": "工人", "name": "张*国"},
            ],
        },
    )


def log() -> Answer:
    entries = [
        {
            "at": at,
            "label": label,
            "by_label": "张*国",
            "event_id": at,
            "hash": hashlib.sha256(label.encode()).hexdigest(),
        }
        for at, (_, label) in zip(TIMES, STEPS, strict=True)
    ]
    return page(entries)


CONSENT = {
    "purpose": "real-name",
    "version": "real-name-2026-11",
    "title": "实名认证授权",
    "text": "为了给您办理合同、考勤和工资，我们要用您的姓名和身份证号向公安身份核验源核对一次。",
}


Handler = Callable[..., Answer]
_ROOMS = (
    inspections, attendance, money, arrears, wages, homes, defects, repairs, publicareas, helpdesk,
    appointments, crossregion, answers, guides, talks, matters, sharings, kiosks, skills,
)  # fmt: skip
ROUTES: list[tuple[str, str, Handler]] = [
    *(route for room in _ROOMS for route in room.ROUTES),
    ("POST", r"/v1/identity/sms-codes", lambda w, b: Answer(202, {"expires_in": 300, "resend_after": 60})),
    (
        "POST",
        r"/v1/identity/sessions/sms",
        lambda w, b: (
            tokens(w)
            if b["code"] == "123456"
            else problem(422, "identity.wrong-code", "验证码不对", "请看最新一条短信，再填一次", "手机号还在")
        ),
    ),
    ("POST", r"/v1/identity/sessions/refresh", lambda w, b: tokens(w)),
    ("DELETE", r"/v1/identity/sessions(?:/[^/]+)?", lambda w, b: Answer(204)),
    (
        "GET",
        r"/v1/identity/sessions",
        lambda w: page(
            [
                session("s1", "短信登录", "浏览器", current=True),
                session(
                    "s2", "微信登录", "Mozilla/5.0 (Linux; Android 14; Redmi Note 12) MicroMessenger/8.0"
                ),
            ]
        ),
    ),
    ("GET", r"/v1/identity/consents", lambda w: Answer(200, {"items": [CONSENT]})),
    ("DELETE", r"/v1/identity/me/consents/real-name", lambda w, b: Answer(204)),
    ("GET", r"/v1/identity/me", lambda w: Answer(200, w.me)),
    ("PUT", r"/v1/identity/me/preferences", lambda w, b: Answer(200, w.me)),
    *mydata.ROUTES,
    ("POST", r"/v1/identity/me/erasure", lambda w, b: Answer(202, mydata.HELD)),
    ("POST", r"/v1/identity/real-name", lambda w, b: verify_name(w, b)),
    ("GET", rf"/v1/workers/codes/{CODE}", lambda w: Answer(200, CARD)),
    (
        "GET",
        r"/v1/workers/codes/[^/]+",
        lambda w: problem(
            404, "workers.unknown-code", "这个班组码不能用了", "请扫工地上最新的班组码，或者问班组长"
        ),
    ),
    ("GET", r"/v1/workers/contracts", lambda w: page(list(w.contracts.values()))),
    ("POST", r"/v1/workers/contracts", lambda w, b: open_contract(w, b)),
    ("GET", r"/v1/workers/contracts/([^/]+)", lambda w, one: Answer(200, w.contracts[one])),
    ("POST", r"/v1/workers/contracts/([^/]+)/signature", lambda w, one, b: signed(w, one)),
    ("POST", r"/v1/workers/contracts/([^/]+)/withdrawal", lambda w, one, b: change(w, one, "withdrawn")),
    (
        "POST",
        r"/v1/workers/contracts/([^/]+)/countersignature",
        lambda w, i, b: change(w, i, "countersigned"),
    ),
    ("POST", r"/v1/workers/contracts/([^/]+)/refusal", lambda w, one, b: change(w, one, "refused")),
    ("POST", r"/v1/workers/contracts/([^/]+)/amendments", lambda w, one, b: Answer(201, w.contracts[one])),
    ("POST", r"/v1/workers/countersignatures", lambda w, b: countersign_many(w, b)),
    ("GET", r"/v1/workers/contracts/[^/]+/log", lambda w: log()),
    ("GET", r"/v1/workers/contracts/[^/]+/receipt", lambda w: Answer(200, {"leaf": SHA})),
    ("GET", r"/v1/workers/projects", lambda w: page([project(w)] if w.me["roles"] else [])),
    ("GET", r"/v1/workers/projects/pr1", lambda w: Answer(200, project(w))),
    (
        "GET",
        r"/v1/workers/projects/pr1/contracts(?:\?state=(\w+))?",
        lambda w, state: page([one for one in w.contracts.values() if state in (None, one["state"])]),
    ),
    ("PUT", r"/v1/workers/projects/pr1/site", lambda w, b: Answer(200, {**SITE, **b})),
    ("POST", r"/v1/workers/projects/pr1/teams", lambda w, b: Answer(201, team(w))),
    ("GET", r"/v1/workers/teams/t1", lambda w: Answer(200, team(w))),
    ("PUT", r"/v1/workers/teams/t1", lambda w, b: Answer(200, team(w))),
    ("POST", r"/v1/workers/teams/t1/code", lambda w, b: renew(w)),
    ("POST", r"/v1/workers/teams/t1/poster", lambda w, b: Answer(202, {"document_id": "d1"})),
    ("GET", r"/v1/workers/teams/t1/members", lambda w: members(w)),
    ("GET", r"/v1/workers/authorisations", lambda w: page(w.authorisations)),
    ("POST", r"/v1/workers/authorisations", lambda w, b: authorise(w, b)),
    ("DELETE", r"/v1/workers/authorisations/a1", lambda w, b: revoke(w)),
    ("GET", r"/v1/notices", lambda w: page(w.notices)),
    ("GET", r"/v1/notices/summary", lambda w: Answer(200, {"unread": sum(not n["read"] for n in w.notices)})),
    ("POST", r"/v1/notices/read-all", lambda w, b: read_all(w)),
    ("POST", r"/v1/notices/([^/]+)/read", lambda w, one, b: Answer(204)),
    ("GET", r"/v1/documents/verifications/([^/]+)", lambda w, code: verification(code)),
    (
        "GET",
        r"/v1/documents/d1/file",
        lambda w: Answer(
            200, {"url": "/healthz", "expires_at": TIMES[0], "sha256": SHA, "filename": "contract.pdf"}
        ),
    ),
]
