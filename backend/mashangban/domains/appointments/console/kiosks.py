"""The register of kiosks: all of a region in one list, how each stands, its code, and the switch from afar."""

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, attempt, error_of, parse
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
from mashangban.domains.appointments import permissions
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import KioskForm, KioskRow, KiosksQuery
from mashangban.domains.appointments.service import halls
from mashangban.domains.appointments.service import kiosks as service
from mashangban.domains.appointments.terms import KioskFunction, KioskPaper, KioskPresence
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import Page
from mashangban.registry import divisions, sheets

pages = Blueprint(__name__)
HOME = "/console/appointments/kiosks"
ONE = HOME + "/{kiosk_id}"
_COLUMNS = (
    Column("name", "自助机"),
    Column("hall", "大厅"),
    Column("region", "县区"),
    Column("presence", "状态"),
    Column("seen", "最近报到"),
    Column("functions", "可以显示"),
)
_TONES = {KioskPresence.ONLINE.value: Tone.GOOD, KioskPresence.SILENT.value: Tone.BAD}
_PRESENCES = (Choice("", "全部"), *(Choice(one.value, one.label) for one in KioskPresence))
_A_PAGE = 50
_PAPERS = tuple(Choice(one.value, one.label) for one in KioskPaper)
_CRUMBS = (Link("自助机", HOME),)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_KIOSKS, template="console/list.html")
def kiosks(call: PageCall) -> View:
    places = regions.reached(call.actor, permissions.LIST_KIOSKS)
    query = _query(call, places)
    found = service.listed(call.actor, query, call.at)
    lead = "" if query.cursor else _counts(service.counted(call.actor, query.region, call.at))
    may = call.actor.holds(permissions.KEEP_KIOSKS)
    links = (Link("登记自助机", f"{HOME}/new", "plus"),) if may else ()
    return View("自助机", {"list": _table(query, places, found), "links": links}, lead=lead)


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST_KIOSKS, template="")
def export(call: PageCall) -> Reply:
    ending, kind = downloads.chosen_format(call)
    query = _query(call, regions.reached(call.actor, permissions.LIST_KIOSKS))
    every = sheets.every(lambda page: service.listed(call.actor, query.at(page), call.at))
    rows = [_line(one) for one in every]
    content = sheets.write(kind, [one.label for one in _COLUMNS], rows)
    return downloads.download(content, f"自助机.{ending}", kind)


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_KIOSKS, template="console/form.html")
def new_kiosk(call: PageCall) -> View:
    return _writing(call, "登记自助机", HOME, HOME, Form({}))


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_KIOSKS, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def enter_kiosk(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.enter(call.act, _given(given)))
    if isinstance(done, AppError):
        return _writing(call, "登记自助机", HOME, HOME, given, done)
    return Go(ONE.format(kiosk_id=done.id), _code(done.code))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_KIOSKS, template="appointments/kiosk.html")
def kiosk(call: PageCall, kiosk_id: str) -> View:
    shown = service.show(call.actor, kiosk_id, call.at)
    context = {
        "kiosk": shown,
        "tone": _TONES.get(shown.presence, ""),
        "facts": _facts(shown),
        "keeps": call.actor.holds(permissions.KEEP_KIOSKS),
        "fresh": ids.new_id,
    }
    return View(shown.name, context, crumbs=_CRUMBS)


@pages.route(ONE + "/edit", methods=["GET"])
@page(permission=permissions.KEEP_KIOSKS, template="console/form.html")
def edit_kiosk(call: PageCall, kiosk_id: str) -> View:
    shown, where = service.show(call.actor, kiosk_id, call.at), ONE.format(kiosk_id=kiosk_id)
    typed = {
        "hall_id": (shown.hall_id,),
        "name": (shown.name,),
        "spot": (shown.spot,),
        "paper": (shown.paper,),
    }
    ticked = dict.fromkeys(shown.functions, ("yes",))
    return _writing(call, "更改自助机", f"{where}/edit", where, Form(typed | ticked))


