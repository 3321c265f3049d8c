"""The four transparencies: told by the builder, read by those who live there."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import facts
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/homes/homes/{home_id}/facts", methods=["GET"])
@endpoint(permission=permissions.VIEW_HOME, query=schemas.FactsQuery, returns=Listing[schemas.FactView])
def facts_of_home(call: Call[None, schemas.FactsQuery], home_id: str) -> Listing[schemas.FactView]:
    """房屋的材料、工艺、验收、服务资料"""
    found = facts.of_home(call.actor, home_id, call.query.kind, call.at)
    return Listing[schemas.FactView](items=found)


@api.route("/v1/homes/estates/{estate_id}/facts", methods=["GET"])
@endpoint(permission=permissions.VIEW_ESTATE, query=schemas.FactListQuery, returns=Listing[schemas.FactView])
def facts_of_estate(call: Call[None, schemas.FactListQuery], estate_id: str) -> Listing[schemas.FactView]:
    """小区、楼栋、单元或一户的资料"""
    return Listing[schemas.FactView].model_validate(facts.of_estate(call.actor, estate_id, call.query))


@api.route("/v1/homes/estates/{estate_id}/facts", methods=["POST"])
@endpoint(
    permission=permissions.TELL_FACTS,
    body=schemas.FactForm,
    returns=schemas.FactDone,
    status=201,
    once=TABLE,
    errors=(errors.UnknownBuilding, errors.FactInFuture, *HOLDING),
)
def enter_fact(call: Call[schemas.FactForm, None], estate_id: str) -> schemas.FactDone:
    """公开一项资料"""
    return facts.enter(call.act, estate_id, call.body)


@api.route("/v1/homes/facts/{fact_id}/withdrawal", methods=["POST"])
@endpoint(
    permission=permissions.TELL_FACTS,
    body=schemas.Withdrawal,
    returns=schemas.FactDone,
    once=TABLE,
    errors=(errors.FactWithdrawn,),
)
def withdraw_fact(call: Call[schemas.Withdrawal, None], fact_id: str) -> schemas.FactDone:
    """撤回一项资料，写明原因"""
    return facts.withdraw(call.act, fact_id, call.body)
