"""A hall's day on the console: who comes when, check-in, walk-ins; one visit with its papers and the call before it."""

from collections.abc import Callable

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page, refusal
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.appointments import permissions, schemas
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import BookingDone, SlotsQuery, VisitRow, VisitsQuery, VisitView
from mashangban.domains.appointments.service import desk as service
from mashangban.domains.appointments.service import halls
from mashangban.domains.appointments.terms import Call, State, Verdict
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/appointments"
ONE = HOME + "/visits/{booking_id}"
AGAIN = HOME + "/visits/{id}"
_TONES = {
    State.PRESENT.value: Tone.ACCENT,
    State.DONE.value: Tone.GOOD,
    State.MISSED.value: Tone.BAD,
    State.CANCELLED.value: Tone.PLAIN,
    State.CALLED_OFF.value: Tone.PLAIN,
}
# The call before a visit says nothing of whoever has no place.
_COMING = {State.BOOKED.value, State.PRESENT.value, State.DONE.value, State.MISSED.value}
_COLUMNS = (
    Column("time", "时间", kind="date"),
    Column("matter", "办什么"),
    Column("person", "谁"),
    Column("state", "状态"),
    Column("call", "来之前"),
    Column("number", "预约号", kind="code"),
)
_MOST_COUNTIES = 20
_NOBODY: Page[VisitRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_VISITS, template="appointments/day.html")
def day(call: PageCall) -> View:
    known = _halls(call)
    given = call.request.query
    hall_id = given.get("hall") or next((one.value for one in known), "")
    if hall_id and hall_id not in [one.value for one in known]:
        known = (*known, Choice(hall_id, halls.show(hall_id).name))
    today = clock.local_date(call.at).isoformat()
    query = parse(VisitsQuery, {"day": given.get("day") or today, "cursor": given.get("cursor") or ""})
    receives = bool(hall_id) and call.actor.holds(permissions.RECEIVE) and query.day.isoformat() == today
    context = {
        "list": _table(call, hall_id, known, query),
        "hall_id": hall_id,
        "receives": receives,
        "released": _released(call, hall_id) if receives else [],
    }
    return View("预约来访", context)


@pages.route(HOME + "/halls/{hall_id}/arrivals", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RECEIVE, once=TABLE, again=AGAIN)
def arrive_by_code(call: PageCall, hall_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}?hall={hall_id}",
        lambda: service.arrive_by_code(call.act, given.parse(schemas.ArrivalForm, hall_id=hall_id)),
        "已签到",
        lambda done: f"预约号 {done.number}",
    )


@pages.route(HOME + "/halls/{hall_id}/walk-ins", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RECEIVE, once=TABLE, again=AGAIN)
def walk_in(call: PageCall, hall_id: str) -> Go:
    matter, _, start = Form.read(call.body).one("slot").rpartition("@")
    return acted(
        f"{HOME}?hall={hall_id}",
        lambda: service.walk_in(
            call.act, hall_id, parse(schemas.WalkInForm, {"matter": matter, "start": start})
        ),
        "已现场取号",
        lambda done: f"号码 {done.number}",
    )


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_VISITS, template="appointments/visit.html")
def visit(call: PageCall, booking_id: str) -> View:
    return _visit(call, booking_id, None)


@pages.route(ONE + "/contact", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ACCOMPANY, template="appointments/visit.html")
def show_contact(call: PageCall, booking_id: str) -> View | Go:
    done = attempt(lambda: service.contact(call.act, booking_id))
    if isinstance(done, AppError):
        return Go(ONE.format(booking_id=booking_id), refusal(done))
    return _visit(call, booking_id, done)


def _visit(call: PageCall, booking_id: str, contact: schemas.VisitContact | None) -> View:
    shown = service.show(call.actor, booking_id)
    context = {
        "visit": shown,
        "contact": contact,
        "home": ONE.format(booking_id=booking_id),
        "badge": _state(shown.row),
        "facts": _facts(shown),
        "steps": [Step(one.at, one.label, by=one.by_label, note="", hash=one.hash) for one in shown.log],
        "heard": [Choice(one.value, one.label) for one in Call if one is not Call.NONE],
        "verdicts": [Choice(one.value, one.label) for one in Verdict if one is not Verdict.TODO],
    }
    crumbs = (Link("预约来访", f"{HOME}?hall={shown.row.hall_id}&day={shown.row.day}"),)
    return View(f"来访 {shown.row.number}", context, crumbs=crumbs, pictures=True)


