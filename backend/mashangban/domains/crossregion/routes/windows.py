"""Windows: where a zone takes files in; who works there and what they were trained in."""

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.windows import (
    ClerkEnd,
    WindowDeskView,
    WindowForm,
    WindowTrainingForm,
    WindowView,
)
from mashangban.domains.crossregion.service import windows as service
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)
_DESK = "/v1/crossregion/desk/windows/{region}"


@api.route("/v1/crossregion/windows/{region}", methods=["GET"])
@endpoint(permission=permissions.SEE_ITEMS, returns=WindowView, errors=(NotFound,))
def show_window(call: Call[None, None], region: str) -> WindowView:
    """一个地区的收件窗口：地址、电话、时间"""
    return service.show(region)


@api.route(_DESK, methods=["GET"])
@endpoint(permission=permissions.LIST_CASES, returns=WindowDeskView, errors=(NotFound,))
def show_window_at_desk(call: Call[None, None], region: str) -> WindowDeskView:
    """本地窗口和人员培训"""
    return service.at_desk(call.act, region)


@api.route(_DESK, methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_WINDOW,
    body=WindowForm,
    returns=WindowDeskView,
    once=TABLE,
    errors=(errors.PlacesWrong, NotFound),
)
def keep_window(call: Call[WindowForm, None], region: str) -> WindowDeskView:
    """登记本地窗口"""
    return service.keep(call.act, region, call.body)


@api.route(_DESK + "/trainings", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_WINDOW,
    body=WindowTrainingForm,
    returns=WindowDeskView,
    once=TABLE,
    errors=(errors.UnknownApplicant, errors.TrainingWrong, errors.PlacesWrong, NotFound),
)
def note_training(call: Call[WindowTrainingForm, None], region: str) -> WindowDeskView:
    """记下窗口人员的一次培训"""
    return service.train(call.act, region, call.body)


@api.route(_DESK + "/departures", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_WINDOW,
    body=ClerkEnd,
    returns=WindowDeskView,
    once=TABLE,
    errors=(errors.TrainingWrong, errors.PlacesWrong, NotFound),
)
def end_clerk(call: Call[ClerkEnd, None], region: str) -> WindowDeskView:
    """窗口人员离开"""
    return service.end(call.act, region, call.body)
