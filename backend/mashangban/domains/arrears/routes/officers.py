"""What regulators do with complaints."""

from mashangban.deadlines.errors import AlreadyPaused, NotPaused
from mashangban.domains.arrears import errors, permissions, schemas
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.service import handling, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
Done = schemas.ComplaintDone
_ONE = "/v1/arrears/complaints/{complaint_id}"


@api.route("/v1/arrears/work", methods=["GET"])
@endpoint(
    permission=permissions.LIST_COMPLAINTS, query=schemas.PlaceQuery, returns=Listing[schemas.ComplaintRow]
)
def work(call: Call[None, schemas.PlaceQuery]) -> Listing[schemas.ComplaintRow]:
    """县区的投诉"""
    return Listing[schemas.ComplaintRow].model_validate(viewing.complaints_at(call.actor, call.query))


@api.route(_ONE + "/acceptance", methods=["POST"])
@endpoint(permission=permissions.HANDLE, returns=Done, once=TABLE, errors=(errors.WrongStep,))
def accept(call: Call[None, None], complaint_id: str) -> Done:
    """受理投诉"""
    return handling.accept(call.act, complaint_id)


@api.route(_ONE + "/proposal", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=schemas.Proposal,
    returns=Done,
    once=TABLE,
    errors=(errors.WrongStep, errors.NameInWords),
)
def propose(call: Call[schemas.Proposal, None], complaint_id: str) -> Done:
    """提出调解方案或建议仲裁"""
    return handling.propose(call.act, complaint_id, call.body)


@api.route(_ONE + "/order", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=schemas.Order,
    returns=Done,
    once=TABLE,
    errors=(errors.WrongStep, errors.NameInWords),
)
def order(call: Call[schemas.Order, None], complaint_id: str) -> Done:
    """责令支付"""
    return handling.order(call.act, complaint_id, call.body)


@api.route(_ONE + "/extension", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=schemas.Reason,
    returns=Done,
    once=TABLE,
    errors=(errors.WrongStep, errors.AlreadyExtended),
)
def extend(call: Call[schemas.Reason, None], complaint_id: str) -> Done:
    """延长办理期限"""
    return handling.extend(call.act, complaint_id, call.body)


@api.route(_ONE + "/pause", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=schemas.Reason,
    returns=Done,
    once=TABLE,
    errors=(errors.WrongStep, AlreadyPaused),
)
def pause(call: Call[schemas.Reason, None], complaint_id: str) -> Done:
    """暂停计时"""
    return handling.pause(call.act, complaint_id, call.body)


@api.route(_ONE + "/resumption", methods=["POST"])
@endpoint(permission=permissions.HANDLE, returns=Done, once=TABLE, errors=(errors.WrongStep, NotPaused))
def resume(call: Call[None, None], complaint_id: str) -> Done:
    """恢复计时"""
    return handling.resume(call.act, complaint_id)


@api.route(_ONE + "/joining", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=schemas.Joining,
    returns=Done,
    once=TABLE,
    errors=(errors.NotOneMatter,),
)
def join(call: Call[schemas.Joining, None], complaint_id: str) -> Done:
    """并案"""
    return handling.join(call.act, complaint_id, call.body)
