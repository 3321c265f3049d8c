"""What the accused unit sees of complaints, and its replies. Its shapes can carry no person."""

from mashangban.domains.arrears import errors, permissions, schemas
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.service import answering, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/arrears/accusations", methods=["GET"])
@endpoint(
    permission=permissions.ANSWER_COMPLAINT, query=schemas.PlaceQuery, returns=Listing[schemas.AccusedRow]
)
def accusations(call: Call[None, schemas.PlaceQuery]) -> Listing[schemas.AccusedRow]:
    """项目上要单位答复的投诉"""
    return Listing[schemas.AccusedRow].model_validate(viewing.accused_at(call.actor, call.query))


@api.route("/v1/arrears/accusations/{complaint_id}", methods=["GET"])
@endpoint(permission=permissions.ANSWER_COMPLAINT, returns=schemas.AccusedView)
def show_accusation(call: Call[None, None], complaint_id: str) -> schemas.AccusedView:
    """要单位答复的一件投诉"""
    return answering.show(call.actor, complaint_id)


@api.route("/v1/arrears/accusations/{complaint_id}/reply", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER_COMPLAINT,
    body=schemas.Reply,
    returns=schemas.AccusedRow,
    once=TABLE,
    errors=(errors.WrongStep,),
)
def reply(call: Call[schemas.Reply, None], complaint_id: str) -> schemas.AccusedRow:
    """单位答复投诉"""
    return answering.reply(call.act, complaint_id, call.body)
