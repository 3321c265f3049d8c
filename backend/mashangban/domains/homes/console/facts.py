"""The four transparencies in the console: what residents are told; told by the office, corrected, withdrawn."""

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.homes import permissions, schemas
from mashangban.domains.homes.console import estates, places
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import EstateView, FactView
from mashangban.domains.homes.service import estates as estate_service
from mashangban.domains.homes.service import facts as service
from mashangban.domains.homes.terms import FactKind
from mashangban.files import service as files
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
AT = estates.ONE + "/facts"
ONE = estates.HOME + "/facts/{fact_id}"
AGAIN = estates.HOME + "/facts/{id}"
KINDS = tuple(Choice(one.value, one.label) for one in FactKind)
_COLUMNS = (
    Column("title", "项目"),
    Column("reaches", "公开到（楼-单元-室）"),
    Column("source", "来源"),
    Column("day", "日期", kind="date"),
    Column("papers", "附件", kind="number"),
    Column("state", "状态"),
)
_WORDS = ("title", "words", "source", "number", "happened_on")


@pages.route(AT, methods=["GET"])
@page(permission=permissions.VIEW_ESTATE, template="console/list.html")
def facts(call: PageCall, estate_id: str) -> View:
    estate = estate_service.show_estate(call.actor, estate_id)
    query = _asked(call)
    found = service.of_estate(call.actor, estate_id, query)
    home = AT.format(estate_id=estate_id)
    table = Table(
        name="homes-facts",
        caption="公开资料",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这一级还没有公开资料", "整个小区、楼栋、单元、一户的资料分开列，换一级看看。"),
        path=home,
        filters=_filters(estate, query),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    told = (Link("带附件公开", f"{home}/paper"), Link("公开一项资料", f"{home}/new", "plus"))
    links = told if places.in_hand(call.actor, estate) else ()
    return View("公开资料", {"list": table, "links": links}, crumbs=estates.crumbs(estate))


@pages.route(AT + "/new", methods=["GET"])
@page(permission=permissions.TELL_FACTS, template="console/form.html")
def new_fact(call: PageCall, estate_id: str) -> View:
    chosen = call.request.query.get("file", "")
    return _entering(call, estate_id, Form({"files": (chosen,)} if chosen else {}))


@pages.route(AT + "/paper", methods=["GET"])
@page(permission=permissions.TELL_FACTS, template="homes/paper.html")
def paper(call: PageCall, estate_id: str) -> View:
    """A paper is chosen before the form is filled in: the files room keeps it, the fact names it."""
    estate, home = estate_service.show_estate(call.actor, estate_id), AT.format(estate_id=estate_id)
    context = {"then": f"{home}/new?file=", "back": f"{home}/new", "limit": MOST_POSTED, "key": ids.new_id()}
    return View("附件", context, crumbs=_crumbs(estate))


@pages.route(AT, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.TELL_FACTS,
    template="console/form.html",
    once=TABLE,
    again=AGAIN,
)
def enter(call: PageCall, estate_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(
        lambda: service.enter(
            call.act, estate_id, given.parse(schemas.FactForm, files=list(given.all("files")))
        )
    )
    if isinstance(done, AppError):
        return _entering(call, estate_id, given, done)
    return Go(_address(done.id), Flash(Tone.GOOD, "已公开，住户可以看到了"))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.VIEW_ESTATE, template="homes/fact.html")
def fact(call: PageCall, fact_id: str) -> View:
    estate, shown = service.show(call.actor, fact_id)
    context = {
        "fact": shown,
        "home": _address(fact_id),
        "badge": _state(shown),
        "facts": _lines(shown),
        "acts": places.in_hand(call.actor, estate) and not shown.withdrawn,
    }
    return View(shown.title, context, crumbs=_crumbs(estate))


@pages.route(ONE + "/correction", methods=["GET"])
@page(permission=permissions.TELL_FACTS, template="console/form.html")
def correction(call: PageCall, fact_id: str) -> View:
    shown = service.show(call.actor, fact_id)[1]
    return _correcting(call, fact_id, Form({name: (str(getattr(shown, name)),) for name in _WORDS}))


@pages.route(ONE + "/correction", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.TELL_FACTS,
    template="console/form.html",
    once=TABLE,
    again=AGAIN,
)
def correct(call: PageCall, fact_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.correct(call.act, fact_id, given.parse(schemas.Correction)))
    if isinstance(done, AppError):
        return _correcting(call, fact_id, given, done)
    return Go(_address(done.id), Flash(Tone.GOOD, "已更正", "原来的一项已撤回，原因住户能看到。"))


@pages.route(ONE + "/withdrawal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.TELL_FACTS, once=TABLE, again=AGAIN)
def withdraw(call: PageCall, fact_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        _address(fact_id),
        lambda: service.withdraw(call.act, fact_id, given.parse(schemas.Withdrawal)),
        "已撤回，原因住户能看到",
    )


def _asked(call: PageCall) -> schemas.FactListQuery:
    """As far down as the filters are filled in; a unit or room without its building asks for nothing."""
    given = call.request.query
    kind = given.get("kind", "")
    wanted = FactKind(kind) if kind in set(FactKind) else FactKind.MATERIAL
    building, unit, room = (given.get(name, "").strip()[:20] for name in ("building", "unit", "room"))
    cursor = given.get("cursor") or None
    if not building:
        return schemas.FactListQuery(kind=wanted, cursor=cursor)
    return schemas.FactListQuery(kind=wanted, building=building, unit=unit, room=room, cursor=cursor)


def _filters(estate: EstateView, query: schemas.FactListQuery) -> tuple[Filter, ...]:
    return (
        Filter("kind", "类别", value=query.kind.value, choices=KINDS),
        Filter("building", "公开到", value=query.building, choices=_buildings(estate)),
        Filter("unit", "单元", kind="search", value=query.unit, hint="先选楼栋，再写单元号"),
        Filter("room", "室号", kind="search", value=query.room, hint="写全室号，如 1801"),
    )


def _buildings(estate: EstateView) -> tuple[Choice, ...]:
    return (Choice("", "整个小区"), *(Choice(one.name, f"{one.name}号楼") for one in estate.buildings))


def _entering(call: PageCall, estate_id: str, given: Form, refused: AppError | None = None) -> View:
    estate = estate_service.show_estate(call.actor, estate_id)
    building = given.one("building")
    where = (
        Field("kind", "类别", given.one("kind"), kind="select", required=True, choices=KINDS),
        Field("building", "公开给哪里的住户", building, kind="select", choices=_buildings(estate)),
        Field("unit", "单元", given.one("unit"), hint="只给一个单元看时写，如 1"),
        Field("room", "室号", given.one("room"), hint="只给一户看时写，如 1801"),
    )
    chosen = given.one("files")
    name = files.show(call.act, chosen).filename if chosen else ""
    attached = (Field("paper", "附件", name, readonly=True, full=True),) if chosen else ()
    home = AT.format(estate_id=estate_id)
    context = _form((*where, *_words(given, refused), *attached), home, home, refused)
    hidden = {"files": chosen} if chosen else {}
    return View("公开一项资料", {**context, "hidden": hidden, "submit": "公开"}, crumbs=_crumbs(estate))


def _correcting(call: PageCall, fact_id: str, given: Form, refused: AppError | None = None) -> View:
    (estate, shown), home = service.show(call.actor, fact_id), _address(fact_id)
    reason = Field(
        "reason",
        "为什么更正",
        given.one("reason"),
        required=True,
        full=True,
        hint="住户能看到",
        error=error_of(refused, "reason"),
    )
    context = _form((*_words(given, refused), reason), f"{home}/correction", home, refused)
    return View(f"更正：{shown.title}", {**context, "submit": "更正"}, crumbs=_crumbs(estate))


def _words(given: Form, refused: AppError | None) -> tuple[Field, ...]:
    told = {name: (given.one(name), error_of(refused, name)) for name in _WORDS}
    return (
        Field(
            "title",
            "项目",
            told["title"][0],
            required=True,
            hint="如 水泥、卫生间防水",
            error=told["title"][1],
        ),
        Field("source", "来源单位", told["source"][0], required=True, error=told["source"][1]),
        Field("number", "编号", told["number"][0], hint="报告、合格证或批次的编号", error=told["number"][1]),
        Field(
            "happened_on",
            "日期",
            told["happened_on"][0],
            kind="date",
            required=True,
            error=told["happened_on"][1],
        ),
        Field("words", "说明", told["words"][0], kind="textarea", full=True, error=told["words"][1]),
    )


def _form(fields: tuple[Field, ...], action: str, back: str, refused: AppError | None) -> dict[str, object]:
    return {
        "fields": fields,
        "action": action,
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
    }


def _crumbs(estate: EstateView) -> tuple[Link, ...]:
    return (*estates.crumbs(estate), Link("公开资料", AT.format(estate_id=estate.id)))


def _address(fact_id: str) -> str:
    return ONE.format(fact_id=fact_id)


def _row(one: FactView) -> Row:
    cells = {
        "title": Cell(one.title),
        "reaches": Cell(one.reaches),
        "source": Cell(one.source, sub=one.number),
        "day": Cell(f"{one.happened_on:%Y-%m-%d}"),
        "papers": Cell(str(len(one.papers)) if one.papers else ""),
        "state": _state(one),
    }
    return Row(_address(one.id), cells)


def _state(one: FactView) -> Cell:
    return Cell("已撤回", tone=Tone.PLAIN) if one.withdrawn else Cell("住户可见", tone=Tone.GOOD)


def _lines(shown: FactView) -> list[Fact]:
    return [
        Fact("类别", shown.kind_label),
        Fact("公开到（楼-单元-室）", shown.reaches),
        Fact("说明", shown.words),
        Fact("来源单位", shown.source),
        Fact("编号", shown.number),
        Fact("日期", f"{shown.happened_on:%Y-%m-%d}"),
        Fact("公开时间", clock.spoken(shown.entered_at)),
        Fact("撤回原因", shown.withdrawn or ""),
    ]
