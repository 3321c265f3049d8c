"""The inbox at a desk: what clerks, offices and officers are told, with the way to the page where they can act."""

from mashangban.console.forms import FORM
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Column, Empty, Fact, Flash, Link, Row, Table, Tone
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, ListQuery
from mashangban.notices import permissions
from mashangban.notices.models import TABLE
from mashangban.notices.schemas import NoticeView
from mashangban.notices.service import inbox

pages = Blueprint(__name__)
HOME = "/console/notices"
_COLUMNS = (
    Column("title", "消息"),
    Column("state", "状态"),
    Column("at", "时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.OPEN_INBOX, template="notices/inbox.html")
def notices(call: PageCall) -> View:
    asked = ListQuery.model_validate({k: v for k, v in call.request.query.items() if k == "cursor" and v})
    found = inbox.inbox(call.actor, asked.page)
    table = Table(
        name="notices",
        caption="消息",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有消息", "有事要您办的时候，会在这里告诉您。"),
        path=HOME,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    unread = inbox.summary(call.actor).unread
    return View("消息", {"list": table, "links": (), "unread": unread})


@pages.route(HOME + "/{notice_id}", methods=["GET"])
@page(permission=permissions.OPEN_INBOX, template="notices/notice.html")
def notice(call: PageCall, notice_id: str) -> View:
    """Whoever opens a message has read it."""
    shown = inbox.open_notice(call.act, notice_id)
    facts = (Fact("时间", clock.spoken(shown.at)), Fact("内容", shown.text))
    way = Link("去办理", shown.link) if shown.link and shown.link.startswith("/console/") else None
    return View(shown.title, {"facts": facts, "way": way}, crumbs=(Link("消息", HOME),))


@pages.route(HOME + "/read-all", methods=["POST"], content_types=[FORM])
@form(permission=permissions.OPEN_INBOX, once=TABLE, again=HOME)
def read_all(call: PageCall) -> Go:
    inbox.read_all(call.act)
    return Go(HOME, Flash(Tone.GOOD, "已全部标为已看"))


def _row(one: NoticeView) -> Row:
    state = Cell("已看") if one.read else Cell("未看", tone=Tone.ACCENT)
    cells = {"title": Cell(one.title, sub=one.text), "state": state, "at": Cell(clock.spoken(one.at))}
    return Row(f"{HOME}/{one.id}", cells)
