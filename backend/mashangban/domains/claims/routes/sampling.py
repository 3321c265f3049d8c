"""Draws for everybody, inspections for officers."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas.sampling import (
    DrawView,
    FindingForm,
    MoneyCheckDone,
    MoneyCheckQuery,
    MoneyCheckRow,
    MoneyCheckView,
    PeriodClaims,
    ProvinceDrawsQuery,
)
from mashangban.domains.claims.service import inspecting, sampling
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ONE = "/v1/claims/inspections/{inspection_id}"


@api.route("/v1/claims/draws", methods=["GET"])
@endpoint(permission=permissions.READ_PUBLICITY, query=ProvinceDrawsQuery, returns=Listing[DrawView])
def draws(call: Call[None, ProvinceDrawsQuery]) -> Listing[DrawView]:
    """每月抽查：先公布种子的指纹，月后公布种子和抽中的申报"""
    return Listing[DrawView].model_validate(sampling.listed(call.query))


@api.route("/v1/claims/draws/{province}/{period}/claims", methods=["GET"])
@endpoint(
    permission=permissions.READ_PUBLICITY,
    query=ListQuery,
    returns=Listing[PeriodClaims],
    errors=(NotFound,),
)
def population(call: Call[None, ListQuery], province: str, period: str) -> Listing[PeriodClaims]:
    """当月已拨付的申报，谁都可以照着再抽一遍"""
    return Listing[PeriodClaims].model_validate(sampling.population(province, period, call.query.page))


@api.route("/v1/claims/inspections", methods=["GET"])
@endpoint(permission=permissions.INSPECT, query=MoneyCheckQuery, returns=Listing[MoneyCheckRow])
def inspections(call: Call[None, MoneyCheckQuery]) -> Listing[MoneyCheckRow]:
    """本地区要检查的已拨付申报"""
    return Listing[MoneyCheckRow].model_validate(inspecting.listed(call.actor, call.query))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.INSPECT, returns=MoneyCheckView, errors=(errors.UnknownInspection,))
def inspection(call: Call[None, None], inspection_id: str) -> MoneyCheckView:
    """一件检查"""
    return inspecting.show(call.act, inspection_id)


@api.route(_ONE + "/finding", methods=["POST"])
@endpoint(
    permission=permissions.INSPECT,
    body=FindingForm,
    returns=MoneyCheckDone,
    once=TABLE,
    errors=(errors.UnknownInspection, errors.InspectionDone, errors.InspectionBarred),
)
def conclude(call: Call[FindingForm, None], inspection_id: str) -> MoneyCheckDone:
    """写检查结果：合格，或应当追回"""
    return inspecting.conclude(call.act, inspection_id, call.body)
