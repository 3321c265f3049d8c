"""Enterprises over HTTP."""

from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.registry import errors, permissions, service
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import EnterpriseChange, EnterpriseInput, EnterpriseQuery
from mashangban.registry.schemas.outputs import EnterpriseView, HistoryEntry

api = Blueprint(__name__)
_REFUSALS = (errors.CodeTaken, errors.OutsideRegion)


@api.route("/v1/registry/enterprises", methods=["GET"])
@endpoint(permission=permissions.READ_ENTERPRISES, query=EnterpriseQuery, returns=Listing[EnterpriseView])
def list_enterprises(call: Call[None, EnterpriseQuery]) -> Listing[EnterpriseView]:
    page = service.list_enterprises(call.actor, call.query)
    return Listing(items=page.items, next_cursor=page.next_cursor)


@api.route("/v1/registry/enterprises", methods=["POST"])
@endpoint(
    permission=permissions.WRITE_ENTERPRISES,
    body=EnterpriseInput,
    returns=EnterpriseView,
    status=201,
    once=TABLE,
    errors=_REFUSALS,
)
def register_enterprise(call: Call[EnterpriseInput, None]) -> EnterpriseView:
    return service.register_enterprise(call.act, call.body)


@api.route("/v1/registry/enterprises/{enterprise_id}", methods=["GET"])
@endpoint(permission=permissions.READ_ENTERPRISES, returns=EnterpriseView, errors=(errors.NoSuchRecord,))
def view_enterprise(call: Call[None, None], enterprise_id: str) -> EnterpriseView:
    return service.view_enterprise(call.actor, enterprise_id)


@api.route("/v1/registry/enterprises/{enterprise_id}", methods=["PUT"])
@endpoint(
    permission=permissions.WRITE_ENTERPRISES,
    body=EnterpriseChange,
    returns=EnterpriseView,
    once=TABLE,
    errors=(errors.NoSuchRecord, errors.ChangedMeanwhile, errors.DecidedElsewhere, *_REFUSALS),
)
def change_enterprise(call: Call[EnterpriseChange, None], enterprise_id: str) -> EnterpriseView:
    return service.change_enterprise(call.act, enterprise_id, call.body)


@api.route("/v1/registry/enterprises/{enterprise_id}/history", methods=["GET"])
@endpoint(
    permission=permissions.READ_ENTERPRISES, returns=Listing[HistoryEntry], errors=(errors.NoSuchRecord,)
)
def enterprise_history(call: Call[None, None], enterprise_id: str) -> Listing[HistoryEntry]:
    return Listing(items=service.enterprise_history(call.actor, enterprise_id))
