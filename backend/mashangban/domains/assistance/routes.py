"""The API of whoever is helped. Whoever helps does so in the console."""

from mashangban.domains.assistance import errors, permissions
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.schemas import (
    ProposalAnswer,
    ScreenSignal,
    SharedSheet,
    SharingDone,
    SharingOffer,
    SharingRow,
    SharingStop,
    SharingTrace,
    SharingView,
)
from mashangban.domains.assistance.service import sharing, views
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint
from mashangban.kernel.limits import TooOften

api = Blueprint(__name__)
_ROOT = "/v1/assistance/sharings"
_ONE = _ROOT + "/{sharing_id}"


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.SHARE,
    body=SharingOffer,
    returns=SharingDone,
    once=TABLE,
    status=201,
    errors=(errors.OldConsent, errors.TooManyOffers, TooOften),
)
def offer_sharing(call: Call[SharingOffer, None]) -> SharingDone:
    """同意共享一张表，取号码"""
    return sharing.offer(call.act, call.body)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.SHARE, query=ListQuery, returns=Listing[SharingRow])
def list_sharings(call: Call[None, ListQuery]) -> Listing[SharingRow]:
    """谁看着我填过表"""
    return Listing[SharingRow].model_validate(views.mine(call.act, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.SHARE, returns=SharingView, errors=(NotFound,))
def show_sharing(call: Call[None, None], sharing_id: str) -> SharingView:
    """一次共享现在怎样"""
    return views.show(call.act, sharing_id)


@api.route(_ONE + "/trace", methods=["GET"])
@endpoint(permission=permissions.SHARE, returns=SharingTrace, errors=(NotFound,))
def trace_sharing(call: Call[None, None], sharing_id: str) -> SharingTrace:
    """一次共享留下的记录：看过哪几项，建议了什么，采用了没有"""
    return views.trace(call.act, sharing_id)


@api.route(_ONE + "/sheet", methods=["PUT"])
@endpoint(
    permission=permissions.SHARE,
    body=SharedSheet,
    errors=(NotFound, errors.SharingEnded, errors.LateSheet, errors.PrivateShown, TooOften),
)
def fill_sheet(call: Call[SharedSheet, None], sharing_id: str) -> None:
    """表现在的样子，保密的项目只说填没填"""
    sharing.fill(call.act, sharing_id, call.body)


@api.route(_ONE + "/screen", methods=["PUT"])
@endpoint(
    permission=permissions.SHARE,
    body=ScreenSignal,
    errors=(NotFound, errors.SharingEnded, errors.NotThatKind, TooOften),
)
def show_screen(call: Call[ScreenSignal, None], sharing_id: str) -> None:
    """把电脑屏幕给工作人员看：浏览器之间的连接信息，画面不经过平台"""
    sharing.show_screen(call.act, sharing_id, call.body)


@api.route(_ONE + "/proposals/{number}/answer", methods=["POST"])
@endpoint(
    permission=permissions.SHARE,
    body=ProposalAnswer,
    returns=SharingDone,
    once=TABLE,
    errors=(NotFound, errors.SharingEnded, errors.NothingProposed),
)
def answer_proposal(call: Call[ProposalAnswer, None], sharing_id: str, number: str) -> SharingDone:
    """采用或不采用一条建议"""
    if not number.isdecimal():
        raise NotFound()
    return sharing.answer(call.act, sharing_id, int(number), call.body)


@api.route(_ONE + "/ending", methods=["POST"])
@endpoint(permission=permissions.SHARE, body=SharingStop, returns=SharingDone, once=TABLE, errors=(NotFound,))
def stop_sharing(call: Call[SharingStop, None], sharing_id: str) -> SharingDone:
    """停止共享，看到过的马上清除"""
    return sharing.stop(call.act, sharing_id, call.body)
