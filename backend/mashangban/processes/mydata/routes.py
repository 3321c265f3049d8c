"""The API of whoever takes their data along, or reads what becomes of it."""

from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Reply, endpoint
from mashangban.kernel.http.problems import DATA_HEADERS
from mashangban.processes.mydata import errors, permissions, service
from mashangban.processes.mydata.models import TABLE
from mashangban.processes.mydata.schemas import DataPackage, DataRules
from mashangban.processes.mydata.service import explaining

api = Blueprint(__name__)
_ROOT = "/v1/mydata/packages"
# The same for everybody, and without a word of anybody: a browser may keep it for an hour.
_FOR_ALL = {**DATA_HEADERS, "Cache-Control": "public, max-age=3600"}


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


@api.route("/v1/mydata/rules", methods=["GET"])
@endpoint(permission=permissions.READ_RULES, returns=DataRules)
def data_rules(call: Call[None, None]) -> Reply:
    """个人信息处理规则：谁负责、存什么、存多久、交给谁、您有什么权利"""
    return Reply(explaining.rules().model_dump_json(), 200, "application/json", _FOR_ALL)