@pages.route(ONE + "/edit", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_KIOSKS, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def change_kiosk(call: PageCall, kiosk_id: str) -> View | Go:
    given, where = Form.read(call.body), ONE.format(kiosk_id=kiosk_id)
    done = attempt(lambda: service.change(call.act, kiosk_id, _given(given)))
    if isinstance(done, AppError):
        return _writing(call, "更改自助机", f"{where}/edit", where, given, done)
    return Go(where, Flash(Tone.GOOD, "已更改", "机器一分钟内照新的显示。"))


@pages.route(ONE + "/code", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_KIOSKS, once=TABLE, again=HOME + "/{id}")
def new_code(call: PageCall, kiosk_id: str) -> Go:
    done = service.new_code(call.act, kiosk_id)
    return Go(ONE.format(kiosk_id=kiosk_id), _code(done.code))


@pages.route(ONE + "/switch", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_KIOSKS, once=TABLE, again=HOME + "/{id}")
def switch_kiosk(call: PageCall, kiosk_id: str) -> Go:
    on = Form.read(call.body).one("on") == "yes"
    return acted(
        ONE.format(kiosk_id=kiosk_id),
        lambda: service.switch(call.act, kiosk_id, on=on),
        "已启用" if on else "已停用",
        lambda _: "机器一分钟内跟着变。",
    )


def _code(code: str) -> Flash:
    text = "24 小时内用一次，只在这里显示这一回。在自助机的浏览器里打开“/j/k/注册码”，或在注册页上输入。"
    return Flash(Tone.GOOD, f"注册码：{code}", text)


def _query(call: PageCall, places: tuple[Choice, ...]) -> KiosksQuery:
    asked = call.request.query.get("region")
    region = asked if asked in [one.value for one in places] else places[0].value
    return parse(KiosksQuery, call.request.query, region=region, limit=_A_PAGE)


def _given(given: Form) -> KioskForm:
    ticked = [one.value for one in KioskFunction if given.one(one.value)]
    return given.parse(KioskForm, functions=ticked)


def _table(query: KiosksQuery, places: tuple[Choice, ...], found: Page[KioskRow]) -> Table:
    filters = {"region": query.region, "presence": query.presence or "", "words": query.words}
    return Table(
        name="kiosks",
        caption="自助机",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的自助机", "登记一台，再在机器上输入注册码，它就会在这里报到。"),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=places),
            Filter("presence", "状态", value=query.presence or "", choices=_PRESENCES),
            Filter("words", "名称或位置", "search", value=query.words),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, filters),
    )


def _row(one: KioskRow) -> Row:
    cells = {
        "name": Cell(f"{one.name}（{one.spot}）" if one.spot else one.name),
        "hall": Cell(one.hall_name),
        "region": Cell(divisions.name(one.region)),
        "presence": Cell(one.presence_label, tone=_TONES.get(one.presence)),
        "seen": Cell(clock.spoken(one.seen_at) if one.seen_at else ""),
        "functions": Cell("、".join(one.function_labels)),
    }
    return Row(ONE.format(kiosk_id=one.id), cells)


def _line(one: KioskRow) -> list[str]:
    return [cell.text for cell in _row(one).cells.values()]


def _counts(counted: dict[KioskPresence, int]) -> str:
    stand = "，".join(f"{each.label} {number}" for each, number in counted.items() if number)
    return f"{sum(counted.values())} 台：{stand}"


def _facts(one: KioskRow) -> list[Fact]:
    known = [
        Fact("大厅", one.hall_name, href=f"/console/appointments/halls/{one.hall_id}"),
        Fact("在大厅里的位置", one.spot),
        Fact("可以显示", "、".join(one.function_labels)),
        Fact("打印", one.paper_label),
        Fact("注册", clock.spoken(one.registered_at) if one.registered_at else "还没有机器注册"),
        Fact("最近报到", clock.spoken(one.seen_at) if one.seen_at else "还没有报到过"),
    ]
    return [fact for fact in known if fact.value]


def _writing(
    call: PageCall, title: str, action: str, back: str, typed: Form, refused: AppError | None = None
) -> View:
    known = tuple(
        Choice(hall.id, hall.name, county.label)
        for county in regions.counties(call.actor, permissions.KEEP_KIOSKS)
        for hall in halls.all_of_county(county.value)
    )
    asked = {"hall_id": "在哪个大厅", "name": "名称", "spot": "在大厅里的位置"}
    hints = {"name": "如 1 号自助机", "spot": "如 一楼东侧入口"}
    fields = [
        Field(
            name,
            label,
            typed.one(name),
            kind="select" if name == "hall_id" else "text",
            choices=known if name == "hall_id" else (),
            required=name != "spot",
            hint=hints.get(name, ""),
            error=error_of(refused, name),
        )
        for name, label in asked.items()
    ]
    fields.append(
        Field("paper", "打印", typed.one("paper") or _PAPERS[0].value, kind="select", choices=_PAPERS)
    )
    fields += [Field(one.value, one.label, typed.one(one.value), kind="checkbox") for one in KioskFunction]
    context: dict[str, object] = {
        "fields": fields,
        "action": action,
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存",
    }
    return View(title, context, crumbs=_CRUMBS, status=refused.status if refused else 200)
