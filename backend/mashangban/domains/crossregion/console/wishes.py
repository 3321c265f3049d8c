"""What people would have handled elsewhere and no list has, the most wanted first."""

from urllib.parse import quote

from mashangban.console import regions
from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Column, Empty, Filter, Row, Table
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import alliances
from mashangban.domains.crossregion.schemas.wishes import WishesQuery
from mashangban.domains.crossregion.service import alliances as alliance_acts
from mashangban.domains.crossregion.service import wishes as service
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/crossregion/wishes"
_COLUMNS = (Column("what", "想办什么"), Column("asked", "多少人问", kind="number"))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="console/list.html")
def wishes(call: PageCall) -> View:
    known, given = regions.reached(call.actor, permissions.LIST_ALLIANCES), call.request.query
    asked = {"region": given.get("region") or known[0].value, "day": given.get("day") or ""}
    query = parse(WishesQuery, asked)
    wanted = service.most_wanted(call.act, query)
    enter = _entering(query.region)
    rows = [
        Row(
            enter.format(name=quote(one.what)) if enter else "",
            {"what": Cell(one.what), "asked": Cell(str(one.asked))},
        )
        for one in wanted
    ]
    table = Table(
        name="cross-wishes",
        caption="大家想办的",
        columns=_COLUMNS,
        rows=tuple(rows),
        empty=Empty("这个月还没有人提", "手机上找不到要办的事的人，可以在“跨省通办”里说一声。"),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter(
                "day",
                "哪个月（选当月任一天）",
                kind="date",
                value=str(query.day or clock.local_date(call.at)),
            ),
        ),
    )
    lead = "点一行，就把它登记成联盟的事项。" if enter else ""
    return View("大家想办的", {"list": table, "links": ()}, lead=lead, crumbs=alliances.CRUMBS)


def _entering(region: str) -> str:
    """Where what is wanted becomes an item: the list of the only alliance that the zone leads; empty without one."""
    led = alliance_acts.led_by(region)
    return f"{alliances.HOME}/{led[0].id}/new-item?name={{name}}" if len(led) == 1 else ""
