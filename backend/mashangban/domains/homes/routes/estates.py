"""Estates: the builder's office and the regulators."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import estates
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ONE = "/v1/homes/estates/{estate_id}"


@api.route("/v1/homes/estates", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_ESTATE,
    body=schemas.EstateForm,
    returns=schemas.EstateView,
    status=201,
    once=TABLE,
    errors=(errors.NoBuilder, errors.EstateExists),
)
def open_estate(call: Call[schemas.EstateForm, None]) -> schemas.EstateView:
    """建立小区"""
    return estates.open_estate(call.act, call.body)


@api.route("/v1/homes/estates", methods=["GET"])
@endpoint(permission=permissions.VIEW_ESTATE, query=schemas.EstatesQuery, returns=Listing[schemas.EstateRow])
def list_estates(call: Call[None, schemas.EstatesQuery]) -> Listing[schemas.EstateRow]:
    """小区列表"""
    return Listing[schemas.EstateRow].model_validate(estates.list_estates(call.actor, call.query))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_ESTATE, returns=schemas.EstateView)
def show_estate(call: Call[None, None], estate_id: str) -> schemas.EstateView:
    """小区详情"""
    return estates.show_estate(call.actor, estate_id)


@api.route(_ONE + "/homes", methods=["GET"])
@endpoint(permission=permissions.VIEW_ESTATE, query=schemas.HomesQuery, returns=Listing[schemas.HomeRow])
def list_homes(call: Call[None, schemas.HomesQuery], estate_id: str) -> Listing[schemas.HomeRow]:
    """小区的房屋"""
    return Listing[schemas.HomeRow].model_validate(estates.homes_at(call.actor, estate_id, call.query))


@api.route(_ONE + "/plans", methods=["PUT"])
@endpoint(
    permission=permissions.MANAGE_ESTATE,
    body=schemas.PlanForm,
    returns=schemas.EstateView,
    once=TABLE,
    errors=(errors.UnknownHouseType, errors.PlanNotPicture, *HOLDING),
)
def set_plan(call: Call[schemas.PlanForm, None], estate_id: str) -> schemas.EstateView:
    """上传户型图"""
    return estates.set_plan(call.act, estate_id, call.body)


@api.route(_ONE + "/batches", methods=["PUT"])
@endpoint(
    permission=permissions.MANAGE_ESTATE,
    body=schemas.BatchForm,
    returns=schemas.EstateView,
    once=TABLE,
    errors=(errors.UnknownBatch,),
)
def set_batch(call: Call[schemas.BatchForm, None], estate_id: str) -> schemas.EstateView:
    """修改交付批次的日期"""
    return estates.set_batch(call.act, estate_id, call.body)


@api.route(_ONE + "/door-sheets", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_ESTATE,
    body=schemas.DoorSheetForm,
    returns=schemas.SheetOrdered,
    status=202,
    once=TABLE,
    errors=(errors.UnknownBuilding, errors.TooManyDoors),
)
def order_sheet(call: Call[schemas.DoorSheetForm, None], estate_id: str) -> schemas.SheetOrdered:
    """打印一栋楼的门牌码"""
    return estates.order_sheet(call.act, estate_id, call.body)
