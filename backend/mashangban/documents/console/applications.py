"""What enterprises of an office's region ask for: the queue, one application, the decision."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Table, Tone
from mashangban.documents import permissions
from mashangban.documents.models import TABLE
from mashangban.documents.schemas.seals import SealApplicationView, SealDecision, SealQueueQuery
from mashangban.documents.service import deciding
from mashangban.documents.terms import ApplicationState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/documents/seal-applications"
_BUCKETS = (Choice("open", "等审核"), Choice("done", "已办完"))
TONES = {
    ApplicationState.SUBMITTED: Tone.WARN,
    ApplicationState.APPROVED: Tone.GOOD,
    ApplicationState.REFUSED: Tone.PLAIN,
}
_COLUMNS = (
    Column("enterprise", "企业"),
    Column("seal", "印章"),
    Column("matters", "用在哪些文件"),
    Column("custodian", "保管人"),
    Column("applied", "申请时间", kind="date"),
    Column("state", "状态"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.REVIEW_SEAL, template="console/list.html")
def applications(call: PageCall) -> View:
    places = _places(call)
    asked = _query(call, places)
    found = deciding.queue(call.actor, asked)
    table = Table(
        name="seal-applications",
        caption="印章申请",
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=_EMPTY[asked.state],
        path=HOME,
        filters=(
            Filter("region", "地区", value=asked.region, choices=places),
            Filter("state", "状态", value=asked.state, choices=_BUCKETS),
        ),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View("印章申请", {"list": table, "links": ()})


_EMPTY = {
    "open": Empty("没有等审核的申请", "企业在手机上申请电子印章后，会出现在这里，先申请的排在前面。"),
    "done": Empty("还没有办完的申请", "批准或没有批准的申请，都留在这里。"),
}


def _places(call: PageCall) -> tuple[Choice, ...]:
    """The office's own regions, then the counties below them."""
    own = call.actor.reach(permissions.REVIEW_SEAL).of("region")
    below = regions.counties(call.actor, permissions.REVIEW_SEAL)
    whole = tuple(Choice(one, divisions.name(one)) for one in own)
    return whole + tuple(one for one in below if one.value not in own)


def _query(call: PageCall, places: tuple[Choice, ...]) -> SealQueueQuery:
    given = call.request.query
    region = given.get("region", "")
    return SealQueueQuery(
        region=region if region in {one.value for one in places} else places[0].value,
        state="done" if given.get("state") == "done" else "open",
        cursor=given.get("cursor") or None,
    )


def _row(one: SealApplicationView) -> Row:
    cells = {
        "enterprise": Cell(one.enterprise_name, sub=one.uscc),
        "seal": Cell(one.kind_label),
        "matters": Cell("、".join(one.matters)),
        "custodian": Cell(one.custodian),
        "applied": Cell(clock.spoken(one.applied_at)),
        "state": Cell(one.state_label, tone=TONES[one.state]),
    }
    return Row(f"{HOME}/{one.id}", cells)


@pages.route(HOME + "/{application_id}", methods=["GET"])
@page(permission=permissions.REVIEW_SEAL, template="documents/seal_application.html")
def application(call: PageCall, application_id: str) -> View:
    one = deciding.view(call.actor, application_id)
    context = {
        "one": one,
        "home": f"{HOME}/{one.id}/decision",
        "badge": Cell(one.state_label, tone=TONES[one.state]),
        "facts": _facts(one),
        "open": one.state is ApplicationState.SUBMITTED,
        "seal": f"/console/documents/seals/{one.enterprise_id}",
    }
    return View(f"{one.enterprise_name}申请{one.kind_label}", context, crumbs=(Link("印章申请", HOME),))


@pages.route(HOME + "/{application_id}/decision", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REVIEW_SEAL, once=TABLE, again=HOME + "/{id}")
def decide(call: PageCall, application_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{application_id}",
        lambda: deciding.decide(call.act, application_id, given.parse(SealDecision)),
        "已办理",
        lambda done: f"现在：{done.state_label}。企业在手机上马上看到。",
    )


def _facts(one: SealApplicationView) -> list[Fact]:
    asked = [
        Fact("企业", one.enterprise_name, href=f"/console/enterprises/{one.enterprise_id}"),
        Fact("统一社会信用代码", one.uscc),
        Fact("申请的印章", one.kind_label),
        Fact("用在哪些文件", "、".join(one.matters)),
        Fact("用途", one.purpose),
        Fact("保管人", one.custodian),
        Fact("谁申请的", one.applicant),
        Fact("申请时间", clock.spoken(one.applied_at)),
    ]
    if one.decided_at is None:
        return asked
    return [
        *asked,
        Fact("谁审核的", one.decided_by),
        Fact("审核时间", clock.spoken(one.decided_at)),
        *([Fact("没有批准的原因", one.refusal)] if one.refusal else []),
    ]
