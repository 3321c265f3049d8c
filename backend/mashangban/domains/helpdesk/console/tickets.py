"""The agent's desk: what is in hand, a department's or a county's tickets, and one of them whole."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Step, Table, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import places
from mashangban.domains.helpdesk.schemas import DepartmentView, TicketRow, TicketsQuery, TicketView
from mashangban.domains.helpdesk.service import lists, offices, rating
from mashangban.domains.helpdesk.terms import CallResult, TicketClass, TicketState
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest

pages = Blueprint(__name__)
HOME = "/console/helpdesk"
ONE = HOME + "/tickets/{ticket_id}"
_BUCKETS = (
    Choice("open", "要办的"),
    Choice("late", "超期被督办的"),
    Choice("answered", "等提问人确认的"),
    Choice("ended", "已结束的"),
)
_TONES = {
    TicketState.RECEIVED.value: Tone.WARN,
    TicketState.PAUSED.value: Tone.PLAIN,
    TicketState.ANSWERED.value: Tone.GOOD,
    TicketState.CLOSED.value: Tone.PLAIN,
    TicketState.WITHDRAWN.value: Tone.PLAIN,
}
_COLUMNS = (
    Column("number", "编号", kind="code"),
    Column("klass", "类别"),
    Column("topic", "方面"),
    Column("desk", "部门"),
    Column("asked", "提出时间", kind="date"),
    Column("state", "状态"),
    Column("climb", "督办"),
)
_MOVES = {"hand-over", "assign", "invite"}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST, template="console/list.html")
def tickets(call: PageCall) -> View:
    choices = (Choice(places.MINE, "我手上的"), *places.known(call))
    where = regions.chosen(call.request.query.get("where"), choices)
    bucket = _bucket(call)
    found = _found(call, where, bucket)
    table = Table(
        name="tickets",
        caption="提问、求助和投诉",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里没有要办的", "换一个部门或状态看看；没有岗位时，请本部门管理员安排上岗。"),
        path=HOME,
        filters=(
            Filter("where", "哪里", value=where, choices=choices),
            Filter("bucket", "状态", value=bucket, choices=_BUCKETS),
        ),
        cursor=call.request.query.get("cursor"),
        next_cursor=found.next_cursor,
    )
    return View("提问、求助和投诉", {"list": table, "links": ()})


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST, template="helpdesk/ticket.html")
def ticket(call: PageCall, ticket_id: str) -> View:
    shown = rating.show(call.act, ticket_id)
    context = {
        "ticket": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [
            Step(one.at, one.label, by=one.by_label, note=one.words, hash=one.hash) for one in shown.log
        ],
        "departments": _departments(shown.region) if _MOVES & set(shown.actions) else (),
        "classes": [Choice(one.value, one.label) for one in TicketClass if one.value != shown.row.klass],
        "reasons": [Choice(one.value, f"{one.label}（最多{one.days}天）") for one in PauseReason],
        "results": [Choice(one.value, one.label) for one in CallResult],
        "alike": lists.alike(call.act, ticket_id) if "join" in shown.actions else (),
        "partners": [Choice(one.department_id, one.name) for one in shown.partners if not one.answered],
    }
    title = f"{shown.row.klass_label} {shown.row.number}"
    return View(title, context, crumbs=(Link("提问、求助和投诉", HOME),), pictures=True)


def _bucket(call: PageCall) -> str:
    asked = call.request.query.get("bucket")
    return asked if asked in [one.value for one in _BUCKETS] else "open"


def _found(call: PageCall, where: str, bucket: str) -> Page[TicketRow]:
    cursor = call.request.query.get("cursor") or None
    if where == places.MINE:
        return lists.in_hand(call.actor, PageRequest(cursor))
    query = TicketsQuery.model_validate({"where": where, "bucket": bucket, "cursor": cursor})
    return lists.at_place(call.actor, query)


def _departments(county: str) -> tuple[Choice, ...]:
    """Whom it may be passed on to: the departments of its county and city."""
    regions = (county, f"{county[:4]}00")
    found = [one for region in regions for one in _all_in(region)]
    return tuple(Choice(one.id, f"{one.name}（{one.level_label}）") for one in found)


def _all_in(region: str) -> list[DepartmentView]:
    return offices.answering(region, PageRequest(limit=MAX_LIMIT)).items


def _row(one: TicketRow) -> Row:
    changed = "改过类别" if one.relabelled else ""
    cells = {
        "number": Cell(one.number),
        "klass": Cell(one.klass_label, sub=changed),
        "topic": Cell(one.topic_label, sub=one.where),
        "desk": Cell(one.desk_name, sub=one.post_label),
        "asked": Cell(clock.spoken(one.asked_at)),
        "state": _state(one),
        "climb": Cell(one.climb_label, tone=Tone.BAD) if one.climb_label else Cell(""),
    }
    return Row(f"{HOME}/tickets/{one.id}", cells)


def _state(one: TicketRow) -> Cell:
    return Cell(one.state_label, tone=_TONES.get(one.state, Tone.ACCENT))


def _facts(shown: TicketView) -> list[Fact]:
    row = shown.row
    asked_as = f"（提出时是{shown.asked_as_label}）" if row.relabelled else ""
    return [
        Fact("提问人写的", shown.text),
        Fact("类别", f"{row.klass_label}{asked_as}"),
        Fact("方面", row.topic_label),
        Fact("地点", row.where),
        Fact("谁在办", f"{row.desk_name}　{row.post_label}岗"),
        Fact("最先接到", shown.first_name),
        Fact(
            "协办", "、".join(f"{one.name}{'（已答复）' if one.answered else ''}" for one in shown.partners)
        ),
        Fact("并入", shown.parent_number),
        Fact("并进来的", f"{shown.children} 件" if shown.children else ""),
        Fact("答复", shown.answer),
    ]
