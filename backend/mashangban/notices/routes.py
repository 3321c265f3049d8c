"""The API of notices."""

from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint
from mashangban.notices import permissions
from mashangban.notices.models import TABLE
from mashangban.notices.schemas import DeliveriesQuery, DeliveryView, NoticeView, Preferences, Summary
from mashangban.notices.service import inbox

api = Blueprint(__name__)


@api.route("/v1/notices", methods=["GET"])
@endpoint(permission=permissions.READ_OWN, query=ListQuery, returns=Listing[NoticeView])
def notices(call: Call[None, ListQuery]) -> Listing[NoticeView]:
    """My messages, the newest first."""
    return inbox.inbox(call.actor, call.query.page)


@api.route("/v1/notices/summary", methods=["GET"])
@endpoint(permission=permissions.READ_OWN, returns=Summary)
def summary(call: Call[None, None]) -> Summary:
    """How many are unread."""
    return inbox.summary(call.actor)


@api.route("/v1/notices/{notice_id}/read", methods=["POST"])
@endpoint(permission=permissions.READ_OWN, returns=Summary, once=TABLE)
def read(call: Call[None, None], notice_id: str) -> Summary:
    """I have read this one."""
    return inbox.read(call.act, notice_id)


@api.route("/v1/notices/read-all", methods=["POST"])
@endpoint(permission=permissions.READ_OWN, returns=Summary, once=TABLE)
def read_all(call: Call[None, None]) -> Summary:
    """I have read them all."""
    return inbox.read_all(call.act)


@api.route("/v1/notices/preferences", methods=["GET"])
@endpoint(permission=permissions.READ_OWN, returns=Preferences)
def preferences(call: Call[None, None]) -> Preferences:
    """What reaches me beside the inbox."""
    return inbox.preferences(call.actor)


@api.route("/v1/notices/preferences", methods=["PUT"])
@endpoint(permission=permissions.CHOOSE_OWN, body=Preferences, returns=Preferences, once=TABLE)
def choose(call: Call[Preferences, None]) -> Preferences:
    """Choose what reaches me beside the inbox."""
    return inbox.choose(call.act, call.body)


@api.route("/v1/notices/deliveries", methods=["GET"])
@endpoint(permission=permissions.READ_DELIVERIES, query=DeliveriesQuery, returns=Listing[DeliveryView])
def deliveries(call: Call[None, DeliveriesQuery]) -> Listing[DeliveryView]:
    """Whether the notices of a matter arrived."""
    return inbox.deliveries(call.actor, call.query.subject, call.query.page)
