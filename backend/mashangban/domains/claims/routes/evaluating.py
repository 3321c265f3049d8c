"""Evaluating a finished claim, mending what was rated badly, and how policies are rated."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import ReasonForm
from mashangban.domains.claims.schemas.evaluating import (
    EvaluationDone,
    EvaluationForm,
    EvaluationRow,
    EvaluationsQuery,
    EvaluationView,
    MendingConfirmed,
    StarsQuery,
    StarsView,
)
from mashangban.domains.claims.service import evaluating
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/claims/claims/{claim_id}/evaluation"


@api.route(_ONE, methods=["POST"])
@endpoint(
    permission=permissions.CLAIM,
    body=EvaluationForm,
    returns=EvaluationDone,
    status=201,
    once=TABLE,
    errors=(errors.UnknownClaim, errors.ClaimUnfinished, errors.AlreadyEvaluated),
)
def evaluate(call: Call[EvaluationForm, None], claim_id: str) -> EvaluationDone:
    """评价办理，一件申报评一次"""
    return evaluating.evaluate(call.act, claim_id, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=EvaluationView, errors=(errors.UnknownEvaluation,))
def evaluation(call: Call[None, None], claim_id: str) -> EvaluationView:
    """一件申报的评价和整改"""
    return evaluating.show(call.act, claim_id)


@api.route("/v1/claims/evaluations", methods=["GET"])
@endpoint(permission=permissions.MEND, query=EvaluationsQuery, returns=Listing[EvaluationRow])
def evaluations(call: Call[None, EvaluationsQuery]) -> Listing[EvaluationRow]:
    """本地区收到的评价"""
    return Listing[EvaluationRow].model_validate(evaluating.listed(call.actor, call.query))


@api.route(_ONE + "/mending", methods=["POST"])
@endpoint(
    permission=permissions.MEND,
    body=ReasonForm,
    returns=EvaluationDone,
    once=TABLE,
    errors=(errors.UnknownEvaluation, errors.NothingToMend),
)
def answer(call: Call[ReasonForm, None], claim_id: str) -> EvaluationDone:
    """写明怎么整改的"""
    return evaluating.answer(call.act, claim_id, call.body)


@api.route(_ONE + "/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.MEND,
    body=MendingConfirmed,
    returns=EvaluationDone,
    once=TABLE,
    errors=(errors.UnknownEvaluation, errors.NothingToMend, errors.SameMender),
)
def confirm(call: Call[MendingConfirmed, None], claim_id: str) -> EvaluationDone:
    """确认整改，或退回再改"""
    return evaluating.confirm(call.act, claim_id, call.body)


@api.route("/v1/claims/stars", methods=["GET"])
@endpoint(permission=permissions.READ_PUBLICITY, query=StarsQuery, returns=StarsView, errors=(NotFound,))
def stars(call: Call[None, StarsQuery]) -> StarsView:
    """一项政策或一个地区的评价汇总，谁都可以看"""
    return evaluating.stars(call.query)
