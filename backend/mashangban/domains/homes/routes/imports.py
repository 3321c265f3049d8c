"""A builder's sheets: template, import as a job, its errors, the decision."""

from urllib.parse import quote

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import importing
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Reply, endpoint
from mashangban.registry.sheets import XLSX

api = Blueprint(__name__)
View = schemas.ImportView


@api.route("/v1/homes/import-template", methods=["GET"])
@endpoint(permission=permissions.IMPORT, query=schemas.TemplateQuery, returns=bytes)
def import_template(call: Call[None, schemas.TemplateQuery]) -> Reply:
    """导入模板"""
    kind = call.query.kind
    return _file(importing.template_sheet(kind), f"{kind.label}模板.xlsx")


@api.route("/v1/homes/estates/{estate_id}/imports", methods=["POST"])
@endpoint(
    permission=permissions.IMPORT,
    body=schemas.ImportForm,
    returns=View,
    status=201,
    once=TABLE,
    errors=(errors.SameFile, errors.ImportRunning, *HOLDING),
)
def start_import(call: Call[schemas.ImportForm, None], estate_id: str) -> View:
    """导入一张表格，先检查"""
    return importing.start(call.act, estate_id, call.body)


@api.route("/v1/homes/estates/{estate_id}/imports", methods=["GET"])
@endpoint(permission=permissions.IMPORT, query=ListQuery, returns=Listing[View])
def list_imports(call: Call[None, ListQuery], estate_id: str) -> Listing[View]:
    """小区导入过的表格"""
    return Listing[View].model_validate(importing.of_estate(call.actor, estate_id, call.query.page))


@api.route("/v1/homes/imports/{import_id}", methods=["GET"])
@endpoint(permission=permissions.IMPORT, returns=View)
def show_import(call: Call[None, None], import_id: str) -> View:
    """检查的进度和结果"""
    return importing.show(call.actor, import_id)


@api.route("/v1/homes/imports/{import_id}/errors", methods=["GET"])
@endpoint(permission=permissions.IMPORT, returns=Listing[schemas.RowErrorView])
def list_errors(call: Call[None, None], import_id: str) -> Listing[schemas.RowErrorView]:
    """逐行的问题"""
    found = importing.errors_of(call.actor, import_id)
    return Listing[schemas.RowErrorView](items=[schemas.RowErrorView.model_validate(one) for one in found])


@api.route("/v1/homes/imports/{import_id}/error-sheet", methods=["GET"])
@endpoint(permission=permissions.IMPORT, returns=bytes)
def error_sheet(call: Call[None, None], import_id: str) -> Reply:
    """问题清单，逐行改好再传"""
    return _file(importing.error_sheet(call.actor, import_id), "导入问题清单.xlsx")


@api.route("/v1/homes/imports/{import_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.IMPORT,
    returns=View,
    once=TABLE,
    errors=(errors.ImportNotReady, errors.ImportOutdated, errors.SameFile),
)
def confirm_import(call: Call[None, None], import_id: str) -> View:
    """启用检查通过的表格"""
    return importing.confirm(call.act, import_id)


@api.route("/v1/homes/imports/{import_id}/cancellation", methods=["POST"])
@endpoint(permission=permissions.IMPORT, returns=View, once=TABLE, errors=(errors.ImportNotReady,))
def cancel_import(call: Call[None, None], import_id: str) -> View:
    """取消导入"""
    return importing.cancel(call.act, import_id)


def _file(content: bytes, name: str) -> Reply:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Reply(content, content_type=XLSX, headers=headers)
