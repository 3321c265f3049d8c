"""A department goes into another."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import DepartmentDone, DepartmentMerge
from mashangban.domains.helpdesk.service import uniting
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)
_AT = "/v1/helpdesk/departments/{department_id}/merger"


@api.route(_AT, methods=["PUT"])
@endpoint(
    permission=permissions.KEEP,
    body=DepartmentMerge,
    returns=DepartmentDone,
    once=TABLE,
    errors=(
        NotFound,
        errors.UnknownDepartment,
        errors.MergedAlready,
        errors.WrongMerge,
        errors.WrongMergeDay,
    ),
)
def plan_merger(call: Call[DepartmentMerge, None], department_id: str) -> DepartmentDone:
    """定下从哪天起并入哪个部门"""
    return uniting.plan(call.act, department_id, call.body)


@api.route(_AT + "/agreement", methods=["POST"])
@endpoint(
    permission=permissions.KEEP,
    returns=DepartmentDone,
    once=TABLE,
    errors=(NotFound, errors.UnknownDepartment, errors.NothingToAgree, errors.OwnMerger),
)
def agree_merger(call: Call[None, None], department_id: str) -> DepartmentDone:
    """同意同事定下的合并"""
    return uniting.agree(call.act, department_id)


@api.route(_AT, methods=["DELETE"])
@endpoint(
    permission=permissions.KEEP,
    returns=DepartmentDone,
    once=TABLE,
    errors=(NotFound, errors.UnknownDepartment, errors.NothingToTakeBack),
)
def take_back_merger(call: Call[None, None], department_id: str) -> DepartmentDone:
    """日子没到，不并了"""
    return uniting.take_back(call.act, department_id)
