"""The office's desk: its region's items, written, handed to a colleague who publishes or sends back, withdrawn."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import (
    GuideContent,
    GuideDone,
    GuideForm,
    GuideHead,
    GuideHeadsQuery,
    GuideReturn,
    GuideWithdrawal,
    GuideWork,
)
from mashangban.domains.guides.service import items, reading
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/guides/desk/items"
_ONE = _ROOT + "/{item_id}"


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.LIST_ITEMS, query=GuideHeadsQuery, returns=Listing[GuideHead])
def list_desk_items(call: Call[None, GuideHeadsQuery]) -> Listing[GuideHead]:
    """本地区自己的办事指南，含草稿"""
    return Listing[GuideHead].model_validate(reading.heads(call.actor, call.query))


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ITEMS,
    body=GuideForm,
    returns=GuideDone,
    once=TABLE,
    status=201,
    errors=(errors.CodeTaken,),
)
def draft_item(call: Call[GuideForm, None]) -> GuideDone:
    """起草一份办事指南"""
    return items.draft(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.LIST_ITEMS, returns=GuideWork, errors=(errors.UnknownItem,))
def show_desk_item(call: Call[None, None], item_id: str) -> GuideWork:
    """一份办事指南的草稿、公布内容和变更记录"""
    return reading.work(call.actor, item_id, clock.local_date(call.at))


@api.route(_ONE + "/draft", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_ITEMS,
    body=GuideContent,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownItem, errors.InReview),
)
def edit_item(call: Call[GuideContent, None], item_id: str) -> GuideDone:
    """修改草稿；已公布的不变"""
    return items.edit(call.act, item_id, call.body)


@api.route(_ONE + "/submission", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ITEMS,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownItem, errors.NoDraft, errors.InReview, errors.ItemUnready),
)
def submit_item(call: Call[None, None], item_id: str) -> GuideDone:
    """提交给同事审核；审核期间不能修改"""
    return items.submit(call.act, item_id)


@api.route(_ONE + "/return", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_ITEMS,
    body=GuideReturn,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownItem, errors.NotSubmitted),
)
def return_item(call: Call[GuideReturn, None], item_id: str) -> GuideDone:
    """审核退回，写明哪里要改"""
    return items.send_back(call.act, item_id, call.body)


@api.route(_ONE + "/publication", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_ITEMS,
    returns=GuideDone,
    once=TABLE,
    errors=(
        errors.UnknownItem,
        errors.NoDraft,
        errors.NotSubmitted,
        errors.OwnWork,
        errors.ItemUnready,
    ),
)
def publish_item(call: Call[None, None], item_id: str) -> GuideDone:
    """审核通过，公布（不能公布自己写的）"""
    return items.publish(call.act, item_id)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_ITEMS,
    body=GuideWithdrawal,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownItem, errors.NotPublished),
)
def withdraw_item(call: Call[GuideWithdrawal, None], item_id: str) -> GuideDone:
    """停用已公布的办事指南"""
    return items.withdraw(call.act, item_id, call.body)
