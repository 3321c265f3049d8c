"""The graph of words, for those who keep it."""

from urllib.parse import quote

from mashangban.domains.answers import errors, permissions
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import words as schemas
from mashangban.domains.answers.service import words, wordsheets
from mashangban.kernel.http import Blueprint, Call, Listing, Reply, endpoint
from mashangban.registry.sheets import XLSX

api = Blueprint(__name__)
View = schemas.AnswerWordView


@api.route("/v1/answers/words", methods=["GET"])
@endpoint(permission=permissions.EDIT_WORDS, query=schemas.AnswerWordsQuery, returns=Listing[View])
def answer_words(call: Call[None, schemas.AnswerWordsQuery]) -> Listing[View]:
    """最近改过的词语关系，或某几个字开头的词的"""
    return Listing[View].model_validate(words.listed(call.query.prefix, call.query.page))


@api.route("/v1/answers/words/export", methods=["GET"])
@endpoint(permission=permissions.EDIT_WORDS, returns=bytes)
def answer_words_export(call: Call[None, None]) -> Reply:
    """全部登记过的词语关系，改好能再导入"""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote('词语关系.xlsx')}"}
    return Reply(wordsheets.export(XLSX), content_type=XLSX, headers=headers)


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
