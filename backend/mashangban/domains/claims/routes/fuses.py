"""Fuses for supervision: what is tripped, releasing it, the figures of a province."""

from mashangban.domains.claims import errors, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.schemas import ReasonForm
from mashangban.domains.claims.schemas.fuses import (
    FuseDone,
    FuseFiguresForm,
    FuseQuery,
    FuseRow,
    FuseRuleView,
    FuseView,
    ProvinceQuery,
)
from mashangban.domains.claims.service.fuses import figures, releasing, viewing
from mashangban.domains.claims.terms.fuses import FuseKind
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/claims/fuses", methods=["GET"])
@endpoint(permission=permissions.SUPERVISE, query=FuseQuery, returns=Listing[FuseRow])
def fuses(call: Call[None, FuseQuery]) -> Listing[FuseRow]:
    """本地区的熔断和预警"""
    return Listing[FuseRow].model_validate(viewing.listed(call.actor, call.query))


@api.route("/v1/claims/fuses/{fuse_id}", methods=["GET"])
@endpoint(permission=permissions.SUPERVISE, returns=FuseView, errors=(errors.UnknownFuse,))
def fuse(call: Call[None, None], fuse_id: str) -> FuseView:
    """一条熔断：事实、停了什么、谁同意解除"""
    return viewing.show(call.act, fuse_id)


@api.route("/v1/claims/fuses/{fuse_id}/release", methods=["POST"])
@endpoint(
    permission=permissions.SUPERVISE,
    body=ReasonForm,
    returns=FuseDone,
    once=TABLE,
    errors=(errors.UnknownFuse, errors.FuseNotTripped, errors.FuseBarred, errors.FuseSamePerson),
)
def release(call: Call[ReasonForm, None], fuse_id: str) -> FuseDone:
    """同意解除熔断，要两个没有经手的人"""
    return releasing.release(call.act, fuse_id, call.body)


@api.route("/v1/claims/fuse-rules", methods=["GET"])
@endpoint(permission=permissions.SUPERVISE, query=ProvinceQuery, returns=Listing[FuseRuleView])
def rules(call: Call[None, ProvinceQuery]) -> Listing[FuseRuleView]:
    """本省的熔断规则和数值"""
    return Listing[FuseRuleView](items=figures.listed(call.actor, call.query.province))


@api.route("/v1/claims/fuse-rules/{province}/{kind}", methods=["PUT"])
@endpoint(
    permission=permissions.SET_FUSES,
    body=FuseFiguresForm,
    returns=FuseRuleView,
    once=TABLE,
    errors=(errors.FuseFigures, NotFound),
)
def set_figures(call: Call[FuseFiguresForm, None], province: str, kind: str) -> FuseRuleView:
    """设定本省一种熔断的数值，写明依据"""
    if kind not in set(FuseKind):
        raise NotFound()
    return figures.set_figures(call.act, province, FuseKind(kind), call.body)
