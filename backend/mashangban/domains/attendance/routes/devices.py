"""Gate devices: what offices do with them, and what they send themselves (docs/gate-api.md)."""

from datetime import datetime
from urllib.parse import urlencode

from mashangban.domains.attendance import errors, permissions, schemas
from mashangban.domains.attendance.models import TABLE
from mashangban.domains.attendance.service import devices
from mashangban.domains.attendance.service.devices import Caller, Signed
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Request, endpoint

api = Blueprint(__name__)
_REFUSALS = (errors.BadSignature, errors.DeviceRevoked, errors.ClockSkewed)
_LONGEST = 128


@api.route("/v1/attendance/passes", methods=["POST"])
@endpoint(
    permission=permissions.SEND_PASSES,
    body=schemas.PassReport,
    returns=schemas.PassAnswer,
    errors=(*_REFUSALS, errors.RequestReplayed),
)
def send_passes(call: Call[schemas.PassReport, None]) -> schemas.PassAnswer:
    """闸机批量上传通行记录"""
    return devices.take(_caller(call.request, call.at), call.body, call.at)


@api.route("/v1/attendance/roster", methods=["GET"])
@endpoint(permission=permissions.SEND_PASSES, query=ListQuery, returns=schemas.Roster, errors=_REFUSALS)
def roster(call: Call[None, ListQuery]) -> schemas.Roster:
    """闸机领取可以进场的工人名单"""
    return devices.roster(_caller(call.request, call.at), call.at, call.query.page)


@api.route("/v1/attendance/projects/{project_id}/devices", methods=["GET"])
@endpoint(permission=permissions.VIEW_DEVICES, query=ListQuery, returns=Listing[schemas.DeviceView])
def list_devices(call: Call[None, ListQuery], project_id: str) -> Listing[schemas.DeviceView]:
    """项目的考勤设备"""
    page = devices.list_devices(call.actor, project_id, call.query.page)
    return Listing[schemas.DeviceView].model_validate(page)


@api.route("/v1/attendance/projects/{project_id}/devices", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_DEVICES,
    body=schemas.DeviceForm,
    returns=schemas.DeviceKey,
    status=201,
    once=TABLE,
    errors=(errors.DeviceNameTaken,),
)
def register(call: Call[schemas.DeviceForm, None], project_id: str) -> schemas.DeviceKey:
    """登记考勤设备，密钥只显示这一次"""
    return devices.register(call.act, project_id, call.body)


@api.route("/v1/attendance/devices/{device_id}/rotation", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_DEVICES,
    returns=schemas.DeviceKey,
    once=TABLE,
    errors=(errors.DeviceRevoked,),
)
def rotate(call: Call[None, None], device_id: str) -> schemas.DeviceKey:
    """更换设备密钥，旧密钥立刻作废"""
    return devices.rotate(call.act, device_id)


@api.route("/v1/attendance/devices/{device_id}/revocation", methods=["POST"])
@endpoint(permission=permissions.MANAGE_DEVICES, returns=schemas.DeviceView, once=TABLE)
def revoke(call: Call[None, None], device_id: str) -> schemas.DeviceView:
    """停用考勤设备"""
    return devices.revoke(call.act, device_id)


def _caller(request: Request, at: datetime) -> Caller:
    names = ("x-device-id", "x-timestamp", "x-request-id", "x-signature")
    values = [request.header(name) or "" for name in names]
    if not all(value.isascii() and 0 < len(value) <= _LONGEST for value in values):
        raise errors.BadSignature()
    query = f"?{urlencode(request.query)}" if request.query else ""
    signed = Signed(request.method, request.path + query, request.raw, *values)
    return devices.admit(signed, at)
