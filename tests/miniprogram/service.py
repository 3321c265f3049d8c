"""A stand-in for the service, for tests of the browser app alone: one small world in memory, and a network to lose.

It lives in the tests only. The end-to-end tests run the same pages against the real service.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]

DAILY = {"basis": "daily", "amount_fen": 35000, "unit": "天", "pay_day": 15, "pay_method": "bank"}
SHA = hashlib.sha256(b"contract").hexdigest()
CODE = "T7KQ2M9XW4"

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".png": "image/png",
}


@dataclass
class Answer:
    status: int
    body: Any = None


@dataclass
class World:
    """State, one entry a write, and the faults that a test switches on."""

    me: Json = field(default_factory=lambda: person())
    contracts: dict[str, Json] = field(default_factory=dict)
    notices: list[Json] = field(default_factory=lambda: list(NOTICES))
    authorisations: list[Json] = field(default_factory=list)
    code_version: int = 1
    answers: dict[str, Answer] = field(default_factory=dict)
    writes: list[tuple[str, str, str]] = field(default_factory=list)
    lose_after: set[str] = field(default_factory=set)
    expired: bool = False
    lock: Lock = field(default_factory=Lock)

    def done(self, path: str) -> int:
        """How many times a write on this path took effect."""
        return sum(1 for _, done_path, how in self.writes if done_path == path and how == "done")


def person(*roles: str, verified: bool = True) -> Json:
    labels = {"labour_clerk": "劳资专管员", "operator": "用印经办人", "foreman": "班组长"}
    scope = "滨江之星三期工程"
    return {
        "person_id": "p1",
        "name_masked": "张*国" if verified else None,
        "phone_masked": "138****8000",
        "id_number_masked": "3301**********1234" if verified else None,
        "real_name": "verified" if verified else "none",
        "verified_at": "2026-11-20T02:00:00Z" if verified else None,
        "roles": [
            {"role": role, "role_label": labels[role], "scope": "project:pr1", "scope_label": scope}
            for role in roles
        ],
        "preferences": {"elder_mode": False, "speech": False, "high_contrast": False},
    }


NOTICES: list[Json] = [
    {
        "id": "n1",
        "title": "合同已盖章",
        "text": "滨江之星三期工程的劳动合同已经盖章生效，点开可以保存。",
        "link": "/workers/pages/contract/index?id=c1",
        "at": "2026-11-23T04:12:00Z",
        "read": False,
        "kind": "contract.sealed",
    },
    {
        "id": "n2",
        "title": "请在三天内签字",
        "text": "钱塘湾学校扩建工程的合同等您签字，11月25日前有效。",
        "link": None,
        "at": "2026-11-21T01:30:00Z",
        "read": True,
        "kind": "contract.offered",
    },
]

CARD: Json = {
    "team_id": "t1",
    "team_name": "钢筋一班",
    "project": {
        "id": "pr1",
        "name": "滨江之星三期工程",
        "county_name": "杭州市滨江区",
        "address": "江南大道 1888 号",
    },
    "employer": {"id": "e1", "name": "浙江恒筑建筑劳务有限公司"},
    "general_contractor": {"id": "e0", "name": "浙江宏远建设集团有限公司"},
    "foreman_name_masked": "李*",
    "labour_clerk": {"name_masked": "王*红", "phone": "13757100001"},
    "jobs": [
        {"trade_code": "020", "trade_name": "钢筋工", "high_risk": False, "certificate": None, "pay": DAILY},
        {
            "trade_code": "030",
            "trade_name": "架子工",
            "high_risk": True,
            "certificate": "架子工（普通脚手架）",
            "pay": {**DAILY, "amount_fen": 42050},
        },
    ],
    "insurance": ["工伤保险"],
    "open": True,
    "complaint_phones": [
        {"label": "劳动监察投诉", "phone": "12333"},
        {"label": "法律援助", "phone": "12348"},
    ],
}

PLAIN = [
    {"heading": "谁和谁签", "text": "您（张*国）和浙江恒筑建筑劳务有限公司签。公司雇您干活。"},
    {
        "heading": "干什么活，在哪里",
        "text": "在滨江之星三期工程干钢筋工，归钢筋一班。没有您同意，不能随便给您换活。",
    },
    {"heading": "干多久", "text": "从 2026年11月23日 起，干完这个活为止。"},
    {
        "heading": "工钱多少，怎么发",
        "text": "每天 350 元。每月 15 号发，打到您自己的银行卡。遇到休息日，提前发。谁也不能扣您的卡。",
    },
    {"heading": "每天干多少小时", "text": "一天不超过 8 小时。要加班，得跟您商量，加班另外算钱。"},
    {"heading": "保险和安全", "text": "公司给您上工伤保险，发安全帽和劳保用品。不安全的活，您可以不干。"},
    {"heading": "出了问题怎么办", "text": "先找劳资专管员；打 12333 投诉；也可以申请劳动仲裁，不要钱。"},
]

LABELS = {
    "offered": "待您签字",
    "worker_signed": "待单位盖章",
    "countersigned": "盖章中",
    "sealed": "已生效",
    "failed": "盖章失败，正在重试",
    "refused": "单位未同意",
    "withdrawn": "已撤回",
}
STEPS = [
    ("offered", "生成合同"),
    ("worker_signed", "您签字"),
    ("countersigned", "单位同意"),
    ("sealed", "盖章生效"),
]
TIMES = ["2026-11-23T05:02:00Z", "2026-11-23T05:06:00Z", "2026-11-23T05:20:00Z", "2026-11-23T05:20:03Z"]


def contract(contract_id: str, state: str, *actions: str, worker: str = "张*国") -> Json:
    order = [key for key, _ in STEPS]
    reached = order.index(state) if state in order else 1
    sealed = state == "sealed"
    people = [f"{worker}", f"{worker}", "浙江恒筑建筑劳务有限公司 王*红", "平台印章服务"]
    return {
        "id": contract_id,
        "number": f"HT-330108-2026-00012{contract_id[-1]}-7",
        "state": state,
        "state_label": LABELS[state],
        "project": CARD["project"],
        "employer": CARD["employer"],
        "team": {"id": "t1", "name": CARD["team_name"]},
        "worker": {"name_masked": worker, "id_number_masked": "3301**********1234"},
        "worker_name_masked": worker,
        "certificate": None,
        "notes": [],
        "trade": {"code": "020", "name": "钢筋工"},
        "terms": {
            "period": {"kind": "task", "start": "2026-11-23", "end": None},
            "workplace": "滨江之星三期工程",
            "content": "钢筋绑扎",
            "hours": "8",
            "rest": "",
            "pay": DAILY,
            "insurance": ["工伤保险"],
            "protection": "",
            "liability": "",
            "dispute": "",
        },
        "document": {
            "status": "sealed" if sealed else "ready",
            "document_id": "d1",
            "sha256": SHA,
            "sealed_sha256": SHA if sealed else None,
            "verify_url": "/verify/V8XK2P" if sealed else None,
        },
        "timeline": [
            {
                "key": key,
                "label": label,
                "at": TIMES[index] if index <= reached else None,
                "by_label": people[index] if index <= reached else "",
                "state": "done" if index <= reached else "now" if index == reached + 1 else "todo",
                "due_at": "2026-11-26T10:00:00Z" if index == reached + 1 else None,
            }
            for index, (key, label) in enumerate(STEPS)
        ],
        "plain": PLAIN,
        "actions": list(actions),
        "amendments": [],
        "opened_at": TIMES[0],
        "version": 1,
    }


SITE = {
    "labour_clerk_name": "王小红",
    "labour_clerk_phone": "13757100001",
    "project_office": "滨江之星项目部",
    "authority": "滨江区住建局",
    "minimum_wage_fen": 249000,
    "pay_day": 15,
    "complaint_phones": CARD["complaint_phones"],
    "insurance": ["工伤保险"],
    "version": 1,
}


def project(world: World) -> Json:
    states = [one["state"] for one in world.contracts.values()]
    return {
        "id": "pr1",
        "name": CARD["project"]["name"],
        "county_name": CARD["project"]["county_name"],
        "my_roles": [role["role"] for role in world.me["roles"]],
        "counts": {key: states.count(key) for key in ("offered", "worker_signed", "sealed")},
        "units": [{"enterprise_id": "e1", "name": CARD["employer"]["name"], "kind": "劳务分包"}],
        "teams": [team(world)],
        "address": CARD["project"]["address"],
        "site": SITE,
    }


def team(world: World) -> Json:
    return {
        "id": "t1",
        "name": "钢筋一班",
        "employer": CARD["employer"],
        "foreman_name_masked": "李*",
        "open": True,
        "project": CARD["project"],
        "jobs": CARD["jobs"],
        "code": CODE,
        "code_url": f"http://127.0.0.1/j/{CODE}",
        "code_version": world.code_version,
        "version": 1,
    }


def problem(status: int, code: str, title: str, following: str, kept: str = "") -> Answer:
    return Answer(
        status,
        {
            "type": "about:blank",
            "title": title,
            "status": status,
            "code": code,
            "kept": kept,
            "next": following,
        },
    )


def page(items: list[Json]) -> Answer:
    return Answer(200, {"items": items, "next_cursor": None})


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


def authorisation(until: str, limit: int, used: int = 0) -> Json:
    return {
        "id": "a1",
        "enterprise_id": "e1",
        "project_id": "pr1",
        "project_name": CARD["project"]["name"],
        "until": until,
        "limit": limit,
        "used": used,
        "revoked": False,
        "granted_at": TIMES[0],
    }


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
        return problem(
            404, "documents.unknown-code", "没有查到这个编号", "请对着合同再看一遍编号，或者扫合同上的码"
        )
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
ROUTES: list[tuple[str, str, Handler]] = [
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
    ("DELETE", r"/v1/identity/sessions(?:/current)?", lambda w, b: Answer(204)),
    (
        "GET",
        r"/v1/identity/sessions",
        lambda w: page(
            [
                {
                    "session_id": "s1",
                    "method": "sms",
                    "method_label": "短信登录",
                    "device": "浏览器",
                    "created_at": TIMES[0],
                    "ends_at": TIMES[1],
                    "current": True,
                }
            ]
        ),
    ),
    ("GET", r"/v1/identity/consents", lambda w: Answer(200, {"items": [CONSENT]})),
    ("DELETE", r"/v1/identity/me/consents/real-name", lambda w, b: Answer(204)),
    ("GET", r"/v1/identity/me", lambda w: Answer(200, w.me)),
    ("PUT", r"/v1/identity/me/preferences", lambda w, b: Answer(200, w.me)),
    ("GET", r"/v1/identity/me/data", lambda w: Answer(200, {"person": w.me})),
    ("POST", r"/v1/identity/me/erasure", lambda w, b: Answer(202, {})),
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
    (
        "POST",
        r"/v1/workers/contracts/([^/]+)/signature",
        lambda w, one, b: change(w, one, "worker_signed", "withdraw"),
    ),
    ("POST", r"/v1/workers/contracts/([^/]+)/withdrawal", lambda w, one, b: change(w, one, "withdrawn")),
    (
        "POST",
        r"/v1/workers/contracts/([^/]+)/countersignature",
        lambda w, one, b: change(w, one, "countersigned"),
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
    (
        "GET",
        r"/v1/notices/summary",
        lambda w: Answer(200, {"unread": sum(not one["read"] for one in w.notices)}),
    ),
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


class Stand(BaseHTTPRequestHandler):
    """Static files of the build, and the routes above with submit-once and expired tokens as the service has them."""

    world: World
    root: Path
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the tests say what matters."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not path.startswith("/v1/"):
            self.send_static(path)
            return
        state = re.search(r"\?state=\w+", self.path)
        self.answer(self.route("GET", path + (state.group() if state else "")))

    def do_POST(self) -> None:
        self.write("POST")

    def do_PUT(self) -> None:
        self.write("PUT")

    def do_DELETE(self) -> None:
        self.write("DELETE")

    def write(self, method: str) -> None:
        path = urlsplit(self.path).path
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        key = self.headers["Idempotency-Key"]
        with self.world.lock:
            first = key not in self.world.answers
            answer = self.world.answers.get(key) or self.route(method, path, body)
            if first and answer.status < 400:
                self.world.answers[key] = answer
                self.world.writes.append((key, path, "done"))
            else:
                self.world.writes.append((key, path, "replayed" if not first else "refused"))
            lost = path in self.world.lose_after
        if lost:
            self.connection.close()
            self.close_connection = True
            return
        self.answer(answer)

    def route(self, method: str, path: str, body: Json | None = None) -> Answer:
        if self.world.expired and "/sessions/" not in path and self.headers.get("Authorization"):
            return problem(401, "auth.token-expired", "登录已过期", "请重新登录")
        for verb, pattern, handler in ROUTES:
            match = re.fullmatch(pattern, path)
            if verb == method and match:
                found = [*match.groups()]
                return handler(self.world, *found, *([] if body is None else [body]))
        return problem(404, "http.not-found", "没有这个地址", "请回首页")

    def answer(self, answer: Answer) -> None:
        content = b"" if answer.status == 204 else json.dumps(answer.body).encode()
        self.send_response(answer.status)
        kind = "application/problem+json" if answer.status >= 400 else "application/json"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_static(self, path: str) -> None:
        file = self.root / path.lstrip("/")
        if not file.is_file():
            file = self.root / "index.html"
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@dataclass
class Service:
    """A running stand-in."""

    url: str
    world: World
    server: ThreadingHTTPServer

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def start_service(root: Path, port: int = 0) -> Service:
    world = World()
    handler = type("BoundStand", (Stand,), {"world": world, "root": root})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    return Service(f"http://127.0.0.1:{server.server_port}", world, server)
