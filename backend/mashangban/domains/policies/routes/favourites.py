"""What a person keeps to find it again."""

from mashangban.domains.policies import permissions
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas.favourites import FavouriteView
from mashangban.domains.policies.service import favouring
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ONE = "/v1/policies/favourites/{policy_id}"


@api.route("/v1/policies/favourites", methods=["GET"])
@endpoint(permission=permissions.KEEP_FAVOURITES, query=ListQuery, returns=Listing[FavouriteView])
def favourite_policies(call: Call[None, ListQuery]) -> Listing[FavouriteView]:
    """我收藏的政策"""
    return Listing[FavouriteView].model_validate(favouring.listed(call.act, call.query.page))


@api.route(_ONE, methods=["POST"])
@endpoint(permission=permissions.KEEP_FAVOURITES, returns=FavouriteView, once=TABLE)
def keep_policy(call: Call[None, None], policy_id: str) -> FavouriteView:
    """收藏一项政策"""
    return favouring.keep(call.act, policy_id)


@api.route(_ONE + "/removal", methods=["POST"])
@endpoint(permission=permissions.KEEP_FAVOURITES, returns=FavouriteView, once=TABLE)
def drop_policy(call: Call[None, None], policy_id: str) -> FavouriteView:
    """不再收藏一项政策"""
    return favouring.drop(call.act, policy_id)
