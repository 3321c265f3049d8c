"""One small world: a site, a team, a worker, and contracts in every state."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any

Json = dict[str, Any]

DAILY = {"basis": "daily", "amount_fen": 35000, "unit": "天", "pay_day": 15, "pay_method": "bank"}
SHA = hashlib.sha256(b"contract").hexdigest()
CODE = "T7KQ2M9XW4"


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
    bank_card: Json | None = None
    wages: dict[str, Json] = field(default_factory=dict)
    homes: list[str] = field(default_factory=lambda: ["owner", "tenant"])
    defects: dict[str, tuple[str, str, list[str]]] = field(default_factory=dict)
    bookings: dict[str, str] = field(
        default_factory=lambda: {"bk1": "booked", "bk2": "booked", "bk3": "waiting", "bk4": "offered"}
    )
    crossings: dict[str, str] = field(
        default_factory=lambda: {"cr1": "moving", "cr2": "missing", "cr3": "supplement", "cr4": "returning"}
    )
    rated: dict[str, Json] = field(default_factory=dict)
    handled: dict[str, str] = field(
        default_factory=lambda: {
            "ma1": "draft", "ma2": "draft", "ma3": "submitted", "ma4": "supplement",
            "ma5": "delivered", "ma6": "lapsed",
        }
    )  # fmt: skip
    public: dict[str, tuple[str, str]] = field(default_factory=lambda: {"pf2": ("fixed", "已修好")})
    tickets: dict[str, tuple[str, str, list[str]]] = field(default_factory=dict)
    found: dict[str, Json] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    writes: list[tuple[str, str, str]] = field(default_factory=list)
    heard: dict[str, Json] = field(default_factory=dict)
    queries: dict[str, dict[str, str]] = field(default_factory=dict)
    lose_after: set[str] = field(default_factory=set)
    held: dict[str, Event] = field(default_factory=dict)
    expired: bool = False
    lock: Lock = field(default_factory=Lock)

    def done(self, path: str) -> int:
        """How many times a write on this path took effect."""
        return sum(1 for _, done_path, how in self.writes if done_path == path and how == "done")


def person(*roles: str, verified: bool = True) -> Json:
    labels = {
        "labour_clerk": "劳资专管员",
        "operator": "用印经办人",
        "foreman": "班组长",
        "enterprise_admin": "企业管理员",
        "county_officer": "县区监管",
    }
    places = {
        "enterprise_admin": ("org:u1", "杭州样例维修有限公司"),
        "county_officer": ("region:330106", "浙江省杭州市西湖区"),
    }
    site = ("project:pr1", "滨江之星三期工程")
    return {
        "person_id": "p1",
        "name_masked": "张*国" if verified else None,
        "phone_masked": "138****8000",
        "id_number_masked": "3301**********1234" if verified else None,
        "real_name": "verified" if verified else "none",
        "verified_at": "2026-11-20T02:00:00Z" if verified else None,
        "roles": [
            {
                "role": role,
                "role_label": labels[role],
                "scope": places.get(role, site)[0],
                "scope_label": places.get(role, site)[1],
            }
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
        "training": None,
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
