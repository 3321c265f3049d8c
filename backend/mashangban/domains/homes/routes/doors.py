"""Doors: their codes, and the handover of keys."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import doors, estates
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)


@api.route("/v1/homes/codes/{code}", methods=["GET"])
@endpoint(
    permission=permissions.READ_CODE, returns=schemas.DoorCard, errors=(AlteredCode, errors.CodeRevoked)
)
def read_code(call: Call[None, None], code: str) -> schemas.DoorCard:
    """扫门牌码看到的房屋"""
    return doors.read_code(code)


@api.route("/v1/homes/homes/{home_id}/code", methods=["POST"])
@endpoint(permission=permissions.MANAGE_ESTATE, returns=schemas.HomeDone, once=TABLE)
def renew_code(call: Call[None, None], home_id: str) -> schemas.HomeDone:
    """换新门牌码，旧码作废"""
    return doors.renew_code(call.act, home_id)


@api.route("/v1/homes/homes/{home_id}/handover", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_ESTATE,
    body=schemas.Handover,
    returns=schemas.HomeDone,
    once=TABLE,
    errors=(errors.AlreadyHandedOver, errors.HandoverInFuture),
)
def hand_over(call: Call[schemas.Handover, None], home_id: str) -> schemas.HomeDone:
    """登记交付"""
    return estates.hand_over(call.act, home_id, call.body)
