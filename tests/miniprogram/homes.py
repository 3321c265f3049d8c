"""A home and its people, as the stand-in service answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.world import SHA, TIMES, Answer, Json, World

DOOR, OFFER, HEIR = "7K3M9QTBXADOORCODE", "TENANTINVITATION16", "OWNERINVITATION016"
ESTATE = "滨江云筑"
BUILDER = {"id": "b1", "name": "浙江样例置业有限公司"}
_RULE = "建设工程质量管理条例第四十条"
_LEAVING = {"name_masked": "张*国", "heir_name_masked": "李*梅", "ends_at": TIMES[3], "me": True}
ROOMS = ["客厅", "主卧", "次卧", "厨房", "卫生间", "阳台"]
PLAN = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 200'%3E"
    "%3Cpath d='M5 5h290v190H5zM150 5v190M5 110h145M215 110v85M150 110h145' fill='%23fff' stroke='%23445' "
    "stroke-width='4'/%3E%3C/svg%3E"
)


def row(one: str = "h1", role: str = "owner") -> Json:
    """A home in the list of mine."""
    return {
        "id": one, "label": "3号楼-2单元-1801室", "estate_name": ESTATE, "role": role,
        "role_label": "业主" if role == "owner" else "租客", "until": None if role == "owner" else "2027-06-30",
        "handed_over_on": "2026-10-01",
    }  # fmt: skip


def cover(label: str, point: str, until: str | None = None, how: str = "in") -> Json:
    words = {"in": "在保修期内", "by_contract": "看合同和质量保证书"}[how]
    return {
        "cover": how, "cover_label": words, "until": until, "sentence": f"{label}保修到2031年10月1日，现在在保修期内。",
        "payer": "您不用付钱：由建设单位负责修，施工单位承担保修义务。", "article": f"{_RULE}{point}" if point else "",
        "source": f"{_RULE}：保修期自竣工验收合格之日起计算", "basis": _RULE, "checked": True,
    }  # fmt: skip


def home(one: str) -> Json:
    """h1 is one's own; h2 is rented, so neither contract nor residents are shown; h3 is being passed on."""
    tenant = one == "h2"
    parts = (("waterproof", "屋面防水，卫生间、房间和外墙面防渗漏", "第二项", "2031-10-01", "in"),
             ("fittings", "电气管线、给排水管道、设备安装和装修", "第四项", "2028-10-01", "in"),
             ("by_contract", "其他项目（按合同和质量保证书）", "", None, "by_contract"))  # fmt: skip
    people = [
        ("p1", "张*国", "owner", "业主", None, True),
        ("p2", "王*", "tenant", "租客", "2027-06-30", False),
    ]
    return {
        "id": one, "label": "3号楼-2单元-1801室", "estate_id": "es1", "estate_name": ESTATE,
        "address": "江南大道 88 号",
        "builder": BUILDER, "house_type": {"name": "A户型", "rooms": ROOMS, "plan": "f1", "plan_url": PLAN},
        "area": 8950, "batch": {"name": "一批", "planned_on": "2026-09-30", "accepted_on": "2026-09-01"},
        "handed_over_on": "2026-10-01", "role": "tenant" if tenant else "owner",
        "role_label": "租客" if tenant else "业主",
        "residents": [] if tenant else [
            {"person_id": who, "name_masked": name, "role": role, "role_label": label, "since": TIMES[0],
             "until": until, "me": me} for who, name, role, label, until, me in people
        ],
        "leaving": [_LEAVING] if one == "h3" else [],
        "contract": None if tenant else {
            "number": "样例预售2026-012345", "signed_on": "2026-03-01", "buyers_masked": ["张*国"]},
        "warranty": [{"part": part, "part_label": label, **cover(label, point, until, how)}
                     for part, label, point, until, how in parts],
        "version": 3,
    }  # fmt: skip


def fact(one: str, withdrawn: str | None = None) -> Json:
    return {
        "id": one, "kind": "material", "kind_label": "材料", "reaches": "3号楼", "title": "防水涂料",
        "words": "合格证和复试报告齐全", "source": "样例防水材料厂", "number": "F2603", "happened_on": "2026-05-12",
        "entered_at": TIMES[0], "link": None, "withdrawn": withdrawn, "version": 1,
        "papers": [{"file_id": "f2", "filename": "合格证.pdf", "content_type": "application/pdf", "url": "/healthz",
                    "thumbnail_url": None}],
    }  # fmt: skip


