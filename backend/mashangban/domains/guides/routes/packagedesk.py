"""The office's desk: its region's packages, written, published, withdrawn."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import (
    GuideDone,
    GuideHead,
    GuidePackageContent,
    GuidePackageForm,
    GuidePackageHeadsQuery,
    GuidePackageWork,
    GuideWithdrawal,
)
from mashangban.domains.guides.service import packagereading, packages
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
    errors=(errors.UnknownPackage,),
)
def edit_package(call: Call[GuidePackageContent, None], package_id: str) -> GuideDone:
    """修改套餐草稿；已公布的不变"""
    return packages.edit(call.act, package_id, call.body)


@api.route(_ONE + "/publication", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_PACKAGES,
    returns=GuideDone,
    once=TABLE,
    errors=(errors.UnknownPackage, errors.NoDraft, errors.PackageUnready),
)
def publish_package(call: Call[None, None], package_id: str) -> GuideDone:
    """公布套餐草稿"""
    return packages.publish(call.act, package_id)


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
