"""A month's pay as a sheet: template, upload as a job, its errors, the decision."""

from urllib.parse import quote

from mashangban.domains.wages import errors, permissions, schemas
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.service import exporting, uploading
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Reply, endpoint
from mashangban.registry.sheets import XLSX

api = Blueprint(__name__)
View = schemas.UploadView


@api.route("/v1/wages/tables/{table_id}/template", methods=["GET"])
@endpoint(permission=permissions.MAKE_TABLE, returns=bytes)
def table_template(call: Call[None, None], table_id: str) -> Reply:
    """工资表模板，合同编号已填好"""
    return file(exporting.template(call.actor, table_id), "工资表模板.xlsx")


@api.route("/v1/wages/tables/{table_id}/export", methods=["GET"])
@endpoint(permission=permissions.VIEW_GRID, returns=bytes)
def export_table(call: Call[None, None], table_id: str) -> Reply:
    """导出工资表"""
    return file(exporting.export(call.actor, table_id, XLSX), "工资表.xlsx")


@api.route("/v1/wages/tables/{table_id}/uploads", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    body=schemas.UploadForm,
    returns=View,
    status=201,
    once=TABLE,
    errors=(errors.SameFile, errors.TableWrongState, *HOLDING),
)
def start_upload(call: Call[schemas.UploadForm, None], table_id: str) -> View:
    """导入一张表格，先检查"""
    return uploading.start(call.act, table_id, call.body)


@api.route("/v1/wages/tables/{table_id}/uploads", methods=["GET"])
@endpoint(permission=permissions.MAKE_TABLE, query=ListQuery, returns=Listing[View])
def list_uploads(call: Call[None, ListQuery], table_id: str) -> Listing[View]:
    """这张工资表导入过的表格"""
    page = uploading.of_table(call.actor, table_id, call.query.page)
    return Listing[View].model_validate(page)


@api.route("/v1/wages/uploads/{upload_id}", methods=["GET"])
@endpoint(permission=permissions.MAKE_TABLE, returns=View)
def show_upload(call: Call[None, None], upload_id: str) -> View:
    """检查的进度和结果"""
    return uploading.show(call.actor, upload_id)


@api.route("/v1/wages/uploads/{upload_id}/errors", methods=["GET"])
@endpoint(permission=permissions.MAKE_TABLE, returns=Listing[schemas.UploadErrorView])
def list_upload_errors(call: Call[None, None], upload_id: str) -> Listing[schemas.UploadErrorView]:
    """逐行的问题"""
    found = uploading.errors_of(call.actor, upload_id)
    return Listing[schemas.UploadErrorView](
        items=[schemas.UploadErrorView.model_validate(one) for one in found]
    )


@api.route("/v1/wages/uploads/{upload_id}/error-sheet", methods=["GET"])
@endpoint(permission=permissions.MAKE_TABLE, returns=bytes)
def upload_error_sheet(call: Call[None, None], upload_id: str) -> Reply:
    """问题清单，逐行改好再传"""
    return file(exporting.error_sheet(call.actor, upload_id), "导入问题清单.xlsx")


@api.route("/v1/wages/uploads/{upload_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    returns=schemas.TableView,
    once=TABLE,
    errors=(errors.UploadNotReady, errors.SameFile, errors.TableWrongState),
)
def apply_upload(call: Call[None, None], upload_id: str) -> schemas.TableView:
    """启用检查通过的表格"""
    return uploading.confirm(call.act, upload_id)


@api.route("/v1/wages/uploads/{upload_id}/cancellation", methods=["POST"])
@endpoint(permission=permissions.MAKE_TABLE, returns=View, once=TABLE, errors=(errors.UploadNotReady,))
def cancel_upload(call: Call[None, None], upload_id: str) -> View:
    """取消导入"""
    return uploading.cancel(call.act, upload_id)


def file(content: bytes, name: str) -> Reply:
    """A download under its Chinese name (RFC 6266)."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Reply(content, content_type=XLSX, headers=headers)
