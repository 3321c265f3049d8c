"""The API of reporting: platforms deliver receipts, officers look and put right."""

from mashangban.domains.reporting import errors, partners, permissions, schemas
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.service import answering, boards, deciding, mapping, viewing
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)


@api.route("/v1/reporting/callbacks", methods=["POST"])
@endpoint(
    permission=permissions.CALL_BACK, body=bytes, errors=(errors.NotFromThePlatform, errors.BrokenReceipt)
)
def call_back(call: Call[bytes, None]) -> None:
    """对接平台送达回执（签名请求，重复送达无害）"""
    receipt = partners.read_callback(call.request, call.at)
    answering.deliver(system_act("reporting_callback", call.at), receipt)


@api.route("/v1/reporting/board", methods=["GET"])
@endpoint(permission=permissions.VIEW, query=schemas.RegionQuery, returns=schemas.BoardView)
def show_board(call: Call[None, schemas.RegionQuery]) -> schemas.BoardView:
    """报送看板"""
    return boards.board_of(call.actor, call.query.region, call.at)


@api.route("/v1/reporting/maps", methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=Listing[schemas.MapView])
def show_maps(call: Call[None, None]) -> Listing[schemas.MapView]:
    """代码对照"""
    return Listing[schemas.MapView](items=mapping.maps_in_force(clock.local_date(call.at)))


@api.route("/v1/reporting/reports", methods=["GET"])
@endpoint(
    permission=permissions.VIEW,
    query=schemas.ReportQuery,
    returns=Listing[schemas.ReportRow],
    errors=(errors.CountyNeeded,),
)
def list_reports(call: Call[None, schemas.ReportQuery]) -> Listing[schemas.ReportRow]:
    """县区的报送；整个平台的，只列要人处理的"""
    return Listing[schemas.ReportRow].model_validate(viewing.list_reports(call.actor, call.query))


@api.route("/v1/reporting/reports/{report_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=schemas.ReportView)
def show_report(call: Call[None, None], report_id: str) -> schemas.ReportView:
    """一条报送：内容、回执、经过"""
    return viewing.show_report(call.act, report_id)


@api.route("/v1/reporting/retries", methods=["POST"])
@endpoint(permission=permissions.PUT_RIGHT, body=schemas.Retries, returns=schemas.RetriesDone, once=TABLE)
def retry_many(call: Call[schemas.Retries, None]) -> schemas.RetriesDone:
    """多条一起重新报送"""
    return deciding.retry_many(call.act, call.body)


@api.route("/v1/reporting/reports/{report_id}/retry", methods=["POST"])
@endpoint(
    permission=permissions.PUT_RIGHT,
    body=schemas.Retry,
    returns=schemas.ReportDone,
    once=TABLE,
    errors=(errors.NothingToRetry,),
)
def retry(call: Call[schemas.Retry, None], report_id: str) -> schemas.ReportDone:
    """重新报送"""
    return deciding.retry(call.act, report_id, call.body)


@api.route("/v1/reporting/reports/{report_id}/correction", methods=["POST"])
@endpoint(
    permission=permissions.PUT_RIGHT,
    body=schemas.Correction,
    returns=schemas.ReportDone,
    once=TABLE,
    errors=(errors.NothingToRetry, errors.NotTheirCode),
)
def correct(call: Call[schemas.Correction, None], report_id: str) -> schemas.ReportDone:
    """换一个平台代码后重新报送"""
    return deciding.correct(call.act, report_id, call.body)
