"""Administrative divisions, open to all, and the board of one's own."""

from pydantic import Field

from mashangban.kernel.http import Blueprint, Call, Schema, endpoint
from mashangban.registry import errors, permissions
from mashangban.registry.schemas.inputs import BoardQuery
from mashangban.registry.schemas.outputs import BoardView, RegionTree
from mashangban.registry.service import boards
from mashangban.registry.service import regions as region_service

api = Blueprint(__name__)


class RegionQuery(Schema):
    """`within`: only what lies below this code; `levels`: how deep."""

    within: str = Field("", max_length=4, pattern=r"^\d*$")
    levels: int = Field(3, ge=1, le=3)


@api.route("/v1/registry/regions", methods=["GET"])
@endpoint(permission=permissions.READ_REGIONS, query=RegionQuery, returns=RegionTree)
def regions(call: Call[None, RegionQuery]) -> RegionTree:
    return region_service.region_tree(call.query.within, call.query.levels)


@api.route("/v1/registry/board", methods=["GET"])
@endpoint(
    permission=permissions.READ_PROJECTS, query=BoardQuery, returns=BoardView, errors=(errors.OutsideRegion,)
)
def board(call: Call[None, BoardQuery]) -> BoardView:
    return boards.project_board(call.actor, call.query.region)
