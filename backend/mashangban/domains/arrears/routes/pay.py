"""Expected pay: one's own, a project's or county's late months, the board."""

from mashangban.domains.arrears import errors, permissions, schemas
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.schemas.boards import BoardQuery
from mashangban.domains.arrears.service import answering, boards, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)


@api.route("/v1/arrears/pay", methods=["GET"])
@endpoint(permission=permissions.VIEW_PAY, query=ListQuery, returns=Listing[schemas.PayRow])
def my_pay(call: Call[None, ListQuery]) -> Listing[schemas.PayRow]:
    """我的工资应到账日"""
    return Listing[schemas.PayRow].model_validate(viewing.my_pay(call.actor, call.query.page, call.at))


@api.route("/v1/arrears/pay/{expectation_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_PAY, returns=schemas.PayView)
def show_pay(call: Call[None, None], expectation_id: str) -> schemas.PayView:
    """一个月的工资到账情况，期限怎么算的"""
    return viewing.show_pay(call.actor, expectation_id, call.at)


@api.route("/v1/arrears/late", methods=["GET"])
@endpoint(permission=permissions.LIST_LATE, query=schemas.PlaceQuery, returns=Listing[schemas.PayRow])
def late(call: Call[None, schemas.PlaceQuery]) -> Listing[schemas.PayRow]:
    """项目或县区的欠薪预警"""
    return Listing[schemas.PayRow].model_validate(viewing.late_at(call.actor, call.query, call.at))


@api.route("/v1/arrears/pay/{expectation_id}/answer", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER_WARNING,
    body=schemas.Answer,
    returns=schemas.PayRow,
    once=TABLE,
    errors=(errors.NothingToAnswer,),
)
def answer_warning(call: Call[schemas.Answer, None], expectation_id: str) -> schemas.PayRow:
    """单位答复预警"""
    return answering.answer_warning(call.act, expectation_id, call.body)


@api.route("/v1/arrears/board", methods=["GET"])
@endpoint(permission=permissions.VIEW_BOARD, query=BoardQuery, returns=schemas.BoardView)
def board(call: Call[None, BoardQuery]) -> schemas.BoardView:
    """欠薪看板"""
    return boards.board(call.actor, call.query.region)
