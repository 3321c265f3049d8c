"""Claims and publicity, as the stand-in service answers: a claim in every state that a page shows."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.policies import FIRM
from tests.miniprogram.world import TIMES, Answer, Json, World

FIRM_NAME = "杭州样例维修有限公司"
POLICY = "高新技术企业认定奖励"
MODES = {"automatic": "免申即享", "at_once": "即申即享", "ordinary": "申报审核"}
# id: state, its label, desk, mode, what the enterprise may do
STATES: dict[str, tuple[str, str, str, str, list[str]]] = {
    "e1": ("offered", "等企业确认", "", "automatic", ["agree", "withdraw"]),
    "e2": ("draft", "草稿", "", "ordinary", ["submit", "withdraw"]),
    "e3": ("supplement", "等企业补正", "初审", "ordinary", ["supplement", "withdraw"]),
    "e4": ("review", "审核中", "部门审核", "ordinary", ["withdraw"]),
    "e5": ("returned", "被银行退回", "", "ordinary", ["correct_account"]),
    "e6": ("paid", "已到账", "", "at_once", ["evaluate"]),
    "e7": ("refused", "没有通过", "", "ordinary", []),
    "e9": ("submitted", "等受理", "", "ordinary", ["seal", "withdraw"]),
    "e8": ("draft", "草稿", "", "at_once", ["submit", "withdraw"]),
    "ea": ("draft", "草稿", "", "ordinary", ["submit", "withdraw"]),
}
NOTES = {
    "supplement": "请补交上年度审计报告，要有会计师事务所盖章",
    "returned": "账号户名不符",
    "refused": "公司不在海曙区注册",
}
WAITING = {
    "review": "科学技术局（部门审核）：王小红",
    "supplement": FIRM_NAME,
    "offered": FIRM_NAME,
    "returned": FIRM_NAME,
    "submitted": "科学技术局：还没有人接手",
}
STATIONS = ["企业提交", "受理", "初审", "部门审核", "信用核查", "公示", "批准", "国库拨付", "到账"]
HERE = {"draft": 0, "submitted": 1, "supplement": 2, "review": 3, "returned": 7, "paid": 9}


def state_of(world: World, one: str) -> tuple[str, str, str, str, list[str]]:
    moved = world.heard.get(f"claim-{one}")
    if moved is None:
        return STATES[one]
    return moved["state"], moved["label"], "", STATES[one][3], moved["actions"]


def move(
    world: World, one: str, state: str, label: str, *actions: str, status: int = 200, **said: object
) -> Answer:
    world.heard[f"claim-{one}"] = {"state": state, "label": label, "actions": [*actions], **said}
    return Answer(
        status, {"id": one, "number": number(one), "state": state, "state_label": label, "version": 2}
    )


def number(one: str) -> str:
    return f"SB-20261126-7K3M9QT{one[-1]}-X"


def row(world: World, one: str) -> Json:
    state, label, desk, mode, _ = state_of(world, one)
    return {
        "id": one, "number": number(one), "policy_id": "q3" if one == "e8" else "q1", "policy_title": POLICY,
        "mode": mode, "mode_label": MODES[mode], "enterprise_id": FIRM, "enterprise_name": FIRM_NAME,
        "state": state, "state_label": label, "step": "none", "step_label": desk,
        "amount_fen": 0 if one == "e2" else 20_000_000, "updated_at": TIMES[1],
    }  # fmt: skip


def view(world: World, one: str) -> Json:
    state, _, _, _, actions = state_of(world, one)
    steps = [
        {"at": TIMES[0], "label": "开始申报", "by_label": "用印经办人", "hash": "a"},
        {"at": TIMES[1], "label": "提交申报", "by_label": "用印经办人", "hash": "b"},
    ]
    papers = [{"material": "上年度审计报告", "file_id": "f7"}] if state in ("review", "supplement") else []
    return {
        "row": row(world, one), "waiting_for": WAITING.get(state, ""), "contact": "科学技术局 0574-12345678",
        "due_label": "2026年12月10日 17:00前" if state in ("review", "supplement") else "",
        "note": NOTES.get(state, ""), "account_masked": account(state),
        "papers": papers, "materials": materials(world, one), "objections": [],
        "licences": licences(world, one) if one == "ea" else [],
        "form": form(world, one),
        "deadlines": [], "way": way(state), "log": steps, "actions": actions,
    }  # fmt: skip


def materials(world: World, one: str) -> list[str]:
    if one == "ea":
        return [str(found["material"]) for found in licences(world, one) if not found["held"]]
    return ["上年度审计报告", "项目说明"] if one == "e2" else []


def licences(world: World, one: str) -> list[Json]:
    """The library has the first; it answers for the second once it is asked again."""
    return [
        _licence("安全生产许可证", "浙JZ安许证字〔2025〕012345", "2028-03-01"),
        _licence("营业执照", "91330203MA0P00018B", None)
        if world.heard.get(f"looked-{one}")
        else _licence("营业执照", "", None) | {
            "outcome": "silent", "held": False, "outcome_label": "证照库暂时没有答复，请上传照片或稍后再试",
        },
    ]  # fmt: skip


def _licence(name: str, number: str, until: str | None) -> Json:
    return {
        "material": name, "type_label": name, "outcome": "valid", "outcome_label": "已从电子证照库取得，不用上传",
        "held": True, "number": number, "holder_name": FIRM_NAME if number else "",
        "issuer": "浙江省住房和城乡建设厅" if number else "", "issued_on": "2025-03-01" if number else None,
        "valid_until": until, "looked_at": TIMES[0], "sha256": "7" * 64 if number else "",
    }  # fmt: skip


def look_up(world: World, one: str, body: Json) -> Answer:
    world.heard[f"looked-{one}"] = {"looked": True}
    return move(world, one, "draft", "草稿", "submit", "withdraw")


def account(state: str) -> str:
    return "" if state in ("draft", "offered") else "工商银行海曙支行 尾号2345"


def way(state: str) -> list[Json]:
    if state in ("refused", "withdrawn"):
        ends = [("企业提交", "done"), ("没有通过" if state == "refused" else "已撤回", "failed")]
        return [{"label": label, "state": where} for label, where in ends]
    stations = STATIONS if state in HERE else ["列入名单", "企业确认", "批准", "国库拨付", "到账"]
    here = HERE.get(state, 1 if state == "offered" else 3)
    marks = ["done"] * here + ["now"] + ["todo"] * len(stations)
    return [{"label": label, "state": mark} for label, mark in zip(stations, marks, strict=False)]


def kept(one: str) -> Json:
    facts = {
        "science.high_tech": _fact("高新技术企业", "是", "科学技术局", "高企名单"),
        "tax.revenue": _fact("上年营业收入", "500万元", "税务局", "年度申报"),
        "credit.inner": _fact("信用等级", "由部门核对，这里不显示", "市场监督管理局", "信用名册"),
    }
    edition = {
        "title": POLICY, "number": "海政办〔2026〕11号", "basis": "海曙区加快科技创新若干政策第三条",
        "audience": "在海曙区注册的高新技术企业", "summary": "当年认定为高新技术企业的，一次奖励20万元。",
        "steps": "先在网上申报。部门审核后公示。", "payment": "拨到企业对公账户",
        "award": {"cap": 50_000_000},
        "materials": [
            {"name": "高新技术企业证书", "source": "shared", "fact": "science.high_tech"},
            {"name": "上年度审计报告", "source": "upload", "fact": ""},
        ],
    }  # fmt: skip
    return {
        "edition_number": 2, "edition": edition, "facts": facts, "licences": [],
        "verdict": "还不能判断" if one == "e2" else "符合",
        "worth_fen": None if one == "e2" else 20_000_000, "on": "2026-11-20",
    }  # fmt: skip


def _fact(name: str, words: str, department: str, source: str) -> Json:
    return {
        "name": name, "department_label": department, "value": None, "words": words,
        "stated_on": "2026-08-26", "source": source,
    }  # fmt: skip


def problem(status: int, code: str, title: str, kept: str, following: str) -> Answer:
    said = {"type": "about:blank", "title": title, "status": status, "code": code}
    return Answer(status, {**said, "kept": kept, "next": following})


def begin(world: World, body: Json) -> Answer:
    if body["policy_id"] == "q1":
        return problem(409, "claims.claim.already", "这一期已经申报过这项政策", "先前的申报还在",
                       "请在“我的申报”里继续办理")  # fmt: skip
    if body["policy_id"] == "q4":
        return problem(409, "claims.claim.outside-region", "这项政策只给本地区的企业", "",
                       "请在政策列表里选企业注册地的政策")  # fmt: skip
    return move(world, "e8", "draft", "草稿", "submit", "withdraw", status=201)


def form(world: World, one: str) -> Json | None:
    """Made at the first look after the draft was filled in, ready at the second."""
    if one == "e9":
        return _form("unsealed", "该单位没有可用的电子印章")
    if f"filled-{one}" not in world.heard:
        return None
    looked = world.heard[f"filled-{one}"].pop("new", False)
    return _form("making" if looked else "ready")


def _form(state: str, reason: str = "") -> Json:
    labels = {"making": "正在生成", "ready": "请核对，确认后盖章提交", "unsealed": "没有盖上章"}
    return {
        "document_id": "d1", "state": state, "state_label": labels[state],
        "sha256": "" if state == "making" else "5" * 64, "reason": reason, "asked_fen": 0,
    }  # fmt: skip


def submit(world: World, one: str, body: Json) -> Answer:
    world.heard["submission"] = body
    return move(world, one, "submitted", "等受理", "withdraw")


def fill(world: World, one: str, body: Json) -> Answer:
    world.heard["filling"] = body
    if one == "e8":
        return problem(409, "claims.claim.not-eligible", "按部门数据，还不符合这项政策的条件", "草稿还在",
                       "请看“为什么不符合”，数据有错可以提异议")  # fmt: skip
    world.heard[f"filled-{one}"] = {"new": True}
    return move(world, one, "draft", "草稿", "submit", "withdraw")


def agree(world: World, one: str, body: Json) -> Answer:
    world.heard["agreement"] = body
    return move(world, one, "approved", "已批准，等拨付")


def correct(world: World, one: str, body: Json) -> Answer:
    world.heard["account"] = body
    return move(world, one, "approved", "已批准，等拨付")


def mend(world: World, one: str, body: Json) -> Answer:
    world.heard["mended"] = body
    return move(world, one, "review", "审核中", "withdraw")


def public(one: str, firm: str) -> Json:
    return {
        "id": one, "number": number(one), "policy_title": POLICY, "enterprise_name": firm,
        "amount_fen": 20_000_000, "state": "publicity", "state_label": "公示中",
        "until_label": "公示到2026年12月3日",
    }  # fmt: skip


def publicity(world: World) -> Answer:
    """Two pages; what was objected to is listed no more."""
    asked = world.queries["/v1/claims/publicity"]
    if asked.get("region") != "330203":
        return page_of()
    if not asked.get("cursor"):
        first = page_of(public("b1", "宁波样例软件有限公司"))
        return Answer(200, {**first.body, "next_cursor": "2"})
    return page_of(*([] if world.heard.get("objection") else [public("b2", "宁波样例机械有限公司")]))


def object_to(world: World, one: str, body: Json) -> Answer:
    world.heard["objection"] = body
    done = {"id": one, "number": number(one), "state": "objected", "state_label": "异议核查中", "version": 9}
    return Answer(201, done)


def rate(world: World, one: str, body: Json) -> Answer:
    world.heard["rating"] = body
    move(world, one, "paid", "已到账")
    done = {"id": one, "stars": body["stars"], "state": "mending", "state_label": "等部门整改", "version": 1}
    return Answer(201, done)


def rating(world: World, one: str) -> Answer:
    """What was just said; of the refused claim, what was said and mended long ago."""
    said = world.heard.get("rating") if one == "e6" else {"stars": 2, "text": "理由没写清楚"}
    if said is None or one not in ("e6", "e7"):
        return problem(404, "claims.evaluation.unknown", "没有这件评价", "", "")
    old = one == "e7"
    row = {
        "id": one, "number": number(one), "policy_title": POLICY, "stars": said["stars"], "at": TIMES[1],
        "state": "closed" if old else "mending", "state_label": "整改已确认" if old else "等部门整改",
    }  # fmt: skip
    return Answer(200, {
        "row": row, "text": said["text"], "answer": "已补发理由" if old else "", "verdict": "属实" if old else "",
        "deadlines": [], "log": [], "actions": [],
    })  # fmt: skip


def listed(world: World, firm: str) -> Answer:
    return page_of(
        *(row(world, one) for one in STATES if one not in ("e8", "e9", "ea")) if firm == FIRM else ()
    )


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/claims/enterprises/([^/]+)/claims", listed),
    ("GET", r"/v1/claims/claims/([^/]+)", lambda w, one: Answer(200, view(w, one))),
    ("GET", r"/v1/claims/claims/([^/]+)/snapshot", lambda w, one: Answer(200, kept(one))),
    ("POST", r"/v1/claiming/claims", begin),
    ("POST", r"/v1/claiming/claims/([^/]+)/licences", look_up),
    ("POST", r"/v1/claiming/claims/([^/]+)/form", fill),
    ("POST", r"/v1/claiming/claims/([^/]+)/submission", submit),
    ("POST", r"/v1/claims/claims/([^/]+)/sealing", lambda w, one, b: move(w, one, "submitted", "等受理")),
    ("POST", r"/v1/claiming/claims/([^/]+)/agreement", agree),
    ("POST", r"/v1/claims/claims/([^/]+)/account", correct),
    ("POST", r"/v1/claims/claims/([^/]+)/supplement", mend),
    ("POST", r"/v1/claims/claims/([^/]+)/withdrawal", lambda w, one, b: move(w, one, "withdrawn", "已撤回")),
    ("GET", r"/v1/claims/claims/([^/]+)/evaluation", rating),
    ("POST", r"/v1/claims/claims/([^/]+)/evaluation", rate),
    ("GET", r"/v1/claims/publicity", publicity),
    ("POST", r"/v1/claims/claims/([^/]+)/objections", object_to),
]
