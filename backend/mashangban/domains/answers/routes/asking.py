"""Everybody asks, signed in or not."""

from datetime import timedelta

from mashangban.domains.answers import errors, permissions
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import asking as schemas
from mashangban.domains.answers.service import asking
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.kernel.limits import Limit

api = Blueprint(__name__)
# Each question is kept and may become work. A hall of people behind one address stays below.
_QUESTIONS = Limit(TABLE, "questions", 300, timedelta(minutes=5))


@api.route("/v1/answers/questions", methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=schemas.AnswerQuestion,
    returns=schemas.AnswerReply,
    status=201,
    errors=(errors.NothingAsked,),
    limit=_QUESTIONS,
)
def ask_question(call: Call[schemas.AnswerQuestion, None]) -> schemas.AnswerReply:
    """提问：直接回答、列三个相近的，或说明找谁问"""
    return asking.ask(call.principal, call.at, call.body)


@api.route("/v1/answers/suggestions", methods=["GET"])
@endpoint(permission=permissions.ASK, query=schemas.AnswerTyped, returns=Listing[schemas.AnswerOption])
def suggest_questions(call: Call[None, schemas.AnswerTyped]) -> Listing[schemas.AnswerOption]:
    """边写边提示相近的问题"""
    return Listing[schemas.AnswerOption](items=asking.suggest(call.query, call.at))


@api.route("/v1/answers/given/{pair_id}", methods=["GET"])
@endpoint(permission=permissions.ASK, returns=schemas.AnswerGiven, errors=(errors.NotOffered,))
def read_answer(call: Call[None, None], pair_id: str) -> schemas.AnswerGiven:
    """看工作人员发来的一个答案"""
    return asking.read(call.at, pair_id)


@api.route("/v1/answers/questions/{question_id}/choice", methods=["POST"])
@endpoint(
    permission=permissions.ASK,
    body=schemas.AnswerChoice,
    returns=schemas.AnswerGiven,
    errors=(errors.NotOffered,),
    limit=_QUESTIONS,
)
def choose_answer(call: Call[schemas.AnswerChoice, None], question_id: str) -> schemas.AnswerGiven:
    """看列出的其中一个答案"""
    return asking.choose(call.principal, call.at, question_id, call.body.pair_id)


@api.route("/v1/answers/questions/{question_id}/verdict", methods=["POST"])
@endpoint(
    permission=permissions.ASK, body=schemas.AnswerVerdict, returns=schemas.AnswerThanks, limit=_QUESTIONS
)
def judge_answer(call: Call[schemas.AnswerVerdict, None], question_id: str) -> schemas.AnswerThanks:
    """说有没有用；没用的交给部门改写"""
    return asking.judge(call.at, question_id, call.body.helpful)
