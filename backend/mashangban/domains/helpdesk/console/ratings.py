"""Bad ratings that are to be looked into, mended and called back."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Link, Row, Table, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import places
from mashangban.domains.helpdesk.schemas import RatingRow, RatingsQuery
from mashangban.domains.helpdesk.service import rating
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/helpdesk/ratings"
_BUCKETS = (Choice("open", "差评，还没整改完"), Choice("ended", "其他评价"))
_COLUMNS = (
    Column("number", "编号", kind="code"),
    Column("desk", "部门"),
    Column("stars", "评价"),
    Column("at", "评价时间", kind="date"),
    Column("state", "状态"),
    Column("climb", "督办"),
)
_NOTHING: Page[RatingRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST, template="console/list.html")
def ratings(call: PageCall) -> View:
    choices = places.known(call)
    where = regions.chosen(call.request.query.get("where"), choices)
    bucket = "ended" if call.request.query.get("bucket") == "ended" else "open"
    cursor = call.request.query.get("cursor") or None
    query = {"where": where, "bucket": bucket, "cursor": cursor}
    found = rating.at_place(call.actor, RatingsQuery.model_validate(query)) if where else _NOTHING
    table = Table(
        name="ratings",
        caption="好差评",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的评价", "换一个部门或状态看看。"),
        path=HOME,
        filters=(
            Filter("where", "哪里", value=where, choices=choices),
            Filter("bucket", "状态", value=bucket, choices=_BUCKETS),
        ),
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    return View(
        "好差评", {"list": table, "links": ()}, crumbs=(Link("提问、求助和投诉", "/console/helpdesk"),)
    )


def _row(one: RatingRow) -> Row:
    cells = {
        "number": Cell(one.number or "在线对话"),
        "desk": Cell(one.desk_name),
        "stars": Cell(f"{one.stars} 星"),
        "at": Cell(clock.spoken(one.at)),
        "state": Cell(one.state_label, tone=Tone.ACCENT),
        "climb": Cell(one.climb_label, tone=Tone.BAD) if one.climb_label else Cell(""),
    }
    page = f"tickets/{one.ticket_id}" if one.ticket_id else f"conversations/{one.talk_id}"
    return Row(f"/console/helpdesk/{page}", cells)
