"""The audit log for officers: its signed state, one record's chain, and checking a receipt somebody brings."""

from mashangban.audit import service as audit
from mashangban.audit.rules.chains import ChainFault, Fault
from mashangban.console import permissions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import PageCall, View, form, page
from mashangban.console.views import Choice
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Principal
from mashangban.registry import service as registry
from mashangban.registry.models import TABLE
from mashangban.registry.service import conflicts, imports, persons

pages = Blueprint(__name__)
HOME = "/console/log"
_KINDS = {
    "project": "项目",
    "enterprise": "企业",
    "registered_person": "人员",
    "import": "批量导入",
    "conflict": "数据冲突",
}
_FAULTS = {
    Fault.GAP: "缺了一条",
    Fault.BENT: "没有接上前一条",
    Fault.ALTERED: "内容和指纹对不上",
    Fault.REWRITTEN: "和存证日志里的不一样",
    Fault.REMOVED: "存证日志里有，这里没有",
    Fault.PENDING: "刚发生，还没有进入存证日志（几秒后再看）",
}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.CHECK_LOG, template="console/log.html")
def log(call: PageCall) -> View:
    kind, _, identity = call.request.query.get("subject", "").partition(":")
    kind, identity = call.request.query.get("kind", kind), call.request.query.get("id", identity).strip()
    return _view(_checked(call.actor, kind, identity) if identity else None, kind, identity, None, "")


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHECK_LOG, template="console/log.html", once=TABLE, again=HOME)
def verify(call: PageCall) -> View:
    """Nothing is kept of a receipt that is checked."""
    receipt = Form.read(call.body).one("receipt")
    return _view(None, "", "", audit.verify(receipt.encode()), receipt)


def _view(checked: dict[str, object] | None, kind: str, identity: str, verdict: object, receipt: str) -> View:
    context = {
        "checkpoint": _checkpoint(),
        "kinds": [Choice(code, label) for code, label in _KINDS.items()],
        "kind": kind,
        "id": identity,
        "checked": checked,
        "verdict": verdict,
        "receipt": receipt,
        "key": ids.new_id(),
    }
    lead = "每次办理都会在这里留下改不掉的指纹。任何人都可以核对，不需要相信我们。"
    return View("存证日志", context, lead=lead)


def _checkpoint() -> dict[str, object] | None:
    try:
        state = audit.latest_checkpoint()
    except AppError:
        return None  # the log is empty until the first act
    return {**state.model_dump(), "at": clock.from_text(state.at)}


def _checked(actor: Principal, kind: str, identity: str) -> dict[str, object]:
    """A record's stored chain against the log, for whoever may see the record."""
    _require_sight(actor, kind, identity)
    faults = audit.check_chain(TABLE, Subject(kind, identity))
    real = [one for one in faults if one.fault is not Fault.PENDING]
    return {"sound": not real, "faults": [_line(one) for one in faults]}


def _line(one: ChainFault) -> str:
    return f"第 {one.version} 条：{_FAULTS[one.fault]}"


def _require_sight(actor: Principal, kind: str, identity: str) -> None:
    looks = {
        "project": registry.view_project,
        "enterprise": registry.view_enterprise,
        "registered_person": persons.view_person,
        "import": imports.view_import,
        "conflict": conflicts.view_conflict,
    }
    if kind not in looks:
        raise NotFound()
    looks[kind](actor, identity)
