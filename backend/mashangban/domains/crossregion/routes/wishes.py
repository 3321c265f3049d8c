"""What people would have handled elsewhere and no list has."""

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.wishes import WishDone, WishesQuery, WishForm, WishRow
from mashangban.domains.crossregion.service import wishes as service
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/crossregion/wishes", methods=["POST"])
@endpoint(
    permission=permissions.WISH,
    body=WishForm,
    returns=WishDone,
    once=TABLE,
    status=201,
    errors=(errors.PlacesWrong, errors.WishEmpty),
)
def wish(call: Call[WishForm, None]) -> WishDone:
    """想在外地办、清单里还没有的事"""
    return service.wish(call.act, call.body)


@api.route("/v1/crossregion/desk/wishes", methods=["GET"])
@endpoint(
    permission=permissions.LIST_ALLIANCES, query=WishesQuery, returns=Listing[WishRow], errors=(NotFound,)
)
def list_wishes(call: Call[None, WishesQuery]) -> Listing[WishRow]:
    """一个地区这个月大家最想办的事"""
    return Listing[WishRow](items=service.most_wanted(call.act, call.query))
