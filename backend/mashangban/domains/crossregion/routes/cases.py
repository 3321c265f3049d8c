"""One's own cases on the phone: hand in, follow, put right, supply, take back, sign for the result."""

from mashangban.audit.errors import NotSequenced
from mashangban.audit.schemas import ReceiptView
from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.cases import (
    ApplyForm,
    CaseDone,
    CaseRow,
    CaseView,
    PutRightForm,
    ReceiptForm,
    SupplyForm,
)
from mashangban.domains.crossregion.service import applying, caselists, deciding, handing
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/crossregion/cases"
_ONE = _ROOT + "/{case_id}"
_STEP = (errors.UnknownCase, errors.WrongStep, NotFound)


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.APPLY,
    body=ApplyForm,
    returns=CaseDone,
    once=TABLE,
    status=201,
    errors=(
        errors.UnknownAlliance,
        errors.UnknownItem,
        errors.NotServed,
        errors.ModeNotServed,
        errors.PlacesWrong,
        NotFound,
        *HOLDING,
    ),
)
def apply(call: Call[ApplyForm, None]) -> CaseDone:
    """在外地提交家乡的事"""
    return applying.apply(call.act, call.body)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, query=ListQuery, returns=Listing[CaseRow])
def my_cases(call: Call[None, ListQuery]) -> Listing[CaseRow]:
    """我的跨省件"""
    return Listing[CaseRow].model_validate(caselists.mine(call.act, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, returns=CaseView, errors=(errors.UnknownCase, NotFound))
def show_case(call: Call[None, None], case_id: str) -> CaseView:
    """我的一个件：材料在谁手里、办到哪了"""
    return caselists.show_own(call.act, case_id)


@api.route(_ONE + "/pages", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    body=PutRightForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.NotReplaceable, *_STEP, *HOLDING),
)
def put_page_right(call: Call[PutRightForm, None], case_id: str) -> CaseDone:
    """补上缺的或不清楚的一页"""
    return handing.put_right_own(call.act, case_id, call.body)


@api.route(_ONE + "/supplement", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    body=SupplyForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.TooManyPages, *_STEP, *HOLDING),
)
def supply(call: Call[SupplyForm, None], case_id: str) -> CaseDone:
    """补交要求的材料"""
    return deciding.supply(call.act, case_id, call.body)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(permission=permissions.CHANGE_OWN, returns=CaseDone, once=TABLE, errors=_STEP)
def withdraw(call: Call[None, None], case_id: str) -> CaseDone:
    """撤回"""
    return deciding.withdraw(call.act, case_id)


@api.route(_ONE + "/custody", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_OWN,
    body=ReceiptForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.OtherPages, errors.PagesUnchecked, *_STEP),
)
def sign_for_result(call: Call[ReceiptForm, None], case_id: str) -> CaseDone:
    """签收结果"""
    return handing.receive_own(call.act, case_id, call.body)


@api.route(_ONE + "/receipt", methods=["GET"])
@endpoint(
    permission=permissions.VIEW_OWN,
    returns=ReceiptView,
    errors=(errors.UnknownCase, NotFound, NotSequenced),
)
def custody_receipt(call: Call[None, None], case_id: str) -> ReceiptView:
    """交接链的凭证，谁都能离线核验"""
    return caselists.receipt_own(call.act, case_id)
