"""What comes from a catalogue: files as jobs, and what changed, item by item."""

from urllib.parse import quote

from mashangban.domains.guides import errors, partners, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.schemas import GuideFed, GuideImportQuery, GuideImportsQuery, GuideSheetQuery
from mashangban.domains.guides.service import importing
from mashangban.imports import errors as imports
from mashangban.imports.schemas import FileImportErrorView, FileImportRowView, FileImportView
from mashangban.kernel.http import Blueprint, Call, Listing, Reply, endpoint
from mashangban.registry.sheets import XLSX

api = Blueprint(__name__)
_RAW = ["application/octet-stream", XLSX, "text/csv", "application/json"]
_ROOT = "/v1/guides/imports"
_ONE = _ROOT + "/{import_id}"


@api.route("/v1/guides/import-template", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, query=GuideSheetQuery, returns=bytes)
def guide_import_template(call: Call[None, GuideSheetQuery]) -> Reply:
    """导入模板，第一行是填写示例"""
    return _file(importing.DESK.template_sheet(call.query.kind), "办事指南导入模板.xlsx")


@api.route(_ROOT, methods=["POST"], content_types=_RAW)
@endpoint(
    permission=permissions.RUN_IMPORTS,
    body=bytes,
    query=GuideImportQuery,
    returns=FileImportView,
    status=201,
    once=TABLE,
    errors=(imports.FileEmpty, imports.FileTooLarge, imports.SameFile),
)
def start_guide_import(call: Call[bytes, GuideImportQuery]) -> FileImportView:
    """导入一个文件（XLSX、CSV 或 JSON），先整体检查"""
    asked = call.query
    return importing.DESK.start(call.act, asked.kind, asked.region, asked.filename, call.body)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, query=GuideImportsQuery, returns=Listing[FileImportView])
def list_guide_imports(call: Call[None, GuideImportsQuery]) -> Listing[FileImportView]:
    """本地区导入过的文件"""
    found = importing.DESK.listed(call.actor, call.query.region, call.query.page)
    return Listing[FileImportView].model_validate(found)


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=FileImportView)
def show_guide_import(call: Call[None, None], import_id: str) -> FileImportView:
    """导入的进度和结果"""
    return importing.DESK.show(call.actor, import_id)


@api.route(_ONE + "/errors", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=Listing[FileImportErrorView])
def guide_import_errors(call: Call[None, None], import_id: str) -> Listing[FileImportErrorView]:
    """逐行逐列的问题"""
    found = importing.DESK.errors_of(call.actor, import_id)
    shown = [FileImportErrorView.model_validate(one) for one in found]
    return Listing[FileImportErrorView](items=shown)


@api.route(_ONE + "/outcomes", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=Listing[FileImportRowView])
def guide_import_outcomes(call: Call[None, None], import_id: str) -> Listing[FileImportRowView]:
    """每一行的结果：公布了、存成草稿，或为什么没有动"""
    found = importing.DESK.told_of(call.actor, import_id)
    shown = [FileImportRowView.model_validate(one) for one in found]
    return Listing[FileImportRowView](items=shown)


@api.route(_ONE + "/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.RUN_IMPORTS,
    returns=FileImportView,
    once=TABLE,
    errors=(imports.ImportNotReady, imports.SameFile),
)
def confirm_guide_import(call: Call[None, None], import_id: str) -> FileImportView:
    """启用检查通过的文件：齐全的公布，不齐的存成草稿"""
    return importing.DESK.confirm(call.act, import_id)


@api.route(_ONE + "/cancellation", methods=["POST"])
@endpoint(
    permission=permissions.RUN_IMPORTS, returns=FileImportView, once=TABLE, errors=(imports.ImportNotReady,)
)
def cancel_guide_import(call: Call[None, None], import_id: str) -> FileImportView:
    """取消导入"""
    return importing.DESK.cancel(call.act, import_id)


@api.route("/v1/guides/feed", methods=["POST"])
@endpoint(
    permission=permissions.FEED,
    body=bytes,
    returns=Listing[GuideFed],
    errors=(errors.NotTheCatalogue, errors.FeedReplayed),
)
def feed_guides(call: Call[bytes, None]) -> Listing[GuideFed]:
    """目录里有变化的事项（签名请求），按版本号更新；旧的和重复的不动"""
    given = partners.read_feed(call.request, call.at)
    request_id = call.request.header("x-request-id") or ""
    return Listing[GuideFed](items=importing.feed(request_id, given, call.at))


def _file(content: bytes, name: str) -> Reply:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Reply(content, content_type=XLSX, headers=headers)
