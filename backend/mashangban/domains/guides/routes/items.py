"""What everybody may read: service items of a region, whole, what they once said; who hears of changes."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import GuideFollow, GuideRow, GuidesQuery, GuideView
from mashangban.domains.guides.service import follow, reading
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/guides/items"
_ONE = _ROOT + "/{item_id}"


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.SEE_ITEMS, query=GuidesQuery, returns=Listing[GuideRow])
def list_items(call: Call[None, GuidesQuery]) -> Listing[GuideRow]:
    """办事指南：按名称、按主题，或按名称里的几个字找"""
    return Listing[GuideRow].model_validate(reading.listed(call.query, clock.local_date(call.at)))


@api.route(_ONE, methods=["GET"])
@endpoint(
    permission=permissions.SEE_ITEMS,
    returns=GuideView,
    errors=(errors.UnknownItem, errors.ItemWithdrawn),
)
def show_item(call: Call[None, None], item_id: str) -> GuideView:
    """一份办事指南"""
    return reading.show(item_id, clock.local_date(call.at))


@api.route(_ONE + "/editions/{number}", methods=["GET"])
@endpoint(permission=permissions.SEE_ITEMS, returns=GuideView, errors=(errors.UnknownItem,))
def show_edition(call: Call[None, None], item_id: str, number: str) -> GuideView:
    """一份办事指南以前某一版写了什么"""
    if not number.isdecimal():
        raise errors.UnknownItem()
    return reading.edition(item_id, int(number[:9]), clock.local_date(call.at))


@api.route(_ONE + "/following", methods=["GET"])
@endpoint(permission=permissions.FOLLOW, returns=GuideFollow)
def show_following(call: Call[None, None], item_id: str) -> GuideFollow:
    """我有没有关注这份指南"""
    return follow.show(call.act, item_id)


@api.route(_ONE + "/following", methods=["PUT"])
@endpoint(
    permission=permissions.FOLLOW,
    body=GuideFollow,
    returns=GuideFollow,
    once=TABLE,
    errors=(errors.UnknownItem,),
)
def follow_item(call: Call[GuideFollow, None], item_id: str) -> GuideFollow:
    """有变化时告诉我，或不用再告诉"""
    return follow.keep(call.act, item_id, call.body)
