"""The desk of a hall: who comes today, check-in, walk-ins; the call and the papers before a visit."""

from mashangban.domains.appointments import errors, permissions
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import (
    ArrivalForm,
    BookingDone,
    CallForm,
    PaperReview,
    VisitContact,
    VisitRow,
    VisitsQuery,
    VisitView,
    WalkInForm,
)
from mashangban.domains.appointments.service import desk
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_HALL = "/v1/appointments/halls/{hall_id}"
_ONE = "/v1/appointments/visits/{booking_id}"
_STEP = (errors.UnknownBooking, errors.WrongStep)
_ARRIVAL = (errors.AlreadyArrived, errors.WrongDay, errors.TooEarly, *_STEP)


@api.route(_HALL + "/visits", methods=["GET"])
@endpoint(
    permission=permissions.LIST_VISITS,
    query=VisitsQuery,
    returns=Listing[VisitRow],
    errors=(errors.UnknownHall,),
)
def list_visits(call: Call[None, VisitsQuery], hall_id: str) -> Listing[VisitRow]:
    """大厅某一天的预约"""
    return Listing[VisitRow].model_validate(desk.visits(call.actor, hall_id, call.query))


@api.route(_HALL + "/walk-ins", methods=["POST"])
@endpoint(
    permission=permissions.RECEIVE,
    body=WalkInForm,
    returns=BookingDone,
    once=TABLE,
    status=201,
    errors=(
        errors.UnknownHall,
        errors.UnknownMatter,
        errors.NotOpen,
        errors.NotYetReleased,
        errors.NoPlaceNow,
    ),
)
def walk_in(call: Call[WalkInForm, None], hall_id: str) -> BookingDone:
    """现场取号"""
    return desk.walk_in(call.act, hall_id, call.body)


@api.route("/v1/appointments/arrivals", methods=["POST"])
@endpoint(
    permission=permissions.RECEIVE,
    body=ArrivalForm,
    returns=BookingDone,
    once=TABLE,
    errors=(errors.WrongCode, errors.OtherHall, *_ARRIVAL),
)
def arrive_by_code(call: Call[ArrivalForm, None]) -> BookingDone:
    """扫码签到"""
    return desk.arrive_by_code(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.LIST_VISITS, returns=VisitView, errors=(errors.UnknownBooking,))
def show_visit(call: Call[None, None], booking_id: str) -> VisitView:
    """一次来访"""
    return desk.show(call.actor, booking_id)


@api.route(_ONE + "/arrival", methods=["POST"])
@endpoint(permission=permissions.RECEIVE, returns=BookingDone, once=TABLE, errors=_ARRIVAL)
def arrive(call: Call[None, None], booking_id: str) -> BookingDone:
    """没带手机的人到了，工作人员登记签到"""
    return desk.arrive(call.act, booking_id)


@api.route(_ONE + "/end", methods=["POST"])
@endpoint(permission=permissions.RECEIVE, returns=BookingDone, once=TABLE, errors=_STEP)
def finish(call: Call[None, None], booking_id: str) -> BookingDone:
    """窗口办完"""
    return desk.finish(call.act, booking_id)


@api.route(_ONE + "/call", methods=["POST"])
@endpoint(permission=permissions.ACCOMPANY, body=CallForm, returns=BookingDone, once=TABLE, errors=_STEP)
def call_before(call: Call[CallForm, None], booking_id: str) -> BookingDone:
    """记下来之前联系本人的情况"""
    return desk.call(call.act, booking_id, call.body)


@api.route(_ONE + "/contact", methods=["POST"])
@endpoint(permission=permissions.ACCOMPANY, returns=VisitContact, errors=_STEP)
def show_contact(call: Call[None, None], booking_id: str) -> VisitContact:
    """看本人的姓名和电话，以便联系；看过会留痕"""
    return desk.contact(call.act, booking_id)


@api.route(_ONE + "/papers", methods=["POST"])
@endpoint(
    permission=permissions.ACCOMPANY,
    body=PaperReview,
    returns=BookingDone,
    once=TABLE,
    errors=(errors.UnknownPaper, *_STEP),
)
def review_paper(call: Call[PaperReview, None], booking_id: str) -> BookingDone:
    """事前预审一份材料"""
    return desk.review(call.act, booking_id, call.body)
