"""Whoever helps a person at the counter: scans the code, sees the cards, says what is done."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import GuideHelpForm, GuideHelpView, GuidePlanDone
from mashangban.domains.guides.service import helping
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/guides/help"
_ONE = _ROOT + "/{plan_id}"


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.HELP,
    body=GuideHelpForm,
    returns=GuidePlanDone,
    once=TABLE,
    errors=(errors.WrongCode, errors.UnknownPlan, errors.PlanOver),
)
def begin_help(call: Call[GuideHelpForm, None]) -> GuidePlanDone:
    """扫本人的求助码，开始一起办"""
    return helping.begin(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.HELP, returns=GuideHelpView, errors=(errors.NotHelping,))
def show_help(call: Call[None, None], plan_id: str) -> GuideHelpView:
    """正在帮的人要办的几步和材料"""
    return helping.show(call.act, plan_id)


@api.route(_ONE + "/cards/{key}", methods=["POST"])
@endpoint(
    permission=permissions.HELP,
    returns=GuidePlanDone,
    once=TABLE,
    errors=(errors.NotHelping, errors.UnknownCard, errors.CardDone, errors.CardWaits, errors.PlanOver),
)
def propose_card(call: Call[None, None], plan_id: str, key: str) -> GuidePlanDone:
    """说这一步办好了，请本人确认"""
    return helping.propose(call.act, plan_id, key)
