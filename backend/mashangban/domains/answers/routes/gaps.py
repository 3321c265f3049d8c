"""Offices read what people ask and nobody answers."""

from mashangban.domains.answers import errors, permissions
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import asking as schemas
from mashangban.domains.answers.service import gaps
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
View = schemas.AnswerGapView


@api.route("/v1/answers/gaps", methods=["GET"])
@endpoint(permission=permissions.EDIT_PAIRS, query=schemas.AnswerGapsQuery, returns=Listing[View])
def answer_gaps(call: Call[None, schemas.AnswerGapsQuery]) -> Listing[View]:
    """没有答案的问题，问得多的在前"""
    return Listing[View].model_validate(gaps.listed(call.actor, call.query))


@api.route("/v1/answers/gaps/{gap_id}", methods=["GET"])
@endpoint(permission=permissions.EDIT_PAIRS, returns=View)
def answer_gap(call: Call[None, None], gap_id: str) -> View:
    """一个没有答案的问题"""
    return gaps.show(call.actor, gap_id)


@api.route("/v1/answers/gaps/{gap_id}/dismissal", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_PAIRS,
    body=schemas.AnswerGapDismissal,
    returns=View,
    once=TABLE,
    errors=(errors.GapClosed,),
)
def dismiss_answer_gap(call: Call[schemas.AnswerGapDismissal, None], gap_id: str) -> View:
    """不用写答案，写明原因"""
    return gaps.dismiss(call.act, gap_id, call.body)
