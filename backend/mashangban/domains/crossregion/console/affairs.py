"""Affairs of an alliance on the console: lists by kind, a new one, one with its parts."""

from collections.abc import Sequence

from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import affairforms
from mashangban.domains.crossregion.console import alliances as shell
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.affairs import (
    AffairForm,
    AffairPartForm,
    AffairRow,
    AffairsQuery,
    AffairView,
    AffairZoneForm,
)
from mashangban.domains.crossregion.service import affairs as service
from mashangban.domains.crossregion.service import affairviews, alliances
from mashangban.domains.crossregion.terms.affairs import AffairKind, AffairState
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, ListQuery

pages = Blueprint(__name__)
OF = shell.ONE + "/affairs"
HOME = "/console/crossregion/affairs"
ONE = HOME + "/{affair_id}"
AGAIN = HOME + "/{id}"
_COLUMNS = (
    Column("title", "名称"),
    Column("host", "由谁登记"),
    Column("guests", "还有哪些地区"),
    Column("days", "日期", kind="date"),
    Column("parts", "记录", kind="number"),
    Column("state", "状态"),
)
_TONES = {AffairState.OPEN: Tone.ACCENT, AffairState.DONE: Tone.GOOD, AffairState.DROPPED: Tone.PLAIN}
_KINDS = tuple(Choice(one.value, one.label) for one in AffairKind)


@pages.route(OF, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="console/list.html")
def affairs(call: PageCall, alliance_id: str) -> View:
    given = call.request.query
    query = parse(AffairsQuery, {name: given.get(name) or "" for name in ("kind", "cursor")})
    found = affairviews.listed(call.actor, alliance_id, query)
    home, kind = OF.format(alliance_id=alliance_id), query.kind
    table = Table(
        name="cross-affairs",
        caption=kind.label,
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=Empty(f"还没有{kind.label}", "登记以后，有关地区会收到消息，在这里也能看到。"),
        path=home,
        filters=(Filter("kind", "看哪些", value=kind.value, choices=_KINDS),),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    new = Link(f"登记{kind.label}", f"{home}/new?kind={kind.value}", "plus")
    links = (new,) if call.actor.holds(permissions.TAKE_PART) else ()
    return View("会议、印章和交流", {"list": table, "links": links}, crumbs=_crumbs(alliance_id))


@pages.route(HOME + "/about/{case_id}", methods=["GET"])
@page(permission=permissions.TAKE_PART, template="")
def ask_about(call: PageCall, case_id: str) -> Go:
    """From a case to a question about it."""
    alliance_id = service.alliance_of(call.actor, case_id)
    return Go(f"{OF.format(alliance_id=alliance_id)}/new?kind={AffairKind.ADVICE.value}&case={case_id}")


@pages.route(OF + "/new", methods=["GET"])
@page(permission=permissions.TAKE_PART, template="console/choices.html")
def new_affair(call: PageCall, alliance_id: str) -> View:
    query = parse(AffairsQuery, {"kind": call.request.query.get("kind") or ""})
    return _writing(call, alliance_id, query.kind, {"case_id": call.request.query.get("case") or ""})


@pages.route(OF, methods=["POST"], content_types=[FORM])
@form(permission=permissions.TAKE_PART, template="console/choices.html", once=TABLE, again=AGAIN)
def open_affair(call: PageCall, alliance_id: str) -> View | Go:
    given = Form.read(call.body)
    guests = given.all("guests")
    done = attempt(lambda: service.open_(call.act, alliance_id, given.parse(AffairForm, guests=guests)))
    if isinstance(done, AppError):
        query = parse(AffairsQuery, {"kind": given.one("kind")})
        names = ("host", "guests", "title", "text", "first", "last", "phone", "case_id")
        return _writing(
            call, alliance_id, query.kind, {name: given.one(name) for name in names}, guests, done
        )
    return Go(ONE.format(affair_id=done.id), Flash(Tone.GOOD, "已登记", "有关地区会收到消息。"))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="crossregion/affair.html")
