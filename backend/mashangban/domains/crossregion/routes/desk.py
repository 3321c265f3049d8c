"""The desk of a zone: take in, check, hand over, put right, decide together; the month of each pair of zones."""

from mashangban.audit.errors import NotSequenced
from mashangban.audit.schemas import ReceiptView
from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.cases import (
    CaseDone,
    CaseRow,
    CaseView,
    CollectForm,
    DecisionForm,
    DeskQuery,
    HandoverForm,
    PairsQuery,
    PairView,
    PartForm,
    PutRightForm,
    ReceiptForm,
    RejectForm,
    SupplementForm,
)
from mashangban.domains.crossregion.service import applying, caselists, deciding, handing
from mashangban.files.errors import HOLDING
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/crossregion/desk/cases"
_ONE = _ROOT + "/{case_id}"
_STEP = (errors.UnknownCase, errors.WrongStep, NotFound)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.LIST_CASES, query=DeskQuery, returns=Listing[CaseRow], errors=(NotFound,))
def list_cases(call: Call[None, DeskQuery]) -> Listing[CaseRow]:
    """本地区要办的件，或经手的全部件"""
    return Listing[CaseRow].model_validate(caselists.at_desk(call.actor, call.query))


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=CollectForm,
    returns=CaseDone,
    once=TABLE,
    status=201,
    errors=(
        errors.UnknownApplicant,
        errors.UnknownAlliance,
        errors.UnknownItem,
        errors.NotServed,
        errors.ModeNotServed,
        errors.PlacesWrong,
        NotFound,
        *HOLDING,
    ),
)
def collect(call: Call[CollectForm, None]) -> CaseDone:
    """窗口收件：核对材料和身份"""
    return applying.collect(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.LIST_CASES, returns=CaseView, errors=(errors.UnknownCase, NotFound))
def show_case_at_desk(call: Call[None, None], case_id: str) -> CaseView:
    """一个件，按本地区在其中的角色能看到的"""
    return caselists.show(call.act, case_id)


@api.route(_ONE + "/handovers", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=HandoverForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.WrongReceiver, errors.NotHeld, errors.CarrierWrong, *_STEP),
)
def hand_over(call: Call[HandoverForm, None], case_id: str) -> CaseDone:
    """交出材料或结果"""
    return handing.hand_over(call.act, case_id, call.body)


@api.route(_ONE + "/custody", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=ReceiptForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.OtherPages, errors.PagesUnchecked, *_STEP),
)
def receive(call: Call[ReceiptForm, None], case_id: str) -> CaseDone:
    """收件：逐页核对"""
    return handing.receive(call.act, case_id, call.body)


@api.route(_ONE + "/rejection", methods=["POST"])
@endpoint(permission=permissions.HANDLE, body=RejectForm, returns=CaseDone, once=TABLE, errors=_STEP)
def reject(call: Call[RejectForm, None], case_id: str) -> CaseDone:
    """不收下，一次说清理由"""
    return handing.reject(call.act, case_id, call.body)


@api.route(_ONE + "/pages", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=PutRightForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.NotReplaceable, *_STEP, *HOLDING),
)
def put_page_right_at_desk(call: Call[PutRightForm, None], case_id: str) -> CaseDone:
    """补上被点名的一页"""
    return handing.put_right(call.act, case_id, call.body)


@api.route(_ONE + "/supplement", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=SupplementForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.AskedBefore, *_STEP),
)
def ask_more(call: Call[SupplementForm, None], case_id: str) -> CaseDone:
    """一次告知要补的材料"""
    return deciding.ask_more(call.act, case_id, call.body)


@api.route(_ONE + "/parts", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=PartForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.SpokenBefore, *_STEP),
)
def speak(call: Call[PartForm, None], case_id: str) -> CaseDone:
    """联办地区给出意见"""
    return deciding.speak(call.act, case_id, call.body)


@api.route(_ONE + "/decision", methods=["POST"])
@endpoint(
    permission=permissions.HANDLE,
    body=DecisionForm,
    returns=CaseDone,
    once=TABLE,
    errors=(errors.PartsOpen, errors.ReasonMissing, *_STEP, *HOLDING),
)
def decide(call: Call[DecisionForm, None], case_id: str) -> CaseDone:
    """作出决定"""
    return deciding.decide(call.act, case_id, call.body)


@api.route(_ONE + "/receipt", methods=["GET"])
@endpoint(
    permission=permissions.LIST_CASES,
    returns=ReceiptView,
    errors=(errors.UnknownCase, NotFound, NotSequenced),
)
def custody_receipt_at_desk(call: Call[None, None], case_id: str) -> ReceiptView:
    """交接链的凭证"""
    return caselists.receipt(call.actor, case_id)


@api.route("/v1/crossregion/desk/pairs", methods=["GET"])
@endpoint(permission=permissions.LIST_CASES, query=PairsQuery, returns=Listing[PairView], errors=(NotFound,))
def list_pairs(call: Call[None, PairsQuery]) -> Listing[PairView]:
    """本地区和各地区之间这个月的数"""
    return Listing[PairView](items=caselists.pair_figures(call.act, call.query))
