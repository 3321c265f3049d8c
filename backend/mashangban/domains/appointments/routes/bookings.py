"""Bookings on the phone: hold, confirm, wait, cancel, the code for the hall, the entry for one's calendar."""

from mashangban.domains.appointments import errors, permissions
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import (
    BookingDone,
    BookingForm,
    BookingRow,
    BookingView,
    CheckInCodeView,
    PaperPhoto,
)
from mashangban.domains.appointments.service import booking, views
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Reply, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/appointments/bookings"
_ONE = _ROOT + "/{booking_id}"
_SLOT = (errors.UnknownHall, errors.UnknownMatter, errors.NotOpen, errors.SlotClosed)
_PERSON = (errors.AlreadyBooked, errors.TooManyMissed)
_STEP = (errors.UnknownBooking, errors.WrongStep)
_CALENDAR = "text/calendar; charset=utf-8"


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.BOOK,
    body=BookingForm,
    returns=BookingDone,
    once=TABLE,
    status=201,
    errors=(errors.SlotFull, *_SLOT, *_PERSON),
)
def hold_place(call: Call[BookingForm, None]) -> BookingDone:
    """占一个号，5 分钟内确认"""
    return booking.hold(call.act, call.body)


@api.route("/v1/appointments/waits", methods=["POST"])
@endpoint(
    permission=permissions.BOOK,
    body=BookingForm,
    returns=BookingDone,
    once=TABLE,
    status=201,
    errors=(errors.PlaceFree, errors.QueueFull, *_SLOT, *_PERSON),
)
def wait(call: Call[BookingForm, None]) -> BookingDone:
    """约满了，排队候补"""
    return booking.wait(call.act, call.body)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, query=ListQuery, returns=Listing[BookingRow])
def my_bookings(call: Call[None, ListQuery]) -> Listing[BookingRow]:
    """我的预约"""
    return Listing[BookingRow].model_validate(views.mine(call.act, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=BookingView, errors=(errors.UnknownBooking,))
def show_booking(call: Call[None, None], booking_id: str) -> BookingView:
    """一个预约"""
    return views.show(call.act, booking.own(call.act, booking_id))


@api.route(_ONE + "/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    returns=BookingDone,
    once=TABLE,
    errors=(errors.PromiseOver, errors.NotOpen, *_STEP),
)
def confirm_booking(call: Call[None, None], booking_id: str) -> BookingDone:
    """确认预约"""
    return booking.confirm(call.act, booking_id)


@api.route(_ONE + "/cancellation", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    returns=BookingDone,
    once=TABLE,
    errors=(errors.VisitBegun, *_STEP),
)
def cancel_booking(call: Call[None, None], booking_id: str) -> BookingDone:
    """取消预约"""
    return booking.cancel(call.act, booking_id)


@api.route(_ONE + "/coming", methods=["POST"])
@endpoint(permission=permissions.CHANGE_OWN, returns=BookingDone, once=TABLE, errors=_STEP)
def keep_booking(call: Call[None, None], booking_id: str) -> BookingDone:
    """我会来，保留预约"""
    return booking.keep(call.act, booking_id)


@api.route(_ONE + "/papers", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    body=PaperPhoto,
    returns=BookingDone,
    once=TABLE,
    errors=(errors.UnknownPaper, NotFound, *HOLDING, *_STEP),
)
def send_paper(call: Call[PaperPhoto, None], booking_id: str) -> BookingDone:
    """来之前先传一份材料请工作人员看"""
    return booking.send_paper(call.act, booking_id, call.body)


@api.route(_ONE + "/code", methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=CheckInCodeView, errors=(errors.UnknownBooking,))
def show_code(call: Call[None, None], booking_id: str) -> CheckInCodeView:
    """到大厅签到的码"""
    return views.code(call.act, booking.own(call.act, booking_id))


@api.route(_ONE + "/calendar", methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=bytes, errors=(errors.UnknownBooking,))
def calendar_file(call: Call[None, None], booking_id: str) -> Reply:
    """日历文件（iCalendar）"""
    content = views.calendar(call.act, booking.own(call.act, booking_id))
    return Reply(
        content, content_type=_CALENDAR, headers={"Content-Disposition": "attachment; filename=visit.ics"}
    )