def affair(call: PageCall, affair_id: str) -> View:
    query = parse(ListQuery, {"cursor": call.request.query.get("cursor") or ""})
    shown = affairviews.show(call.act, affair_id, query.page)
    context = {
        "affair": shown,
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(step.at, step.label, step.by_label, step.note, hash=step.hash) for step in shown.log],
        "home": ONE.format(affair_id=affair_id),
        "key": ids.new_id(),
    }
    back = Link("会议、印章和交流", f"{OF.format(alliance_id=shown.alliance_id)}?kind={shown.kind.value}")
    return View(shown.row.title, context, crumbs=(*_crumbs(shown.alliance_id), back))


@pages.route(ONE + "/parts", methods=["POST"], content_types=[FORM])
@form(permission=permissions.TAKE_PART, once=TABLE, again=AGAIN)
def add_part(call: PageCall, affair_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(affair_id=affair_id),
        lambda: service.add(call.act, affair_id, given.parse(AffairPartForm)),
        "已添加，有关地区会收到消息",
    )


@pages.route(ONE + "/parts/{number}/done", methods=["POST"], content_types=[FORM])
@form(permission=permissions.TAKE_PART, once=TABLE, again=AGAIN)
def settle_part(call: PageCall, affair_id: str, number: str) -> Go:
    given, asked = Form.read(call.body), int(number) if number.isdecimal() else 0
    return acted(
        ONE.format(affair_id=affair_id),
        lambda: service.settle(call.act, affair_id, asked, given.parse(AffairZoneForm)),
        "已记下办好了，不再提醒",
    )


@pages.route(ONE + "/end", methods=["POST"], content_types=[FORM])
@form(permission=permissions.TAKE_PART, once=TABLE, again=AGAIN)
def end_affair(call: PageCall, affair_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(affair_id=affair_id),
        lambda: service.end(call.act, affair_id, given.parse(AffairZoneForm)),
        "已结束，记录都还在",
    )


def _writing(
    call: PageCall,
    alliance_id: str,
    kind: AffairKind,
    typed: dict[str, str],
    guests: Sequence[str] = (),
    refused: AppError | None = None,
) -> View:
    one = alliances.at_desk(call.actor, alliance_id).alliance
    mine = call.actor.reach(permissions.TAKE_PART)
    home = OF.format(alliance_id=alliance_id)
    context: dict[str, object] = {
        "fields": affairforms.fields(mine, one, kind, typed, refused),
        "groups": affairforms.boxes(mine, one, kind, tuple(guests), refused),
        "action": home,
        "back": f"{home}?kind={kind.value}",
        "key": ids.new_id(),
        "hidden": {"kind": kind.value, "case_id": typed.get("case_id", "")},
        "refused": refused,
        "submit": "登记",
    }
    return View(f"登记{kind.label}", context, crumbs=_crumbs(alliance_id))


def _row(one: AffairRow) -> Row:
    cells = {
        "title": Cell(one.title),
        "host": Cell(one.host_name),
        "guests": Cell("、".join(one.guest_names)),
        "days": Cell(_days(one)),
        "parts": Cell(str(one.parts)),
        "state": _state(one),
    }
    return Row(ONE.format(affair_id=one.id), cells)


def _state(one: AffairRow) -> Cell:
    return Cell(one.state_label, tone=_TONES[AffairState(one.state)])


def _days(one: AffairRow) -> str:
    return " 至 ".join(str(day) for day in (one.first, one.last) if day is not None)


def _facts(one: AffairView) -> list[Fact]:
    words = affairforms.WORDS[one.kind]
    facts = [
        Fact("由谁登记", one.row.host_name),
        Fact(words.guests, "、".join(one.row.guest_names)),
        Fact(words.text, one.text),
    ]
    if _days(one.row):
        facts.append(Fact("日期", _days(one.row)))
    if one.person:
        facts.append(Fact("去的人", one.person))
    return facts


def _crumbs(alliance_id: str) -> tuple[Link, ...]:
    name = alliances.show(alliance_id).name
    return (*shell.CRUMBS, Link(name, shell.ONE.format(alliance_id=alliance_id)))