@pages.route(ONE + "/arrival", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RECEIVE, once=TABLE, again=AGAIN)
def arrive(call: PageCall, booking_id: str) -> Go:
    return _told(booking_id, lambda: service.arrive(call.act, booking_id), "已签到")


@pages.route(ONE + "/end", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RECEIVE, once=TABLE, again=AGAIN)
def finish(call: PageCall, booking_id: str) -> Go:
    return _told(booking_id, lambda: service.finish(call.act, booking_id), "已办完")


@pages.route(ONE + "/call", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ACCOMPANY, once=TABLE, again=AGAIN)
def call_before(call: PageCall, booking_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        booking_id,
        lambda: service.call(call.act, booking_id, given.parse(schemas.CallForm)),
        "已记下联系情况",
    )


@pages.route(ONE + "/papers", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ACCOMPANY, once=TABLE, again=AGAIN)
def review(call: PageCall, booking_id: str) -> Go:
    given = Form.read(call.body)
    return _told(
        booking_id,
        lambda: service.review(call.act, booking_id, given.parse(schemas.PaperReview)),
        "材料意见已发给本人",
    )


def _told(booking_id: str, run: Callable[[], BookingDone], title: str) -> Go:
    return acted(ONE.format(booking_id=booking_id), run, title, lambda done: f"现在：{done.state_label}")


def _table(call: PageCall, hall_id: str, known: tuple[Choice, ...], query: VisitsQuery) -> Table:
    found = service.visits(call.actor, hall_id, query) if hall_id else _NOBODY
    return Table(
        name="visits",
        caption="预约来访",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这一天没有预约", "换一天看看；还没有大厅的，请先登记大厅。"),
        path=HOME,
        filters=(
            Filter("hall", "大厅", value=hall_id, choices=known),
            Filter("day", "哪一天", kind="date", value=query.day.isoformat()),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )


def _halls(call: PageCall) -> tuple[Choice, ...]:
    """The halls of the counties that one reaches, under their county; a province looks into one county at a time."""
    counties = regions.counties(call.actor, permissions.LIST_VISITS)
    asked = call.request.query.get("county")
    near = [one for one in counties if one.value == asked] or list(counties[:_MOST_COUNTIES])
    return tuple(
        Choice(hall.id, hall.name, one.label)
        for one in near
        for hall in halls.of_county(schemas.HallsQuery(county=one.value, limit=50)).items
    )


def _released(call: PageCall, hall_id: str) -> list[Choice]:
    """Slots of today that closed online and have places left, for who walks in."""
    today, hall = clock.local_date(call.at), halls.show(hall_id)
    return [
        Choice(f"{matter.code}@{slot.start}", f"{slot.label} {matter.name}，还有 {slot.left} 个")
        for matter in hall.matters
        for slot in halls.slots_of(hall_id, SlotsQuery(matter=matter.code, day=today), call.at)
        if slot.closed and slot.left and call.at < slot.ends_at
    ]


def _row(one: VisitRow) -> Row:
    mend = f"{one.to_mend} 份材料要改" if one.to_mend else ""
    cells = {
        "time": Cell(f"{one.starts_at.astimezone(clock.SHANGHAI):%H:%M}"),
        "matter": Cell(one.matter_name),
        "person": Cell(one.person or "现场取号"),
        "state": _state(one),
        "call": Cell(one.call_label if one.person and one.state in _COMING else "", sub=mend),
        "number": Cell(one.number),
    }
    return Row(ONE.format(booking_id=one.id), cells)


def _state(one: VisitRow) -> Cell:
    return Cell(one.state_label, tone=_TONES.get(one.state, Tone.WARN))


def _facts(shown: VisitView) -> list[Fact]:
    row = shown.row
    return [
        Fact("大厅", row.hall_name),
        Fact("办什么", row.matter_name),
        Fact("时间", clock.spoken(row.starts_at)),
        Fact("谁", row.person or "现场取号"),
        Fact("首约负责人", shown.agent),
        Fact("来之前联系", row.call_label, source=shown.call_note),
    ]
