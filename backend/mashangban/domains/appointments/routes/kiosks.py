"""The doors of the kiosks themselves: registered once by a code, then heard of every minute."""

from datetime import timedelta

from mashangban.domains.appointments import errors, permissions
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.schemas import KioskBeat, KioskKey, KioskRegistration, KioskView
from mashangban.domains.appointments.service import kiosks
from mashangban.kernel.http import Blueprint, Call, endpoint
from mashangban.kernel.limits import Limit

api = Blueprint(__name__)
_WINDOW = timedelta(minutes=10)


@api.route("/v1/appointments/kiosk-registrations", methods=["POST"])
@endpoint(
    permission=permissions.BE_KIOSK,
    body=KioskRegistration,
    returns=KioskKey,
    status=201,
    limit=Limit(TABLE, "kiosk-registrations", 60, _WINDOW),
    errors=(errors.KioskCodeWrong,),
)
def register_kiosk(call: Call[KioskRegistration, None]) -> KioskKey:
    """用注册码把这台机器登记为自助机"""
    return kiosks.register(call.body, call.at)


@api.route("/v1/appointments/kiosks/{kiosk_id}/beats", methods=["POST"])
@endpoint(
    permission=permissions.BE_KIOSK,
    body=KioskBeat,
    returns=KioskView,
    limit=Limit(TABLE, "kiosk-beats", 12_000, _WINDOW),
    errors=(errors.UnknownKiosk,),
)
def beat_kiosk(call: Call[KioskBeat, None], kiosk_id: str) -> KioskView:
    """自助机每分钟报到一次，问自己可以显示什么"""
    return kiosks.beat(kiosk_id, call.body, call.at)
