"""Codes and teams."""

from mashangban.domains.workers import errors, permissions, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import posters, teams, viewing
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)


@api.route("/v1/workers/codes/{code}", methods=["GET"])
@endpoint(
    permission=permissions.READ_CODE, returns=schemas.TeamCard, errors=(AlteredCode, errors.CodeRevoked)
)
def read_code(call: Call[None, None], code: str) -> schemas.TeamCard:
    """扫码后看到的招工信息"""
    return teams.read_code(code)


@api.route("/v1/workers/teams/{team_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_TEAM, returns=schemas.TeamView)
def show_team(call: Call[None, None], team_id: str) -> schemas.TeamView:
    """班组详情"""
    return teams.show_team(call.actor, team_id)


@api.route("/v1/workers/teams/{team_id}", methods=["PUT"])
@endpoint(
    permission=permissions.MANAGE_TEAM,
    body=schemas.TeamChange,
    returns=schemas.TeamView,
    once=TABLE,
    errors=(errors.TeamNameTaken,),
)
def change_team(call: Call[schemas.TeamChange, None], team_id: str) -> schemas.TeamView:
    """修改班组"""
    return teams.change_team(call.act, team_id, call.body)


@api.route("/v1/workers/teams/{team_id}/code", methods=["POST"])
@endpoint(permission=permissions.MANAGE_TEAM, returns=schemas.TeamView, once=TABLE)
def renew_code(call: Call[None, None], team_id: str) -> schemas.TeamView:
    """换新班组码，旧码作废"""
    return teams.renew_code(call.act, team_id)


@api.route("/v1/workers/teams/{team_id}/poster", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_TEAM,
    returns=schemas.PosterOrdered,
    status=202,
    once=TABLE,
    errors=(errors.SiteNotDescribed,),
)
def order_poster(call: Call[None, None], team_id: str) -> schemas.PosterOrdered:
    """生成维权信息告示牌"""
    return posters.order_poster(call.act, team_id)


@api.route("/v1/workers/teams/{team_id}/members", methods=["GET"])
@endpoint(permission=permissions.VIEW_TEAM, query=ListQuery, returns=Listing[schemas.MemberRow])
def members(call: Call[None, ListQuery], team_id: str) -> Listing[schemas.MemberRow]:
    """班组成员和登记进度"""
    page = viewing.members_of_team(call.actor, team_id, call.query.page)
    return Listing[schemas.MemberRow].model_validate(page)
