"""One matter on the console: who, what they brought, the form, the clocks, the papers, what may be done now."""

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Fact, Step
from mashangban.domains.matters import permissions
from mashangban.domains.matters.console import desk
from mashangban.domains.matters.schemas.matters import MatterView
from mashangban.domains.matters.service import lists
from mashangban.domains.matters.terms import SUPPLY_DAYS, SUPPLY_LEAST, SUPPLY_MOST, Stage
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
ONE = desk.HOME + "/{matter_id}"
AGAIN = desk.HOME + "/{id}"


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST, template="matters/matter.html")
def matter(call: PageCall, matter_id: str) -> View:
    shown = lists.show(call.act, matter_id)
    context = {
        "matter": shown,
        "home": ONE.format(matter_id=matter_id),
        "badge": desk.badge(shown.row),
        "facts": _facts(shown),
        "values": [
            Fact(one.label, "提交前看不到" if one.hidden else one.value or "没填") for one in shown.values
        ],
        "steps": [Step(one.at, one.label, one.by_label, one.note, hash=one.hash) for one in shown.log],
        "acts": _acts(call, shown),
        "rating": _rating(shown),
        "supply": {"least": SUPPLY_LEAST, "most": SUPPLY_MOST, "days": SUPPLY_DAYS},
    }
    return View(f"{shown.row.name} {shown.row.number}", context, crumbs=desk.CRUMBS, pictures=True)


def _acts(call: PageCall, shown: MatterView) -> list[str]:
    """What the page offers: a decision and more time only to whoever may decide."""
    handles, decides = call.actor.holds(permissions.HANDLE), call.actor.holds(permissions.DECIDE)
    return [one for one in shown.actions if (decides if one in ("decide", "extend") else handles)]


def _rating(one: MatterView) -> list[Fact]:
    given = one.rating
    if given is None:
        return []
    waits = one.row.stage == Stage.CONFIRM.value
    known = (
        ("几星", f"{given.stars} 星，{given.stars_label}"),
        ("什么时候", clock.spoken(given.at)),
        ("本人说", given.text or "没有写"),
        ("写好的答复" if waits else "答复本人", "" if given.returned else given.answer),
        ("退回的答复", given.answer if given.returned else ""),
        ("为什么退回", given.returned),
    )
    return [Fact(label, value) for label, value in known if value]


def _facts(one: MatterView) -> list[Fact]:
    known = (
        ("申请人", one.applicant),
        ("事项", f"{one.row.name}（办事指南第 {one.edition} 版）"),
        ("承诺", f"受理后 {one.days} 个工作日"),
        ("送达方式", one.delivery_label),
        ("收件地址", one.address),
        ("快递单号", one.waybill),
        ("暂停计时", one.paused),
        ("从哪里开始", "和工作人员的对话里" if one.talk_id else ""),
        ("决定", one.outcome_label),
        ("理由和依据", one.reason),
    )
    return [Fact(label, value) for label, value in known if value]
