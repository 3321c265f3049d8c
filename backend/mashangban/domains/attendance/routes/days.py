"""A worker's days: calendar, question, answer, correction; what waits at a project; the board."""

from mashangban.domains.attendance import errors, permissions, schemas
from mashangban.domains.attendance.models import TABLE
from mashangban.domains.attendance.routes.teams import day_in
from mashangban.domains.attendance.service import answering, boards, viewing
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_DAY = "/v1/attendance/contracts/{contract_id}/days/{day}"


@api.route("/v1/attendance/contracts", methods=["GET"])
@endpoint(permission=permissions.VIEW_DAY, returns=Listing[schemas.Employed])
def my_contracts(call: Call[None, None]) -> Listing[schemas.Employed]:
    """我在哪些工地记考勤"""
    return Listing[schemas.Employed](items=viewing.my_contracts(call.actor, call.at))


@api.route("/v1/attendance/contracts/{contract_id}/months/{month}", methods=["GET"])
@endpoint(permission=permissions.VIEW_DAY, returns=schemas.MonthView)
def show_month(call: Call[None, None], contract_id: str, month: str) -> schemas.MonthView:
    """我的考勤日历"""
    return viewing.month_of_contract(call.actor, contract_id, month, call.at)


@api.route(_DAY, methods=["GET"])
@endpoint(permission=permissions.VIEW_DAY, returns=schemas.DayView)
def show_day(call: Call[None, None], contract_id: str, day: str) -> schemas.DayView:
    """某一天的考勤，谁看见了什么"""
    return viewing.show_day(call.actor, contract_id, day_in(day), call.at)


@api.route(_DAY + "/answer", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=schemas.DayAnswer,
    returns=schemas.DayDone,
    once=TABLE,
    errors=(errors.NothingAsked, *HOLDING),
)
def answer(call: Call[schemas.DayAnswer, None], contract_id: str, day: str) -> schemas.DayDone:
    """工人答复考勤问题"""
    return answering.answer(call.act, contract_id, day_in(day), call.body)


@api.route(_DAY + "/claim", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=schemas.DayAnswer,
    returns=schemas.DayDone,
    once=TABLE,
    errors=(
        errors.DayInFuture,
        errors.DayTooOld,
        errors.NotEmployed,
        errors.DayStillOpen,
        errors.AlreadyContested,
        errors.NothingChanges,
        *HOLDING,
    ),
)
def claim(call: Call[schemas.DayAnswer, None], contract_id: str, day: str) -> schemas.DayDone:
    """工人申报上工"""
    return answering.claim(call.act, contract_id, day_in(day), call.body)


@api.route(_DAY + "/correction", methods=["POST"])
@endpoint(
    permission=permissions.CORRECT,
    body=schemas.DayCorrection,
    returns=schemas.DayDone,
    once=TABLE,
    errors=(
        errors.NotEmployed,
        errors.DayStillOpen,
        errors.WaitsForWorker,
        errors.AlreadyContested,
        errors.NothingChanges,
    ),
)
def correct(call: Call[schemas.DayCorrection, None], contract_id: str, day: str) -> schemas.DayDone:
    """单位更正或核实考勤"""
    return answering.correct(call.act, contract_id, day_in(day), call.body)


@api.route("/v1/attendance/projects/{project_id}/questions", methods=["GET"])
@endpoint(permission=permissions.LIST, query=ListQuery, returns=Listing[schemas.QuestionRow])
def questions(call: Call[None, ListQuery], project_id: str) -> Listing[schemas.QuestionRow]:
    """项目里等人答复的考勤"""
    page = viewing.questions_of_project(call.actor, project_id, call.query.page)
    return Listing[schemas.QuestionRow].model_validate(page)


@api.route("/v1/attendance/board", methods=["GET"])
@endpoint(permission=permissions.VIEW_BOARD, query=schemas.BoardQuery, returns=schemas.BoardView)
def board(call: Call[None, schemas.BoardQuery]) -> schemas.BoardView:
    """考勤看板"""
    month = call.query.month or viewing.month_now(call.at)
    return boards.board(call.actor, call.query.region, month)
