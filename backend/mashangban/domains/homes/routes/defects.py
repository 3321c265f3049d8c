"""Defects: the home's side, the builder's side and the regulators."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import defectlists, overseeing, repairing, reporting
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint
from mashangban.registry.errors import NoSuchRecord

api = Blueprint(__name__)
Done = schemas.DefectDone
Rows = Listing[schemas.DefectRow]
Repairs = Listing[schemas.RepairRow]
_HOME = "/v1/homes/homes/{home_id}"
_ONE = "/v1/homes/defects/{defect_id}"
_STEP = (errors.WrongStep,)


@api.route(_HOME + "/likely-defects", methods=["GET"])
@endpoint(permission=permissions.REPORT, query=schemas.LikelyQuery, returns=schemas.LikelyList)
def likely_defects(call: Call[None, schemas.LikelyQuery], home_id: str) -> schemas.LikelyList:
    """报修前：保修期和可能重复的报修"""
    return reporting.likely(call.act, home_id, call.query)


@api.route(_HOME + "/defects", methods=["POST"])
@endpoint(
    permission=permissions.REPORT,
    body=schemas.Report,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(errors.UnknownRoom, *HOLDING),
)
def report_defect(call: Call[schemas.Report, None], home_id: str) -> Done:
    """报修"""
    return reporting.report(call.act, home_id, call.body)


@api.route(_HOME + "/defects", methods=["GET"])
@endpoint(permission=permissions.VIEW_DEFECT, query=ListQuery, returns=Rows)
def defects_of_home(call: Call[None, ListQuery], home_id: str) -> Rows:
    """一套房的报修"""
    return Rows.model_validate(defectlists.of_home(call.act, home_id, call.query.page))


@api.route("/v1/homes/defects", methods=["GET"])
@endpoint(permission=permissions.LIST_DEFECTS, query=schemas.DefectsQuery, returns=Rows)
def list_defects(call: Call[None, schemas.DefectsQuery]) -> Rows:
    """小区或辖区的报修"""
    return Rows.model_validate(defectlists.at_place(call.actor, call.query))


@api.route("/v1/homes/repairs", methods=["GET"])
@endpoint(permission=permissions.REPAIR, query=schemas.RepairsQuery, returns=Repairs)
def list_repairs(call: Call[None, schemas.RepairsQuery]) -> Repairs:
    """我们单位要修的"""
    return Repairs.model_validate(defectlists.to_repair(call.act, call.query))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_DEFECT, returns=schemas.DefectView)
def show_defect(call: Call[None, None], defect_id: str) -> schemas.DefectView:
    """报修详情"""
    return defectlists.show(call.act, defect_id)


@api.route(_ONE + "/confirmation", methods=["POST"])
@endpoint(permission=permissions.JUDGE_REPAIR, returns=Done, once=TABLE, errors=_STEP)
def confirm_repair(call: Call[None, None], defect_id: str) -> Done:
    """住户确认修好"""
    return reporting.confirm(call.act, defect_id)


@api.route(_ONE + "/rejection", methods=["POST"])
@endpoint(
    permission=permissions.JUDGE_REPAIR,
    body=schemas.Rejection,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, *HOLDING),
)
def reject_repair(call: Call[schemas.Rejection, None], defect_id: str) -> Done:
    """住户说没修好"""
    return reporting.reject(call.act, defect_id, call.body)


@api.route(_ONE + "/reopening", methods=["POST"])
@endpoint(
    permission=permissions.JUDGE_REPAIR,
    body=schemas.Rejection,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, errors.ReopenTooLate, *HOLDING),
)
def reopen_defect(call: Call[schemas.Rejection, None], defect_id: str) -> Done:
    """又坏了，重新打开"""
    return reporting.reopen(call.act, defect_id, call.body)


@api.route(_ONE + "/rating", methods=["POST"])
@endpoint(
    permission=permissions.JUDGE_REPAIR,
    body=schemas.Rating,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, errors.AlreadyRated),
)
def rate_repair(call: Call[schemas.Rating, None], defect_id: str) -> Done:
    """评价维修"""
    return reporting.rate(call.act, defect_id, call.body)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(permission=permissions.JUDGE_REPAIR, returns=Done, once=TABLE, errors=_STEP)
def withdraw_defect(call: Call[None, None], defect_id: str) -> Done:
    """撤回报修"""
    return reporting.withdraw(call.act, defect_id)


@api.route(_ONE + "/acceptance", methods=["POST"])
@endpoint(permission=permissions.ANSWER_DEFECT, returns=Done, once=TABLE, errors=_STEP)
def accept_defect(call: Call[None, None], defect_id: str) -> Done:
    """受理报修"""
    return repairing.accept(call.act, defect_id)


@api.route(_ONE + "/dispute", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER_DEFECT, body=schemas.DefectReason, returns=Done, once=TABLE, errors=_STEP
)
def dispute_defect(call: Call[schemas.DefectReason, None], defect_id: str) -> Done:
    """对报修提出异议"""
    return repairing.dispute(call.act, defect_id, call.body)


@api.route(_ONE + "/contractor", methods=["PUT"])
@endpoint(
    permission=permissions.ANSWER_DEFECT,
    body=schemas.Contractor,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, NoSuchRecord),
)
def assign_defect(call: Call[schemas.Contractor, None], defect_id: str) -> Done:
    """派给维修单位"""
    return repairing.assign(call.act, defect_id, call.body)


@api.route(_ONE + "/appointment", methods=["POST"])
@endpoint(
    permission=permissions.REPAIR,
    body=schemas.Appointment,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, errors.VisitOutOfReach),
)
def appoint_visit(call: Call[schemas.Appointment, None], defect_id: str) -> Done:
    """约上门时间"""
    return repairing.appoint(call.act, defect_id, call.body)


@api.route(_ONE + "/visit", methods=["POST"])
@endpoint(
    permission=permissions.REPAIR,
    body=schemas.VisitForm,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, *HOLDING),
)
def record_visit(call: Call[schemas.VisitForm, None], defect_id: str) -> Done:
    """登记上门查看"""
    return repairing.visit(call.act, defect_id, call.body)


@api.route(_ONE + "/repair", methods=["POST"])
@endpoint(
    permission=permissions.REPAIR,
    body=schemas.RepairForm,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, *HOLDING),
)
def record_repair(call: Call[schemas.RepairForm, None], defect_id: str) -> Done:
    """登记修好，请住户确认"""
    return repairing.repaired(call.act, defect_id, call.body)


@api.route(_ONE + "/order", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE_DEFECT,
    body=schemas.RepairOrder,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, errors.OrderDayOutOfReach),
)
def order_repair(call: Call[schemas.RepairOrder, None], defect_id: str) -> Done:
    """责令维修"""
    return overseeing.order(call.act, defect_id, call.body)


@api.route(_ONE + "/extension", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE_DEFECT,
    body=schemas.DefectReason,
    returns=Done,
    once=TABLE,
    errors=(*_STEP, errors.AlreadyExtended),
)
def extend_repair(call: Call[schemas.DefectReason, None], defect_id: str) -> Done:
    """延长维修期限"""
    return overseeing.extend(call.act, defect_id, call.body)


@api.route(_ONE + "/pause", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE_DEFECT, body=schemas.DefectReason, returns=Done, once=TABLE, errors=_STEP
)
def pause_repair(call: Call[schemas.DefectReason, None], defect_id: str) -> Done:
    """暂停维修计时"""
    return overseeing.pause(call.act, defect_id, call.body)


@api.route(_ONE + "/resumption", methods=["POST"])
@endpoint(permission=permissions.HANDLE_DEFECT, returns=Done, once=TABLE, errors=_STEP)
def resume_repair(call: Call[None, None], defect_id: str) -> Done:
    """恢复维修计时"""
    return overseeing.resume(call.act, defect_id)


@api.route(_ONE + "/closing", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE_DEFECT, body=schemas.DefectReason, returns=Done, once=TABLE, errors=_STEP
)
def close_defect(call: Call[schemas.DefectReason, None], defect_id: str) -> Done:
    """监管部门结案"""
    return overseeing.close(call.act, defect_id, call.body)


@api.route("/v1/homes/defect-board", methods=["GET"])
@endpoint(
    permission=permissions.VIEW_DEFECT_BOARD, query=schemas.DefectBoardQuery, returns=schemas.DefectBoard
)
def defect_board(call: Call[None, schemas.DefectBoardQuery]) -> schemas.DefectBoard:
    """报修看板"""
    return defectlists.board(call.actor, call.query.where)


@api.route("/v1/homes/builders/{builder_id}/promise", methods=["GET"])
@endpoint(permission=permissions.READ_PROMISE, returns=schemas.Promise, errors=(NoSuchRecord,))
def builder_promise(call: Call[None, None], builder_id: str) -> schemas.Promise:
    """建设单位的维修公示"""
    return defectlists.promise(builder_id)
