"""A worker's own history, and showing it."""

from datetime import timedelta

from mashangban.domains.workers import errors, permissions
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.rules.sharing import Look, device_of
from mashangban.domains.workers.schemas import histories as schemas
from mashangban.domains.workers.service import histories as service
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint
from mashangban.kernel.limits import Limit

api = Blueprint(__name__)
Shares = Listing[schemas.ShareView]
Looks = Listing[schemas.LookRow]


@api.route("/v1/workers/history", methods=["GET"])
@endpoint(permission=permissions.VIEW_HISTORY, returns=schemas.HistoryView)
def my_history(call: Call[None, None]) -> schemas.HistoryView:
    """我的履历"""
    return service.mine(call.actor)


@api.route("/v1/workers/shares", methods=["GET"])
@endpoint(permission=permissions.VIEW_HISTORY, query=ListQuery, returns=Shares)
def my_shares(call: Call[None, ListQuery]) -> Shares:
    """我出示过的码"""
    return Shares.model_validate(service.my_shares(call.actor, call.query.page))


@api.route("/v1/workers/shares", methods=["POST"])
@endpoint(
    permission=permissions.SHARE_HISTORY,
    body=schemas.ShareForm,
    returns=schemas.ShareView,
    status=201,
    once=TABLE,
    errors=(errors.NothingToShare,),
)
def share_history(call: Call[schemas.ShareForm, None]) -> schemas.ShareView:
    """出示履历"""
    return service.share(call.act, call.body)


@api.route("/v1/workers/shares/{share_id}", methods=["DELETE"])
@endpoint(permission=permissions.SHARE_HISTORY, returns=schemas.ShareView, once=TABLE)
def revoke_share(call: Call[None, None], share_id: str) -> schemas.ShareView:
    """收回出示的码"""
    return service.revoke(call.act, share_id)


@api.route("/v1/workers/shares/{share_id}/looks", methods=["GET"])
@endpoint(permission=permissions.SHARE_HISTORY, query=ListQuery, returns=Looks)
def looks_at_share(call: Call[None, ListQuery], share_id: str) -> Looks:
    """谁看过"""
    return Looks.model_validate(service.looks(call.actor, share_id, call.query.page))


@api.route("/v1/workers/shared-histories", methods=["POST"])
@endpoint(
    permission=permissions.OPEN_SHARED,
    body=schemas.SharedCode,
    returns=schemas.SharedHistory,
    errors=(AlteredCode, errors.ShareEnded, errors.ShareRevoked, errors.ShareTooOften),
    limit=Limit(TABLE, "histories", 120, timedelta(minutes=10)),
)
def open_shared(call: Call[schemas.SharedCode, None]) -> schemas.SharedHistory:
    """看工人出示的履历，每看一次都会记下"""
    device = device_of(call.request.header("user-agent") or "")
    return service.open_shared(call.body.code, Look(call.at, device))
