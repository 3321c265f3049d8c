"""The API of whoever takes their data along."""

from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint
from mashangban.processes.mydata import errors, permissions, service
from mashangban.processes.mydata.models import TABLE
from mashangban.processes.mydata.schemas import DataPackage

api = Blueprint(__name__)
_ROOT = "/v1/mydata/packages"


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.TAKE,
    returns=DataPackage,
    once=TABLE,
    status=202,
    errors=(errors.TooManyPackages,),
)
def ask_package(call: Call[None, None]) -> DataPackage:
    """申请带走自己的全部个人信息"""
    return service.ask(call.act)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.TAKE, query=ListQuery, returns=Listing[DataPackage])
def my_packages(call: Call[None, ListQuery]) -> Listing[DataPackage]:
    """我申请过的个人信息包，整理好的有下载地址"""
    return Listing[DataPackage].model_validate(service.mine(call.act, call.query.page))
