"""Packages for everybody: what there is in a region, and the way along one."""

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.schemas import GuidePackageRow, GuidePackagesQuery, GuideWay, GuideWayQuery
from mashangban.domains.guides.service import leading
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/guides/packages"


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.SEE_PACKAGES, query=GuidePackagesQuery, returns=Listing[GuidePackageRow])
def list_packages(call: Call[None, GuidePackagesQuery]) -> Listing[GuidePackageRow]:
    """一个地区的办事套餐"""
    return Listing[GuidePackageRow](items=leading.offered_in(call.query))


@api.route(_ROOT + "/{package_id}/way", methods=["GET"])
@endpoint(
    permission=permissions.SEE_PACKAGES,
    query=GuideWayQuery,
    returns=GuideWay,
    errors=(errors.UnknownPackage, errors.PackageWithdrawn),
)
def show_way(call: Call[None, GuideWayQuery], package_id: str) -> GuideWay:
    """套餐里的下一个问题；都答完了，给出要办的几步和材料"""
    return leading.lead(package_id, call.query.given)