def inspected(one: str = "i1") -> Json:
    return {
        "id": one, "number": "FH-20260901-7K3M9QTB-X", "home_id": "h1", "estate_name": ESTATE,
        "label": "3号楼-2单元-1801室", "kind": "builder", "kind_label": "分户验收", "round": 1, "state": "signed",
        "state_label": "已签字", "points": 71, "done": 71, "failed": 1, "opened_at": TIMES[0],
    }  # fmt: skip


def offer(code: str) -> Json:
    heir = code == HEIR
    return {
        "kind": "transfer" if heir else "tenant", "kind_label": "过户给新业主" if heir else "邀请租客",
        "estate_name": ESTATE, "label": "3号楼-2单元-1801室", "by_masked": "张*国",
        "until": None if heir else "2027-06-30", "ends_at": "2027-12-30T02:00:00Z", "open": True,
    }  # fmt: skip


def door(code: str) -> Answer:
    if code == "OLDDOOR":
        said = {"type": "about:blank", "status": 409, "code": "homes.code.revoked", "kept": ""}
        return Answer(
            409, {**said, "title": "这张门牌码已经换新，旧码作废", "next": "请扫门上新贴的码，或联系建设单位"}
        )
    card = {
        "home_id": "h9",
        "estate_name": ESTATE,
        "label": "3号楼-2单元-1801室",
        "builder_name": BUILDER["name"],
    }
    return Answer(200, card)


def bind(world: World, body: Json) -> Answer:
    """The contract's number ends with 012345."""
    if not body["contract_tail"].endswith("012345"):
        said = {"type": "about:blank", "status": 422, "code": "homes.binding.no-match", "kept": ""}
        title = "和建设单位登记的购房合同对不上，没有绑定"
        return Answer(
            422, {**said, "title": title, "detail": "还可以再试 4 次", "next": "请核对合同编号最后 6 位"}
        )
    return Answer(201, bound("owner"))


def bound(role: str | None) -> Json:
    label = {"owner": "业主", "tenant": "租客", None: "等待过户"}[role]
    one = {"owner": "h1", "tenant": "h2", None: "h1"}[role]
    return {
        "home_id": one,
        "label": "3号楼-2单元-1801室",
        "role": role,
        "role_label": label,
        "from_at": TIMES[3],
    }


def invited(body: Json) -> Json:
    code = HEIR if body["kind"] == "transfer" else OFFER
    address = f"https://bahn.example/j/i/{code}"
    return {
        **body,
        "kind_label": "邀请",
        "code": code,
        "code_url": address,
        "ends_at": "2027-12-30T02:00:00Z",
    }


def page_of(*items: Json) -> Answer:
    return Answer(200, {"items": list(items), "next_cursor": None})


_LEFT = {"home_id": "h1", "ends_at": TIMES[3]}
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/homes/codes/([^/]+)", lambda w, code: door(code)),
    ("POST", r"/v1/homes/homes", bind),
    (
        "GET",
        r"/v1/homes/homes",
        lambda w: page_of(*(row(f"h{n}", role) for n, role in enumerate(w.homes, 1))),
    ),
    ("GET", r"/v1/homes/homes/([^/]+)", lambda w, one: Answer(200, home(one))),
    ("GET", r"/v1/homes/homes/[^/]+/facts", lambda w: page_of(fact("fa1"), fact("fa2", "批次写错了"))),
    ("GET", r"/v1/homes/homes/[^/]+/inspections", lambda w: page_of(inspected())),
    (
        "GET",
        r"/v1/homes/inspections/([^/]+)",
        lambda w, one: Answer(
            200, {**inspected(one), "document_id": "d1", "document_ready": True, "digest": SHA}
        ),
    ),
    ("POST", r"/v1/homes/homes/[^/]+/invitations", lambda w, b: Answer(201, invited(b))),
    ("GET", r"/v1/homes/invitations/([^/]+)", lambda w, code: Answer(200, offer(code))),
    (
        "POST",
        r"/v1/homes/invitations/([^/]+)/acceptance",
        lambda w, code, b: Answer(200, bound(None if code == HEIR else "tenant")),
    ),
    ("POST", r"/v1/homes/homes/[^/]+/(?:leaving|leaving/undoing)", lambda w, b: Answer(200, _LEFT)),
    ("POST", r"/v1/homes/homes/[^/]+/residents/[^/]+/removal", lambda w, b: Answer(200, _LEFT)),
]
