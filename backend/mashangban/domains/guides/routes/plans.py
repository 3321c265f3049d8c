"""A person's own plans."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import (
    GuideCardMark,
    GuideCardWord,
    GuideHelpCode,
    GuidePapers,
    GuidePlanDone,
    GuidePlanForm,
    GuidePlanRow,
    GuidePlanView,
)
from mashangban.domains.guides.service import plans
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/guides/plans"
_ONE = _ROOT + "/{plan_id}"
_CARD = _ONE + "/cards/{key}"
_STEP = (errors.UnknownPlan, errors.PlanOver)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.VIEW_PLAN, query=ListQuery, returns=Listing[GuidePlanRow])
def list_plans(call: Call[None, ListQuery]) -> Listing[GuidePlanRow]:
    """我的办事计划"""
    return Listing[GuidePlanRow].model_validate(plans.mine(call.act, call.query.page))


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.MAKE_PLAN,
    body=GuidePlanForm,
    returns=GuidePlanDone,
    once=TABLE,
    status=201,
    errors=(errors.Unanswered, errors.UnknownPackage, errors.PackageWithdrawn),
)
def make_plan(call: Call[GuidePlanForm, None]) -> GuidePlanDone:
    """保存办事计划，照着办"""
    return plans.make(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_PLAN, returns=GuidePlanView, errors=(errors.UnknownPlan,))
def show_plan(call: Call[None, None], plan_id: str) -> GuidePlanView:
    """一个办事计划：每一步、材料、办到哪了"""
    return plans.show(call.act, plan_id)


@api.route(_CARD, methods=["POST"])
@endpoint(
    permission=permissions.MAKE_PLAN,
    body=GuideCardMark,
    returns=GuidePlanDone,
    once=TABLE,
    errors=(errors.UnknownCard, errors.CardWaits, *_STEP),
)
def mark_card(call: Call[GuideCardMark, None], plan_id: str, key: str) -> GuidePlanDone:
    """这一步办好了，或者改回还没办"""
    return plans.mark(call.act, plan_id, key, finished=call.body.done)


@api.route(_CARD + "/word", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_PLAN,
    body=GuideCardWord,
    returns=GuidePlanDone,
    once=TABLE,
    errors=(errors.UnknownCard, errors.CardWaits, errors.NothingProposed, *_STEP),
)
def answer_helper(call: Call[GuideCardWord, None], plan_id: str, key: str) -> GuidePlanDone:
    """工作人员说办好了，本人确认是不是"""
    return plans.answer_helper(call.act, plan_id, key, agrees=call.body.agrees)


@api.route(_ONE + "/papers", methods=["PUT"])
@endpoint(permission=permissions.MAKE_PLAN, body=GuidePapers, returns=GuidePlanDone, once=TABLE, errors=_STEP)
def tick_papers(call: Call[GuidePapers, None], plan_id: str) -> GuidePlanDone:
    """勾出已备好的材料"""
    return plans.tick(call.act, plan_id, call.body)


@api.route(_ONE + "/end", methods=["POST"])
@endpoint(permission=permissions.MAKE_PLAN, returns=GuidePlanDone, once=TABLE, errors=_STEP)
def end_plan(call: Call[None, None], plan_id: str) -> GuidePlanDone:
    """不办了"""
    return plans.end(call.act, plan_id)


@api.route(_ONE + "/code", methods=["GET"])
@endpoint(permission=permissions.VIEW_PLAN, returns=GuideHelpCode, errors=_STEP)
def show_help_code(call: Call[None, None], plan_id: str) -> GuideHelpCode:
    """给工作人员扫的求助码，一次有效"""
    return plans.code(call.act, plan_id)


@api.route(_ONE + "/help-end", methods=["POST"])
@endpoint(permission=permissions.MAKE_PLAN, returns=GuidePlanDone, once=TABLE, errors=_STEP)
def end_help(call: Call[None, None], plan_id: str) -> GuidePlanDone:
    """不用再帮了"""
    return plans.end_help(call.act, plan_id)
