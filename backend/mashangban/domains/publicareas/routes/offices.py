"""Public areas for offices and reporters."""

from mashangban.domains.publicareas import errors, permissions
from mashangban.domains.publicareas.models import TABLE
from mashangban.domains.publicareas.schemas import (
    PublicAreaForm,
    PublicAreasQuery,
    PublicAreaView,
    PublicFaultDone,
    PublicFaultPromise,
    PublicFaultReason,
    PublicFaultRow,
    PublicFaultsQuery,
    PublicFaultView,
    ReporterKeyView,
    WordingDecision,
)
from mashangban.domains.publicareas.service import areas, handling, keys, reporting
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/publicareas"
_ONE = _ROOT + "/faults/{fault_id}"


@api.route(_ROOT + "/areas/{project_id}", methods=["PUT"])
@endpoint(
    permission=permissions.OPEN_AREA,
    body=PublicAreaForm,
    returns=PublicAreaView,
    once=TABLE,
    errors=(errors.NoHandler,),
)
def open_area(call: Call[PublicAreaForm, None], project_id: str) -> PublicAreaView:
    """开通小区的公共区域报修"""
    return areas.open_area(call.act, project_id, call.body)


@api.route(_ROOT + "/areas", methods=["GET"])
@endpoint(permission=permissions.READ, query=PublicAreasQuery, returns=Listing[PublicAreaView])
def list_areas(call: Call[None, PublicAreasQuery]) -> Listing[PublicAreaView]:
    """可以报修公共区域的小区"""
    return Listing[PublicAreaView].model_validate(areas.of_county(call.query))


@api.route(_ROOT + "/key", methods=["POST"])
@endpoint(permission=permissions.REPORT, returns=ReporterKeyView, once=TABLE, status=201)
def issue_key(call: Call[None, None]) -> ReporterKeyView:
    """领取 Open311 报修密钥"""
    return keys.issue(call.act)


@api.route(_ROOT + "/key", methods=["DELETE"])
@endpoint(permission=permissions.REPORT, returns=ReporterKeyView, once=TABLE)
def revoke_key(call: Call[None, None]) -> ReporterKeyView:
    """作废 Open311 报修密钥"""
    return keys.revoke(call.act)


@api.route(_ROOT + "/key", methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=ReporterKeyView)
def held_key(call: Call[None, None]) -> ReporterKeyView:
    """有没有 Open311 报修密钥"""
    return keys.held(call.actor)


@api.route(_ROOT + "/mine", methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, query=ListQuery, returns=Listing[PublicFaultRow])
def list_mine(call: Call[None, ListQuery]) -> Listing[PublicFaultRow]:
    """我报的公共区域问题"""
    return Listing[PublicFaultRow].model_validate(handling.mine(call.actor, call.query.page))


@api.route(_ROOT + "/faults", methods=["GET"])
@endpoint(permission=permissions.LIST, query=PublicFaultsQuery, returns=Listing[PublicFaultRow])
def list_faults(call: Call[None, PublicFaultsQuery]) -> Listing[PublicFaultRow]:
    """小区或辖区的公共区域报修"""
    return Listing[PublicFaultRow].model_validate(handling.at_place(call.actor, call.query))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=PublicFaultView, errors=(errors.UnknownFault,))
def show_fault(call: Call[None, None], fault_id: str) -> PublicFaultView:
    """一件公共区域报修"""
    return handling.show(call.act, fault_id)


@api.route(_ONE + "/acceptance", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=PublicFaultPromise,
    returns=PublicFaultDone,
    once=TABLE,
    errors=(errors.WrongStep, errors.PromiseOutOfReach),
)
def accept(call: Call[PublicFaultPromise, None], fault_id: str) -> PublicFaultDone:
    """答应处理公共区域报修"""
    return handling.accept(call.act, fault_id, call.body)


@api.route(_ONE + "/refusal", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=PublicFaultReason,
    returns=PublicFaultDone,
    once=TABLE,
    errors=(errors.WrongStep,),
)
def decline(call: Call[PublicFaultReason, None], fault_id: str) -> PublicFaultDone:
    """说明为什么不处理"""
    return handling.decline(call.act, fault_id, call.body)


@api.route(_ONE + "/repair", methods=["POST"])
@endpoint(
    permission=permissions.ANSWER,
    body=PublicFaultReason,
    returns=PublicFaultDone,
    once=TABLE,
    errors=(errors.WrongStep,),
)
def fix(call: Call[PublicFaultReason, None], fault_id: str) -> PublicFaultDone:
    """登记修好"""
    return handling.fix(call.act, fault_id, call.body)


@api.route(_ONE + "/reopening", methods=["POST"])
@endpoint(
    permission=permissions.REPORT,
    returns=PublicFaultDone,
    once=TABLE,
    errors=(errors.WrongStep, errors.ReopenTooLate),
)
def reopen(call: Call[None, None], fault_id: str) -> PublicFaultDone:
    """报修人说没修好"""
    return reporting.reopen(call.act, fault_id)


@api.route(_ONE + "/order", methods=["POST"])
@endpoint(
    permission=permissions.ORDER,
    body=PublicFaultReason,
    returns=PublicFaultDone,
    once=TABLE,
    errors=(errors.WrongStep,),
)
def order(call: Call[PublicFaultReason, None], fault_id: str) -> PublicFaultDone:
    """责令修理公共区域"""
    return handling.order(call.act, fault_id, call.body)


@api.route(_ONE + "/wording", methods=["POST"])
@endpoint(permission=permissions.MODERATE, body=WordingDecision, returns=PublicFaultDone, once=TABLE)
def decide_wording(call: Call[WordingDecision, None], fault_id: str) -> PublicFaultDone:
    """审核公开文字"""
    return handling.decide_wording(call.act, fault_id, call.body)
