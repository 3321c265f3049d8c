"""Halls: where one may go, on which days, and what is left; kept by their county."""

from datetime import date

from mashangban.domains.appointments import errors, permissions
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import (
    HallDayForm,
    HallDayView,
    HallFigures,
    HallForm,
    HallNearby,
    HallNow,
    HallsQuery,
    HallView,
    NearQuery,
    OnlineChoice,
    OnlineWay,
    SlotsQuery,
    SlotView,
)
from mashangban.domains.appointments.service import figures, halls, presence
from mashangban.kernel import clock
from mashangban.kernel.errors import Malformed
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/appointments/halls"
_ONE = _ROOT + "/{hall_id}"


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.SEE_HALLS, query=HallsQuery, returns=Listing[HallNearby])
def list_halls(call: Call[None, HallsQuery]) -> Listing[HallNearby]:
    """一个县区的办事大厅：开没开门、等候几人"""
    return Listing[HallNearby].model_validate(presence.near(call.query, call.at))


@api.route("/v1/appointments/nearby", methods=["GET"])
@endpoint(permission=permissions.SEE_HALLS, query=NearQuery, returns=Listing[HallNearby])
def list_nearby(call: Call[None, NearQuery]) -> Listing[HallNearby]:
    """附近的办事大厅：只问在地图的哪一格，不问精确位置，也不保存"""
    return Listing[HallNearby](items=presence.around(call.query.cell, call.at))


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.KEEP_HALL,
    body=HallForm,
    returns=HallView,
    once=TABLE,
    status=201,
    errors=(errors.HallWrong,),
)
def open_hall(call: Call[HallForm, None]) -> HallView:
    """登记办事大厅"""
    return halls.open_hall(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.SEE_HALLS, returns=HallView, errors=(errors.UnknownHall,))
def show_hall(call: Call[None, None], hall_id: str) -> HallView:
    """一个大厅：能办什么、几个窗口"""
    return halls.show(hall_id)


@api.route(_ONE + "/now", methods=["GET"])
@endpoint(permission=permissions.SEE_HALLS, returns=HallNow, errors=(errors.UnknownHall,))
def show_hall_now(call: Call[None, None], hall_id: str) -> HallNow:
    """大厅现在开没开门、等候几人"""
    return presence.of_hall(hall_id, call.at)


@api.route(_ONE, methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_HALL,
    body=HallForm,
    returns=HallView,
    once=TABLE,
    errors=(errors.HallWrong, errors.UnknownHall),
)
def change_hall(call: Call[HallForm, None], hall_id: str) -> HallView:
    """更改大厅、窗口、事项和号源"""
    return halls.change(call.act, hall_id, call.body)


@api.route(_ONE + "/days", methods=["GET"])
@endpoint(permission=permissions.SEE_HALLS, returns=Listing[HallDayView], errors=(errors.UnknownHall,))
def list_days(call: Call[None, None], hall_id: str) -> Listing[HallDayView]:
    """以后两周哪天开门"""
    return Listing[HallDayView](items=halls.days_of(hall_id, clock.local_date(call.at)))


@api.route(_ONE + "/days/{day}", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_HALL,
    body=HallDayForm,
    returns=HallDayView,
    once=TABLE,
    errors=(errors.UnknownHall, errors.UnknownMatter, errors.DayPast),
)
def decide_day(call: Call[HallDayForm, None], hall_id: str, day: str) -> HallDayView:
    """停办、加开或调整一天的号源"""
    return halls.decide_day(call.act, hall_id, _day(day), call.body)


@api.route(_ONE + "/slots", methods=["GET"])
@endpoint(
    permission=permissions.SEE_HALLS,
    query=SlotsQuery,
    returns=Listing[SlotView],
    errors=(errors.UnknownHall, errors.UnknownMatter),
)
def list_slots(call: Call[None, SlotsQuery], hall_id: str) -> Listing[SlotView]:
    """一天各时段还剩几个号"""
    return Listing[SlotView](items=halls.slots_of(hall_id, call.query, call.at))


@api.route(_ONE + "/online", methods=["POST"])
@endpoint(
    permission=permissions.GO_ONLINE,
    body=OnlineChoice,
    returns=OnlineWay,
    once=TABLE,
    errors=(errors.UnknownHall, errors.UnknownMatter),
)
def choose_online(call: Call[OnlineChoice, None], hall_id: str) -> OnlineWay:
    """不跑大厅，改在网上办"""
    return figures.choose_online(call.act, hall_id, call.body)


@api.route(_ONE + "/figures", methods=["GET"])
@endpoint(permission=permissions.LIST_VISITS, returns=Listing[HallFigures], errors=(errors.UnknownHall,))
def list_figures(call: Call[None, None], hall_id: str) -> Listing[HallFigures]:
    """大厅本月的数"""
    return Listing[HallFigures](items=figures.of_month(call.actor, hall_id, clock.local_date(call.at)))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as broken:
        raise Malformed() from broken
