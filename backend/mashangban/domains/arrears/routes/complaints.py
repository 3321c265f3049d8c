"""A worker's complaint: open, follow, answer, end."""

from mashangban.domains.arrears import errors, permissions, schemas
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.schemas.complaints import CircumstanceQuery
from mashangban.domains.arrears.service import complaining, evidence, viewing
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
Done = schemas.ComplaintDone
_ONE = "/v1/arrears/complaints/{complaint_id}"


@api.route("/v1/arrears/complaints", methods=["POST"])
@endpoint(
    permission=permissions.COMPLAIN,
    body=schemas.Complaining,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(
        errors.NotYetDue,
        errors.AlreadySettled,
        errors.AlreadyComplained,
        errors.TooLate,
        *HOLDING,
    ),
)
def complain(call: Call[schemas.Complaining, None]) -> Done:
    """投诉欠薪"""
    return complaining.complain(call.act, call.body)


@api.route("/v1/arrears/complaints", methods=["GET"])
@endpoint(permission=permissions.VIEW_COMPLAINT, query=ListQuery, returns=Listing[schemas.ComplaintRow])
def my_complaints(call: Call[None, ListQuery]) -> Listing[schemas.ComplaintRow]:
    """我的投诉"""
    return Listing[schemas.ComplaintRow].model_validate(viewing.my_complaints(call.actor, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_COMPLAINT, query=CircumstanceQuery, returns=schemas.ComplaintView)
def show_complaint(call: Call[None, CircumstanceQuery], complaint_id: str) -> schemas.ComplaintView:
    """投诉详情"""
    return viewing.show_complaint(call.actor, complaint_id, call.at, call.query.circumstance)


@api.route(_ONE + "/evidence", methods=["GET"])
@endpoint(permission=permissions.VIEW_COMPLAINT, returns=schemas.EvidenceView)
def show_evidence(call: Call[None, None], complaint_id: str) -> schemas.EvidenceView:
    """证据数据，附存证回执"""
    return evidence.show(call.actor, complaint_id, call.at)


@api.route(_ONE + "/answer", methods=["POST"])
@endpoint(
    permission=permissions.RESPOND,
    body=schemas.Decision,
    returns=Done,
    once=TABLE,
    errors=(errors.WrongStep,),
)
def answer(call: Call[schemas.Decision, None], complaint_id: str) -> Done:
    """同意或不同意方案"""
    return complaining.answer(call.act, complaint_id, call.body)


@api.route(_ONE + "/closing", methods=["POST"])
@endpoint(permission=permissions.RESPOND, returns=Done, once=TABLE, errors=(errors.WrongStep,))
def close(call: Call[None, None], complaint_id: str) -> Done:
    """工人说解决了"""
    return complaining.close(call.act, complaint_id)


@api.route(_ONE + "/insistence", methods=["POST"])
@endpoint(permission=permissions.RESPOND, returns=Done, once=TABLE, errors=(errors.WrongStep,))
def insist(call: Call[None, None], complaint_id: str) -> Done:
    """工人说没解决，继续办"""
    return complaining.insist(call.act, complaint_id)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(permission=permissions.RESPOND, returns=Done, once=TABLE, errors=(errors.WrongStep,))
def withdraw(call: Call[None, None], complaint_id: str) -> Done:
    """撤回投诉"""
    return complaining.withdraw(call.act, complaint_id)
