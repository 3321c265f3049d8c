"""Administrative divisions, open to all, and the board of one's own."""

from pydantic import Field

from mashangban.kernel.http import Blueprint, Call, Schema, endpoint
from mashangban.registry import errors, permissions, service
from mashangban.registry.schemas.inputs import BoardQuery
from mashangban.registry.schemas.outputs import BoardView, RegionTree

api = Blueprint(__name__)


class RegionQuery(Schema):
    """`within`: only what lies below this code; `levels`: how deep."""

    within: str = Field("", max_length=4, pattern=r"^\d*$")
    levels: int = Field(3, ge=1, le=3)


@api.route("/v1/registry/regions", methods=["GET"])
@endpoint(permission=permissions.READ_REGIONS, query=RegionQuery, returns=RegionTree)
def regions(call: Call[None, RegionQuery]) -> RegionTree:
    return service.region_tree(call.query.within, call.query.levels)


@api.route("/v1/registry/board", methods=["GET"])
@endpoint(
    permission=permissions.READ_PROJECTS, query=BoardQuery, returns=BoardView, errors=(errors.OutsideRegion,)
)
def board(call: Call[None, BoardQuery]) -> BoardView:
    return service.project_board(call.actor, call.query.region)
