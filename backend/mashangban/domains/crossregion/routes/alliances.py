"""Alliances: who handles whose matters, by which signed agreement."""

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.alliances import (
    AllianceDeskView,
    AllianceForm,
    AllianceRow,
    AlliancesQuery,
    AllianceView,
    ZoneEnd,
    ZoneForm,
)
from mashangban.domains.crossregion.service import alliances as service
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/crossregion/alliances"
_ONE = _ROOT + "/{alliance_id}"
_KEPT = (errors.UnknownAlliance, errors.AllianceWrong, NotFound)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.SEE_ITEMS, query=AlliancesQuery, returns=Listing[AllianceRow])
def list_alliances(call: Call[None, AlliancesQuery]) -> Listing[AllianceRow]:
    """一个地区参加了哪些通办联盟"""
    return Listing[AllianceRow](items=service.of_region(call.query.region))


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ALLIANCE,
    body=AllianceForm,
    returns=AllianceView,
    once=TABLE,
    status=201,
    errors=(errors.AllianceWrong, NotFound, *HOLDING),
)
def found_alliance(call: Call[AllianceForm, None]) -> AllianceView:
    """登记通办联盟"""
    return service.found(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.SEE_ITEMS, returns=AllianceView, errors=(errors.UnknownAlliance,))
def show_alliance(call: Call[None, None], alliance_id: str) -> AllianceView:
    """一个通办联盟：成员和协议"""
    return service.show(alliance_id)


@api.route(_ONE + "/zones", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ALLIANCE,
    body=ZoneForm,
    returns=AllianceView,
    once=TABLE,
    errors=(errors.AlreadyMember, errors.TooManyZones, *_KEPT),
)
def add_zone(call: Call[ZoneForm, None], alliance_id: str) -> AllianceView:
    """地区加入联盟"""
    return service.add_zone(call.act, alliance_id, call.body)


@api.route(_ONE + "/zones/{region}/end", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ALLIANCE,
    body=ZoneEnd,
    returns=AllianceView,
    once=TABLE,
    errors=(errors.NotMember, errors.LeadStays, errors.UnknownAlliance, NotFound),
)
def end_zone(call: Call[ZoneEnd, None], alliance_id: str, region: str) -> AllianceView:
    """地区退出联盟"""
    return service.end_zone(call.act, alliance_id, region, call.body)


@api.route("/v1/crossregion/desk/alliances/{alliance_id}", methods=["GET"])
@endpoint(
    permission=permissions.LIST_ALLIANCES,
    returns=AllianceDeskView,
    errors=(errors.UnknownAlliance, NotFound),
)
def show_alliance_at_desk(call: Call[None, None], alliance_id: str) -> AllianceDeskView:
    """联盟和签好的协议，给成员地区的工作人员"""
    return service.at_desk(call.actor, alliance_id)
