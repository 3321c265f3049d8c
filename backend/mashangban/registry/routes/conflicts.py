"""Conflicts between sources over HTTP."""

from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.registry import errors, permissions
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import ConflictQuery, Settlement
from mashangban.registry.schemas.outputs import ConflictView
from mashangban.registry.service import conflicts

api = Blueprint(__name__)


@api.route("/v1/registry/conflicts", methods=["GET"])
@endpoint(
    permission=permissions.SETTLE_CONFLICTS,
    query=ConflictQuery,
    returns=Listing[ConflictView],
    errors=(errors.OutsideRegion,),
)
def list_conflicts(call: Call[None, ConflictQuery]) -> Listing[ConflictView]:
    page = conflicts.list_conflicts(call.actor, call.query)
    return Listing(items=page.items, next_cursor=page.next_cursor)


@api.route("/v1/registry/conflicts/{conflict_id}/settlement", methods=["POST"])
@endpoint(
    permission=permissions.SETTLE_CONFLICTS,
    body=Settlement,
    returns=ConflictView,
    once=TABLE,
    errors=(errors.NoSuchRecord, errors.ConflictSettled),
)
def settle_conflict(call: Call[Settlement, None], conflict_id: str) -> ConflictView:
    return conflicts.settle_conflict(call.act, conflict_id, call.body)
