"""Electronic seals of enterprises, one firm in each state, as the stand-in service answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.screen import Screen
from tests.miniprogram.world import TIMES, Answer, Json, World

_OFFICE = ("enterprise_admin",)
_SEALS = "seals/pages/mine/index?org="
SCREENS = {
    "seals": Screen(_SEALS + "u1", "可以盖在劳动合同和补充协议、政策申报表上", _OFFICE),
    "seals-none": Screen(_SEALS + "new", "还没有电子印章", _OFFICE),
    "seals-nobody": Screen("seals/pages/mine/index", "这里给企业经办人用"),
    "seal-waiting": Screen(_SEALS + "waiting", "部门正在审核", _OFFICE),
    "seal-refused": Screen(_SEALS + "refused", "没有批准：用途没有写清楚", _OFFICE),
    "seal-ready": Screen(_SEALS + "ready", "启用后才能盖章", _OFFICE),
    "seal-stopped": Screen(_SEALS + "stopped", "要恢复请联系部门", _OFFICE),
    "seal-ended": Screen(_SEALS + "ended", "重新申请印章", _OFFICE),
    "seal-apply": Screen("seals/pages/apply/index?org=new", "陈*强（用印经办人）", _OFFICE),
    "seal-uses": Screen("seals/pages/uses/index?org=u1", "经办人逐份确认", _OFFICE),
}
STATES = {"ready": "等启用", "active": "使用中", "suspended": "已停用", "revoked": "已注销"}
# The firm of the signed-in person in each state of its seal; a firm without a seal is "new" to them.
FIRMS = {"u1": "active", "ready": "ready", "stopped": "suspended", "ended": "revoked"}
ACTS = {
    "ready": ["enable", "revoke"],
    "active": ["suspend", "revoke"],
    "suspended": ["resume", "revoke"],
    "revoked": ["apply"],
}


def seal(world: World, firm: str) -> Json | None:
    state = world.found.get(f"seal-{firm}", {}).get("state") or FIRMS.get(firm)
    if state is None:
        return None
    return {
        "enterprise_id": firm,
        "name": "杭州样例维修有限公司",
        "uscc": "91330100799655058B",
        "purpose": "合同专用章",
        "kind_label": "合同专用章",
        "matters": ["劳动合同和补充协议", "政策申报表"],
        "custodian": "张*国",
        "serial": "",
        "specimen": True,
        "state": state,
        "state_label": STATES[state],
        "stopped_by_office": firm == "stopped",
        "certificate_serial": "5f3a",
        "issued_at": TIMES[0],
        "valid_to": "2031-11-25T03:00:00Z",
        "reason": {"suspended": "部门核查用印", "revoked": "单位更名"}.get(state, ""),
        "version": 2,
    }


def application(state: str, label: str, refusal: str = "") -> Json:
    return {
        "id": "ap1",
        "enterprise_id": "u1",
        "enterprise_name": "杭州样例维修有限公司",
        "uscc": "91330100799655058B",
        "kind": "contract",
        "kind_label": "合同专用章",
        "matters": ["劳动合同和补充协议"],
        "purpose": "在网上和工人签劳动合同",
        "custodian": "张*国",
        "applicant": "张*国（企业管理员）",
        "applied_at": TIMES[0],
        "state": state,
        "state_label": label,
        "decided_at": None if state == "submitted" else TIMES[1],
        "decided_by": "" if state == "submitted" else "王*红（县区监管）",
        "refusal": refusal,
    }


def asked(world: World, firm: str) -> list[Json]:
    if firm == "waiting" or world.heard.get("seal-application"):
        return [application("submitted", "等审核")]
    if firm == "refused":
        return [application("refused", "没有批准", "用途没有写清楚")]
    return [] if firm == "new" else [application("approved", "已批准")]


def folder(world: World, firm: str) -> Answer:
    one, applications = seal(world, firm), asked(world, firm)
    waits = any(each["state"] == "submitted" for each in applications)
    actions = ACTS[one["state"]] if one else ([] if waits else ["apply"])
    if firm == "stopped":
        actions = ["revoke"]
    return Answer(200, {"seal": one, "applications": applications, "actions": actions})


def log(world: World, firm: str) -> Answer:
    if firm == "new":
        return page_of()
    return page_of(
        *(
            {
                "at": at,
                "label": label,
                "text": text,
                "by_label": by,
                "hash": hashlib.sha256(label.encode()).hexdigest(),
            }
            for at, label, text, by in (
                (TIMES[1], "批准，印章制好了", "保管人：张*国", "王*红（县区监管）"),
                (TIMES[0], "申请电子印章", "合同专用章，在网上和工人签劳动合同", "张*国（企业管理员）"),
            )
        )
    )


def uses(firm: str) -> Answer:
    used = {
        "document_id": "d1",
        "template_label": "简易劳动合同",
        "number": "HT-20261123-7K3M9QTB-X",
        "sha256": "5" * 64,
        "certificate_serial": "5f3a",
        "authorisation": "single",
        "authorisation_label": "经办人逐份确认",
        "authorisation_id": None,
        "operator_name": "陈志强",
        "confirmed_at": TIMES[0],
        "sealed_at": TIMES[1],
    }
    return page_of(*([used] if firm == "u1" else []))


def apply(world: World, firm: str, body: Json) -> Answer:
    world.heard["seal-application"] = body
    return Answer(201, application("submitted", "等审核"))


def move(world: World, firm: str, to: str, body: Json) -> Answer:
    world.heard[f"seal-{to}"] = body
    world.found[f"seal-{firm}"] = {"state": to}
    return Answer(200, seal(world, firm))


CUSTODIANS = (
    {"person_id": "p1", "name_masked": "张*国", "role_label": "企业管理员"},
    {"person_id": "p2", "name_masked": "陈*强", "role_label": "用印经办人"},
)
SEAL = r"/v1/documents/seals/([^/]+)"
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", SEAL, folder),
    ("GET", SEAL + "/log", log),
    ("GET", SEAL + "/uses", lambda w, firm: uses(firm)),
    ("GET", SEAL + "/custodians", lambda w, firm: page_of(*CUSTODIANS)),
    ("POST", SEAL + "/applications", apply),
    ("POST", SEAL + "/enabling", lambda w, firm, b: move(w, firm, "active", b)),
    ("POST", SEAL + "/suspension", lambda w, firm, b: move(w, firm, "suspended", b)),
    ("POST", SEAL + "/resumption", lambda w, firm, b: move(w, firm, "active", b)),
    ("POST", SEAL + "/revocation", lambda w, firm, b: move(w, firm, "revoked", b)),
]
