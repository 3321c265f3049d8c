"""What everybody may read: service items of a region, whole, and what they once said."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.schemas import GuideRow, GuidesQuery, GuideView
from mashangban.domains.guides.service import reading
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
