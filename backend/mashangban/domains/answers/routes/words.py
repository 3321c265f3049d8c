"""The graph of words, for those who keep it."""

from mashangban.domains.answers import errors, permissions
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import words as schemas
from mashangban.domains.answers.service import words
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
View = schemas.AnswerWordView


@api.route("/v1/answers/words", methods=["GET"])
@endpoint(permission=permissions.EDIT_WORDS, query=ListQuery, returns=Listing[View])
def answer_words(call: Call[None, ListQuery]) -> Listing[View]:
    """最近改过的词语关系"""
    return Listing[View].model_validate(words.newest(call.query.page))


@api.route("/v1/answers/words/of", methods=["GET"])
@endpoint(permission=permissions.EDIT_WORDS, query=schemas.AnswerWordQuery, returns=Listing[View])
def answer_words_of(call: Call[None, schemas.AnswerWordQuery]) -> Listing[View]:
    """一个词的全部关系，含自带的"""
    return Listing[View](items=words.of_word(call.query.word))


@api.route("/v1/answers/words", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_WORDS,
    body=schemas.AnswerWordForm,
    returns=View,
    status=201,
    once=TABLE,
    errors=(errors.WrongWords, errors.SameLink),
)
def enter_answer_word(call: Call[schemas.AnswerWordForm, None]) -> View:
    """登记两个词的关系和权重；权重 0 是拆开"""
    return words.enter(call.act, call.body)


@api.route("/v1/answers/words/{link_id}/history", methods=["GET"])
@endpoint(permission=permissions.EDIT_WORDS, returns=Listing[schemas.AnswerWordStep])
def answer_word_history(call: Call[None, None], link_id: str) -> Listing[schemas.AnswerWordStep]:
    """两个词的关系改过什么"""
    return Listing[schemas.AnswerWordStep](items=words.steps(link_id))
