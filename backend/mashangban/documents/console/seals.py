"""An enterprise's seal: what it is, what happened to it, what it was used for last; stopped and ended by an office."""

from collections.abc import Callable

from mashangban.console.forms import FORM, Form, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Fact, Link, Step, Tone
from mashangban.documents import permissions
from mashangban.documents.console import uses
from mashangban.documents.models import TABLE
from mashangban.documents.schemas.seals import SealReason, SealView
from mashangban.documents.service import applying, seals
from mashangban.documents.terms import SealState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.http import Blueprint, ListQuery, Reply
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import service as registry

pages = Blueprint(__name__)
HOME = "/console/documents/seals"
_TONES = {
    SealState.READY: Tone.WARN,
    SealState.ACTIVE: Tone.GOOD,
    SealState.SUSPENDED: Tone.BAD,
    SealState.REVOKED: Tone.PLAIN,
}
# What each act asks before it is done: title, explanation, whether it is hard to take back.
_ACTS = {
    "suspend": ("停用印章", "停用后马上不能盖章；盖过的文件不受影响。部门停用的，只有部门能恢复。", False),
    "resume": ("恢复印章", "恢复后可以继续盖章。", False),
    "revoke": ("注销印章", "注销后不能恢复，要用得重新申请；注销前盖过的文件仍然有效。", True),
}
_DONE: dict[str, Callable[[Act, str, str], SealView]] = {
    "suspend": seals.suspend_seal,
    "resume": seals.resume_seal,
    "revoke": seals.revoke_seal,
}


@pages.route(HOME + "/{enterprise_id}", methods=["GET"])
@page(permission=permissions.READ_SEAL, template="documents/seal.html")
def seal(call: PageCall, enterprise_id: str) -> View:
    asked = parse(ListQuery, call.request.query)
    folder, log = (
        applying.folder(call.actor, enterprise_id),
        applying.log(call.actor, enterprise_id, asked.page),
    )
    home, shown = f"{HOME}/{enterprise_id}", folder.seal
    context = {
        "home": home,
        "one": shown,
        "badge": Cell(shown.state_label, tone=_TONES[SealState(shown.state)]) if shown else None,
        "facts": _facts(shown) if shown else [],
        "waits": next((one for one in folder.applications if one.decided_at is None), None),
        "steps": [Step(one.at, one.label, one.by_label, one.text, hash=one.hash) for one in log.items],
        "earlier": f"{home}?cursor={log.next_cursor}" if log.next_cursor else "",
        "uses": uses.listed(call, enterprise_id, PageRequest(limit=5)),
        "acts": [(name, *_ACTS[name]) for name in folder.actions if name in _ACTS],
    }
    name = registry.enterprise(enterprise_id).name
    crumbs = (Link("企业", "/console/enterprises"), Link(name, f"/console/enterprises/{enterprise_id}"))
    return View("电子印章", context, crumbs=crumbs, lead=name)


@pages.route(HOME + "/{enterprise_id}/picture", methods=["GET"])
@page(permission=permissions.READ_SEAL, template="")
def picture(call: PageCall, enterprise_id: str) -> Reply:
    return Reply(seals.picture(call.actor, enterprise_id), content_type="image/png")


@pages.route(HOME + "/{enterprise_id}/suspend", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUSPEND_SEAL, once=TABLE, again=HOME + "/{enterprise_id}")
def suspend(call: PageCall, enterprise_id: str) -> Go:
    return _act(call, enterprise_id, "suspend")


@pages.route(HOME + "/{enterprise_id}/resume", methods=["POST"], content_types=[FORM])
@form(permission=permissions.STOP_SEAL, once=TABLE, again=HOME + "/{enterprise_id}")
def resume(call: PageCall, enterprise_id: str) -> Go:
    return _act(call, enterprise_id, "resume")


@pages.route(HOME + "/{enterprise_id}/revoke", methods=["POST"], content_types=[FORM])
@form(permission=permissions.STOP_SEAL, once=TABLE, again=HOME + "/{enterprise_id}")
def revoke(call: PageCall, enterprise_id: str) -> Go:
    return _act(call, enterprise_id, "revoke")


def _act(call: PageCall, enterprise_id: str, name: str) -> Go:
    given, act = Form.read(call.body), _DONE[name]
    return acted(
        f"{HOME}/{enterprise_id}",
        lambda: act(call.act, enterprise_id, given.parse(SealReason).reason),
        "已办理",
        lambda done: f"印章现在：{done.state_label}",
    )


def _facts(one: SealView) -> list[Fact]:
    return [
        Fact("印章", one.kind_label),
        Fact("用在哪些文件", "、".join(one.matters)),
        Fact("保管人", one.custodian),
        Fact("证书编号", one.certificate_serial),
        Fact("制发时间", clock.spoken(one.issued_at)),
        Fact("证书到期", clock.spoken(one.valid_to)),
        *([Fact("停用、恢复或注销的原因", one.reason)] if one.reason else []),
    ]
