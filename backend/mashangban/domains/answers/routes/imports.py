"""Files of pairs and of words: template, import as a job, its errors, the decision."""

from urllib.parse import quote

from mashangban.domains.answers import errors, permissions
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas import imports as schemas
from mashangban.domains.answers.service import importing
from mashangban.domains.answers.terms.imports import PAIRS, WORDS
from mashangban.imports import errors as imports
from mashangban.imports.schemas import FileImportErrorView, FileImportView
from mashangban.kernel.http import Blueprint, Call, Listing, Reply, endpoint
from mashangban.registry.sheets import XLSX

api = Blueprint(__name__)
_NAMES = {PAIRS: "问答", WORDS: "词语"}
_RAW = ["application/octet-stream", XLSX, "text/csv", "application/json"]


@api.route("/v1/answers/import-template", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, query=schemas.AnswerSheetQuery, returns=bytes)
def answer_import_template(call: Call[None, schemas.AnswerSheetQuery]) -> Reply:
    """导入模板，第一行是填写示例"""
    kind = call.query.kind
    return _file(importing.DESK.template_sheet(kind), f"{_NAMES[kind]}导入模板.xlsx")


@api.route("/v1/answers/imports", methods=["POST"], content_types=_RAW)
@endpoint(
    permission=permissions.RUN_IMPORTS,
    body=bytes,
    query=schemas.AnswerImportQuery,
    returns=FileImportView,
    status=201,
    once=TABLE,
    errors=(imports.FileEmpty, imports.FileTooLarge, imports.SameFile, errors.UnknownRegion),
)
def start_answer_import(call: Call[bytes, schemas.AnswerImportQuery]) -> FileImportView:
    """导入一个文件（XLSX、CSV 或 JSON），先整体检查"""
    return importing.start(call.act, call.query, call.body)


@api.route("/v1/answers/imports", methods=["GET"])
@endpoint(
    permission=permissions.RUN_IMPORTS, query=schemas.AnswerImportsQuery, returns=Listing[FileImportView]
)
def list_answer_imports(call: Call[None, schemas.AnswerImportsQuery]) -> Listing[FileImportView]:
    """本地区导入过的文件"""
    return Listing[FileImportView].model_validate(
        importing.DESK.listed(call.actor, call.query.region, call.query.page)
    )


@api.route("/v1/answers/imports/{import_id}", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=FileImportView)
def show_answer_import(call: Call[None, None], import_id: str) -> FileImportView:
    """导入的进度和结果"""
    return importing.DESK.show(call.actor, import_id)


@api.route("/v1/answers/imports/{import_id}/errors", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=Listing[FileImportErrorView])
def answer_import_errors(call: Call[None, None], import_id: str) -> Listing[FileImportErrorView]:
    """逐行逐列的问题"""
    found = importing.DESK.errors_of(call.actor, import_id)
    shown = [FileImportErrorView.model_validate(one) for one in found]
    return Listing[FileImportErrorView](items=shown)


@api.route("/v1/answers/imports/{import_id}/error-sheet", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=bytes)
def answer_import_error_sheet(call: Call[None, None], import_id: str) -> Reply:
    """问题清单，逐行改好再传"""
    return _file(importing.DESK.error_sheet(call.actor, import_id), "导入问题清单.xlsx")


@api.route("/v1/answers/imports/{import_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.RUN_IMPORTS,
    returns=FileImportView,
    once=TABLE,
    errors=(imports.ImportNotReady, imports.OwnFile, imports.SameFile),
)
def confirm_answer_import(call: Call[None, None], import_id: str) -> FileImportView:
    """由第二个人启用检查通过的文件"""
    return importing.DESK.confirm(call.act, import_id)


@api.route("/v1/answers/imports/{import_id}/cancellation", methods=["POST"])
@endpoint(
    permission=permissions.RUN_IMPORTS, returns=FileImportView, once=TABLE, errors=(imports.ImportNotReady,)
)
def cancel_answer_import(call: Call[None, None], import_id: str) -> FileImportView:
    """取消导入"""
    return importing.DESK.cancel(call.act, import_id)


def _file(content: bytes, name: str, kind: str = XLSX) -> Reply:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Reply(content, content_type=kind, headers=headers)
