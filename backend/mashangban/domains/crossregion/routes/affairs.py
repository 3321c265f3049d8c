"""Affairs of an alliance on the phones of those who have a part in them, and of who was sent."""

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.affairs import (
    AffairDone,
    AffairPartForm,
    AffairRow,
    AffairsQuery,
    AffairView,
    PostingsQuery,
)
from mashangban.domains.crossregion.service import affairs, affairviews
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.kernel.pagination import PageRequest

api = Blueprint(__name__)
_ONE = "/v1/crossregion/desk/affairs/{affair_id}"
_UNKNOWN = (errors.UnknownAffair, NotFound)
# What a phone shows of a long register.
_NEWEST = PageRequest(limit=20)


@api.route("/v1/crossregion/desk/alliances/{alliance_id}/affairs", methods=["GET"])
@endpoint(
    permission=permissions.LIST_ALLIANCES,
    query=AffairsQuery,
    returns=Listing[AffairRow],
    errors=(errors.UnknownAlliance, NotFound),
)
def list_affairs(call: Call[None, AffairsQuery], alliance_id: str) -> Listing[AffairRow]:
    """联盟里本地参加的会议、咨询、交流、印章，和大家能看的文章"""
    return Listing[AffairRow].model_validate(affairviews.listed(call.actor, alliance_id, call.query))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.LIST_ALLIANCES, returns=AffairView, errors=_UNKNOWN)
def show_affair(call: Call[None, None], affair_id: str) -> AffairView:
    """一件联盟事务，和最近登记的内容"""
    return affairviews.show(call.act, affair_id, _NEWEST)


@api.route(_ONE + "/parts", methods=["POST"])
@endpoint(
    permission=permissions.TAKE_PART,
    body=AffairPartForm,
    returns=AffairDone,
    once=TABLE,
    errors=(*_UNKNOWN, errors.AffairEnded, errors.NotYourPart, errors.AffairWrong),
)
def add_to_affair(call: Call[AffairPartForm, None], affair_id: str) -> AffairDone:
    """代表本地答复、登记决定、用印、小结或审核意见"""
    return affairs.add(call.act, affair_id, call.body)


@api.route("/v1/crossregion/postings", methods=["GET"])
@endpoint(permission=permissions.SEE_POSTING, query=PostingsQuery, returns=Listing[AffairRow])
def list_postings(call: Call[None, PostingsQuery]) -> Listing[AffairRow]:
    """我被派去过哪里"""
    return Listing[AffairRow].model_validate(affairviews.postings(call.actor, call.query.page))


@api.route("/v1/crossregion/postings/{affair_id}", methods=["GET"])
@endpoint(permission=permissions.SEE_POSTING, returns=AffairView, errors=(errors.UnknownAffair,))
def show_posting(call: Call[None, None], affair_id: str) -> AffairView:
    """我的一次派驻：去哪里、到哪天、两地的小结"""
    return affairviews.posting(call.actor, affair_id, _NEWEST)
