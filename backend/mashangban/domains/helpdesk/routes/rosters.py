"""The duty roster of a department."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    RosterAnswer,
    RosterCopy,
    RosterForm,
    RosterQuery,
    RosterSwap,
    RosterView,
)
from mashangban.domains.helpdesk.service import rostering
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)
_ONE = "/v1/helpdesk/departments/{department_id}/roster"
_KNOWN = (NotFound, errors.UnknownDepartment)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.ROSTER, query=RosterQuery, returns=RosterView, errors=_KNOWN)
def show_roster(call: Call[None, RosterQuery], department_id: str) -> RosterView:
    """一个星期的值班表"""
    return rostering.show(call.act, department_id, call.query)


@api.route(_ONE, methods=["PUT"])
@endpoint(
    permission=permissions.KEEP,
    body=RosterForm,
    returns=RosterView,
    once=TABLE,
    errors=(*_KNOWN, errors.ShiftWrong, errors.NotAtPost, errors.NotSkilled),
)
def keep_roster(call: Call[RosterForm, None], department_id: str) -> RosterView:
    """排一个星期的班"""
    return rostering.keep(call.act, department_id, call.body)


@api.route(_ONE + "/copy", methods=["POST"])
@endpoint(
    permission=permissions.KEEP,
    body=RosterCopy,
    returns=RosterView,
    once=TABLE,
    errors=(*_KNOWN, errors.NothingToCopy),
)
def copy_roster(call: Call[RosterCopy, None], department_id: str) -> RosterView:
    """照上个星期排"""
    return rostering.copy(call.act, department_id, call.body)


@api.route(_ONE + "/swaps", methods=["POST"])
@endpoint(
    permission=permissions.ROSTER,
    body=RosterSwap,
    returns=RosterView,
    once=TABLE,
    errors=(*_KNOWN, errors.ShiftGone, errors.NotAtPost, errors.NotSkilled, errors.ShiftWrong),
)
def ask_swap(call: Call[RosterSwap, None], department_id: str) -> RosterView:
    """请同事替班"""
    return rostering.ask(call.act, department_id, call.body)


@api.route(_ONE + "/swaps/answer", methods=["POST"])
@endpoint(
    permission=permissions.ROSTER,
    body=RosterAnswer,
    returns=RosterView,
    once=TABLE,
    errors=(*_KNOWN, errors.ShiftGone, errors.ShiftWrong),
)
def answer_swap(call: Call[RosterAnswer, None], department_id: str) -> RosterView:
    """答应或不答应替班"""
    return rostering.answer(call.act, department_id, call.body)
