"""Which of a region's items are handled online, and the form, a line an entry."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Column, Empty, Filter, Flash, Link, Row, Table, Tone
from mashangban.domains.guides.schemas import GuideHead, GuideHeadsQuery
from mashangban.domains.guides.service import reading
from mashangban.domains.guides.terms import GuideShelf
from mashangban.domains.matters import permissions
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.rules.item import Offer
from mashangban.domains.matters.schemas.offers import MatterOfferForm
from mashangban.domains.matters.service import offering
from mashangban.domains.matters.terms import Delivery
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.processes.handling.console import lines
from mashangban.processes.handling.service import handling as service

pages = Blueprint(__name__)
HOME = "/console/handling"
ONE = HOME + "/{item_id}"
CRUMBS = (Link("网上办件", "/console/matters"), Link("哪些事能网上办", HOME))
_COLUMNS = (Column("name", "事项"), Column("code", "事项编码", kind="code"), Column("open", "网上办理"))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.KEEP_OFFER, template="console/list.html")
def items(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.KEEP_OFFER)
    given = call.request.query
    region = regions.chosen(given.get("region") or regions.own(call.actor), known)
    query = parse(
        GuideHeadsQuery,
        {"region": region, "shelf": GuideShelf.PUBLISHED.value, "cursor": given.get("cursor") or ""},
    )
    found = reading.heads(call.actor, query)
    offers = offering.several(one.id for one in found.items)
    table = Table(
        name="handling",
        caption="哪些事能网上办",
        columns=_COLUMNS,
        rows=tuple(_row(one, offers.get(one.id)) for one in found.items),
        empty=Empty("这个地区还没有公布办事指南", "先在“办事指南”里公布，再回来设置网上办理。"),
        path=HOME,
        filters=(Filter("region", "地区", value=region, choices=known),),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    return View("哪些事能网上办", {"list": table, "links": ()}, crumbs=CRUMBS[:1])


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.KEEP_OFFER, template="handling/item.html")
def item(call: PageCall, item_id: str) -> View:
    guide = service.guide(call.act, item_id)
    found = offering.of(item_id) or Offer(item_id, guide.content.name, guide.region, open=False)
    typed = {
        "asks": lines.written(found.asks),
        "deliveries": [one.value for one in found.deliveries],
        "open": found.open,
    }
    return _writing(item_id, guide.content.name, typed)


@pages.route(ONE, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_OFFER, template="handling/item.html", once=TABLE, again=HOME)
def keep(call: PageCall, item_id: str) -> View | Go:
    given = Form.read(call.body)
    typed = {
        "asks": given.one("asks"),
        "deliveries": list(given.all("deliveries")),
        "open": bool(given.one("open")),
    }
    done = attempt(lambda: service.keep(call.act, item_id, _form(given)))
    if isinstance(done, AppError):
        return _writing(item_id, service.guide(call.act, item_id).content.name, typed, done)
    said = (
        "大家在办事指南里能点“网上办理”了。"
        if done.open
        else "办事指南里没有“网上办理”了；已经开始的照样办完。"
    )
    return Go(HOME, Flash(Tone.GOOD, "已保存", said))


def _form(given: Form) -> MatterOfferForm:
    return given.parse(
        MatterOfferForm,
        open=bool(given.one("open")),
        asks=lines.read(given.one("asks")),
        deliveries=list(given.all("deliveries")),
    )


def _writing(item_id: str, name: str, typed: dict[str, object], refused: AppError | None = None) -> View:
    context = {
        "action": ONE.format(item_id=item_id),
        "back": HOME,
        "typed": typed,
        "kinds": lines.HINT,
        "deliveries": list(Delivery),
        "refused": refused,
        "key": ids.new_id(),
    }
    return View(f"网上办理：{name}", context, crumbs=CRUMBS)


def _row(one: GuideHead, offer: Offer | None) -> Row:
    is_open = offer is not None and offer.open
    cells = {
        "name": Cell(one.name),
        "code": Cell(one.code),
        "open": Cell("能办" if is_open else "没开", tone=Tone.GOOD if is_open else Tone.PLAIN),
    }
    return Row(ONE.format(item_id=one.id), cells)
