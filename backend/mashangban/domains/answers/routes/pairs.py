"""Offices write pairs, a second person reviews them."""

from mashangban.domains.answers import errors, permissions, schemas
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.service import authoring, picturing, reviewing
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
Done = schemas.AnswerPairDone


@api.route("/v1/answers/pairs", methods=["GET"])
@endpoint(
    permission=permissions.EDIT_PAIRS, query=schemas.AnswerPairsQuery, returns=Listing[schemas.AnswerPairRow]
)
def answer_pairs(call: Call[None, schemas.AnswerPairsQuery]) -> Listing[schemas.AnswerPairRow]:
    """本地区的问答，含草稿"""
    return Listing[schemas.AnswerPairRow].model_validate(authoring.listed(call.actor, call.query))


@api.route("/v1/answers/pairs", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_PAIRS,
    body=schemas.AnswerPairForm,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(errors.UnknownRegion, errors.WrongDays),
)
def begin_answer_pair(call: Call[schemas.AnswerPairForm, None]) -> Done:
    """起草一条问答"""
    return authoring.begin(call.act, call.body)


@api.route("/v1/answers/pairs/{pair_id}", methods=["GET"])
@endpoint(permission=permissions.EDIT_PAIRS, returns=schemas.AnswerPairView)
def answer_pair(call: Call[None, None], pair_id: str) -> schemas.AnswerPairView:
    """一条问答的草稿、各版和办理记录"""
    return authoring.view(call.actor, pair_id)


@api.route("/v1/answers/pairs/{pair_id}/draft", methods=["PUT"])
@endpoint(
    permission=permissions.EDIT_PAIRS,
    body=schemas.AnswerPairText,
    returns=Done,
    once=TABLE,
    errors=(errors.InReview, errors.WrongDays),
)
def rewrite_answer_pair(call: Call[schemas.AnswerPairText, None], pair_id: str) -> Done:
    """修改草稿；正在用的和已停用的从这里开始下一版"""
    return authoring.rewrite(call.act, pair_id, call.body)


@api.route("/v1/answers/pairs/{pair_id}/media", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_PAIRS,
    body=schemas.AnswerMediumForm,
    returns=Done,
    once=TABLE,
    errors=(NotFound, errors.InReview, errors.TooManyMedia, errors.CoverMissing, *HOLDING),
)
def attach_answer_medium(call: Call[schemas.AnswerMediumForm, None], pair_id: str) -> Done:
    """给草稿放一张图片或一段短片，写明上面是什么；短片要有封面"""
    return picturing.attach(call.act, pair_id, call.body)


@api.route("/v1/answers/pairs/{pair_id}/media/{file_id}", methods=["DELETE"])
@endpoint(permission=permissions.EDIT_PAIRS, returns=Done, once=TABLE, errors=(NotFound, errors.InReview))
def detach_answer_medium(call: Call[None, None], pair_id: str, file_id: str) -> Done:
    """从草稿里拿掉一张图片或一段短片"""
    return picturing.detach(call.act, pair_id, file_id)


@api.route("/v1/answers/pairs/{pair_id}/submission", methods=["POST"])
@endpoint(
    permission=permissions.EDIT_PAIRS,
    returns=Done,
    once=TABLE,
    errors=(errors.NothingDrafted, errors.InReview, errors.MediaNotReady),
)
def submit_answer_pair(call: Call[None, None], pair_id: str) -> Done:
    """提交审核"""
    return authoring.submit(call.act, pair_id)


@api.route("/v1/answers/pairs/{pair_id}/approval", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_PAIRS,
    returns=Done,
    once=TABLE,
    errors=(errors.NotSubmitted, errors.OwnWork, errors.WrongDays, errors.MediaNotReady),
)
def approve_answer_pair(call: Call[None, None], pair_id: str) -> Done:
    """审核通过，开始使用（不能审核自己写的）"""
    return reviewing.approve(call.act, pair_id)


@api.route("/v1/answers/pairs/{pair_id}/return", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_PAIRS,
    body=schemas.AnswerReason,
    returns=Done,
    once=TABLE,
    errors=(errors.NotSubmitted,),
)
def return_answer_pair(call: Call[schemas.AnswerReason, None], pair_id: str) -> Done:
    """审核退回，写明原因"""
    return reviewing.send_back(call.act, pair_id, call.body)


@api.route("/v1/answers/pairs/{pair_id}/withdrawal", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_PAIRS,
    body=schemas.AnswerReason,
    returns=Done,
    once=TABLE,
    errors=(errors.NotPublished,),
)
def withdraw_answer_pair(call: Call[schemas.AnswerReason, None], pair_id: str) -> Done:
    """停用一条问答，写明原因；问过的人会收到通知"""
    return reviewing.withdraw(call.act, pair_id, call.body)
