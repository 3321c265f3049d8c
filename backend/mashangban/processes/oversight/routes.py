"""Oversight as an API: the same page for other programs."""

from mashangban.domains.workers.schemas import ContractRow
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.processes.oversight import errors, permissions, schemas, service
from mashangban.processes.oversight.models import TABLE

api = Blueprint(__name__)
Rows = Listing[ContractRow]


@api.route("/v1/oversight", methods=["GET"])
@endpoint(permission=permissions.VIEW, query=schemas.OverviewQuery, returns=schemas.Overview)
def overview(call: Call[None, schemas.OverviewQuery]) -> schemas.Overview:
    """一个地区或项目的监管总览"""
    return service.overview(call.actor, call.query)


@api.route("/v1/oversight/places/{place}/lines", methods=["GET"])
@endpoint(permission=permissions.INSPECT, query=schemas.InForceQuery, returns=Rows)
def lines(call: Call[None, schemas.InForceQuery], place: str) -> Rows:
    """在册合同名单"""
    return Rows.model_validate(service.lines(call.actor, place, call.query))


@api.route("/v1/oversight/inspections", methods=["POST"])
@endpoint(
    permission=permissions.INSPECT,
    body=schemas.LineInspection,
    returns=schemas.InspectionDone,
    status=201,
    once=TABLE,
)
def inspect(call: Call[schemas.LineInspection, None]) -> schemas.InspectionDone:
    """填写原因，查看一个人的记录"""
    return service.inspect(call.act, call.body)


@api.route("/v1/oversight/inspections/{inspection_id}", methods=["GET"])
@endpoint(permission=permissions.INSPECT, returns=schemas.InspectedLine, errors=(errors.ReasonSpent,))
def line(call: Call[None, None], inspection_id: str) -> schemas.InspectedLine:
    """填写原因后看到的记录"""
    return service.line(call.actor, inspection_id)
