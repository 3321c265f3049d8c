"""The office's table of what its items lack."""

from mashangban.domains.guides import permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import (
    GuideCompleted,
    GuideCompletions,
    GuideGapRow,
    GuideGapsQuery,
)
from mashangban.domains.guides.service import completing
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/guides/desk/gaps", methods=["GET"])
@endpoint(permission=permissions.KEEP_ITEMS, query=GuideGapsQuery, returns=Listing[GuideGapRow])
def list_guide_gaps(call: Call[None, GuideGapsQuery]) -> Listing[GuideGapRow]:
    """缺大厅、时间、电话或材料的办事指南"""
    return Listing[GuideGapRow].model_validate(completing.lacking(call.actor, call.query))


@api.route("/v1/guides/desk/completions", methods=["POST"])
@endpoint(permission=permissions.KEEP_ITEMS, body=GuideCompletions, returns=GuideCompleted, once=TABLE)
def complete_guides(call: Call[GuideCompletions, None]) -> GuideCompleted:
    """成批补齐：只保存改过的行，逐行说明结果"""
    return completing.fill(call.act, call.body)
