"""A team's roll, its code, its month, and the worker's scan."""

from datetime import date

from mashangban.domains.attendance import errors, permissions, schemas
from mashangban.domains.attendance.models import TABLE
from mashangban.domains.attendance.service import rolling, viewing
from mashangban.kernel.acts import Act
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/attendance/teams", methods=["GET"])
@endpoint(permission=permissions.CALL_ROLL, returns=Listing[schemas.RollTeam])
def my_teams(call: Call[None, None]) -> Listing[schemas.RollTeam]:
    """我带的班组"""
    return Listing[schemas.RollTeam](items=rolling.my_teams(call.actor, Act(call.actor, call.at)))


@api.route("/v1/attendance/teams/{team_id}/days/{day}/roll", methods=["GET"])
@endpoint(permission=permissions.VIEW_TEAM, returns=schemas.RollView, errors=(errors.DayInFuture,))
def show_roll(call: Call[None, None], team_id: str, day: str) -> schemas.RollView:
    """班组某天的点名册"""
    return rolling.show_roll(call.actor, team_id, day_in(day), Act(call.actor, call.at))


@api.route("/v1/attendance/teams/{team_id}/days/{day}/roll", methods=["POST"])
@endpoint(
    permission=permissions.CALL_ROLL,
    body=schemas.RollForm,
    returns=schemas.RollDone,
    once=TABLE,
    errors=(errors.DayInFuture, errors.DayTooOld, errors.NotOnTeam, errors.ReasonMissing),
)
def call_roll(call: Call[schemas.RollForm, None], team_id: str, day: str) -> schemas.RollDone:
    """班组点名，整个班组一次提交"""
    return rolling.call_roll(call.act, team_id, day_in(day), call.body)


@api.route("/v1/attendance/teams/{team_id}/code", methods=["GET"])
@endpoint(permission=permissions.CALL_ROLL, returns=schemas.CodeView)
def show_code(call: Call[None, None], team_id: str) -> schemas.CodeView:
    """半分钟换一次的考勤码"""
    return rolling.show_code(call.actor, team_id, Act(call.actor, call.at))


@api.route("/v1/attendance/teams/{team_id}/months/{month}", methods=["GET"])
@endpoint(permission=permissions.VIEW_TEAM, returns=schemas.TeamMonth)
def show_grid(call: Call[None, None], team_id: str, month: str) -> schemas.TeamMonth:
    """班组月考勤表"""
    return viewing.grid_of_team(call.actor, team_id, month)


@api.route("/v1/attendance/scans", methods=["POST"])
@endpoint(
    permission=permissions.SCAN,
    body=schemas.PunchForm,
    returns=schemas.ScanDone,
    status=201,
    once=TABLE,
    errors=(AlteredCode, errors.CodeExpired, errors.CodeUsed, errors.OtherTeamsCode),
)
def scan(call: Call[schemas.PunchForm, None]) -> schemas.ScanDone:
    """工人扫码打卡"""
    return rolling.scan_code(call.act, call.body)


def day_in(text: str) -> date:
    """A day of an address. Raises NotFound for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as broken:
        raise NotFound() from broken
