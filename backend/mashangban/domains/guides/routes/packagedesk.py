"""The office's desk: its region's packages, written, handed to a colleague who publishes or sends back, withdrawn."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import (
    GuideDone,
    GuideHead,
    GuidePackageContent,
    GuidePackageForm,
    GuidePackageHeadsQuery,
    GuidePackageWork,
    GuidePosterForm,
    GuidePosterOrdered,
    GuideReturn,
    GuideWithdrawal,
)
from mashangban.domains.guides.service import packagereading, packages, posters
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/guides/desk/packages"
_ONE = _ROOT + "/{package_id}"


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.LIST_PACKAGES, query=GuidePackageHeadsQuery, returns=Listing[GuideHead])
def list_desk_packages(call: Call[None, GuidePackageHeadsQuery]) -> Listing[GuideHead]:
    """本地区自己的办事套餐，含草稿"""
    return Listing[GuideHead].model_validate(packagereading.heads(call.actor, call.query))


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.KEEP_PACKAGES, body=GuidePackageForm, returns=GuideDone, once=TABLE, status=201
)
def draft_package(call: Call[GuidePackageForm, None]) -> GuideDone:
    """起草一个办事套餐"""
    return packages.draft(call.act, call.body)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.LIST_PACKAGES, returns=GuidePackageWork, errors=(errors.UnknownPackage,))
def show_desk_package(call: Call[None, None], package_id: str) -> GuidePackageWork:
    """一个办事套餐的草稿、毛病和变更记录"""
    return packagereading.work(call.actor, package_id)


@api.route(_ONE + "/draft", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_PACKAGES,
    body=GuidePackageContent,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownPackage, errors.InReview),
)
def edit_package(call: Call[GuidePackageContent, None], package_id: str) -> GuideDone:
    """修改套餐草稿；已公布的不变"""
    return packages.edit(call.act, package_id, call.body)


@api.route(_ONE + "/submission", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_PACKAGES,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownPackage, errors.NoDraft, errors.InReview, errors.PackageUnready),
)
def submit_package(call: Call[None, None], package_id: str) -> GuideDone:
    """提交给同事审核；审核期间不能修改"""
    return packages.submit(call.act, package_id)


@api.route(_ONE + "/return", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_PACKAGES,
    body=GuideReturn,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownPackage, errors.NotSubmitted),
)
def return_package(call: Call[GuideReturn, None], package_id: str) -> GuideDone:
    """审核退回，写明哪里要改"""
    return packages.send_back(call.act, package_id, call.body)


@api.route(_ONE + "/publication", methods=["POST"])
@endpoint(
    permission=permissions.REVIEW_PACKAGES,
    returns=GuideDone,
    once=TABLE,
    errors=(
        errors.UnknownPackage,
        errors.NoDraft,
        errors.NotSubmitted,
        errors.OwnWork,
        errors.PackageUnready,
    ),
)
def publish_package(call: Call[None, None], package_id: str) -> GuideDone:
    """审核通过，公布（不能公布自己写的）"""
    return packages.publish(call.act, package_id)


@api.route(_ONE + "/posters", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_PACKAGES,
    body=GuidePosterForm,
    returns=GuidePosterOrdered,
    once=TABLE,
    status=202,
    errors=(errors.UnknownPackage, errors.NoPoster),
)
def order_package_poster(call: Call[GuidePosterForm, None], package_id: str) -> GuidePosterOrdered:
    """排一张可以张贴的海报：办事码、三步、大厅和时间"""
    return posters.order(call.act, package_id, call.body)


@api.route(_ONE + "/withdrawal", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_PACKAGES,
    body=GuideWithdrawal,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownPackage, errors.NotPublished),
)
def withdraw_package(call: Call[GuideWithdrawal, None], package_id: str) -> GuideDone:
    """停用已公布的套餐"""
    return packages.withdraw(call.act, package_id, call.body)
