"""Bulk imports over HTTP: the raw file in, its state, its errors, the decision."""

from typing import Literal
from urllib.parse import quote

from pydantic import Field

from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, Reply, Schema, endpoint
from mashangban.registry import errors, permissions
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.outputs import ImportView, RowErrorView
from mashangban.registry.service import exports
from mashangban.registry.service import imports as import_service
from mashangban.registry.service.imports import ImportOrder
from mashangban.registry.sheets import CSV, XLSX
from mashangban.registry.terms import Register, Source

api = Blueprint(__name__)
_RAW = ["application/octet-stream", XLSX, "text/csv"]
_FORMATS = {"csv": CSV, "xlsx": XLSX}


class ImportQuery(Schema):
    """What the uploaded file is: for which register, from which system, its name."""

    register_name: Literal["projects", "enterprises"] = Field(alias="register")
    source: Source = Source.OFFICE
    filename: str = Field("", max_length=120)


class FormatQuery(Schema):
    format: Literal["csv", "xlsx"] = "xlsx"


@api.route("/v1/registry/imports", methods=["POST"], content_types=_RAW)
@endpoint(
    permission=permissions.RUN_IMPORTS,
    body=bytes,
    query=ImportQuery,
    returns=ImportView,
    status=201,
    once=TABLE,
    errors=(errors.NoSheet, errors.SheetTooLarge, errors.AlreadyImported),
)
def start_import(call: Call[bytes, ImportQuery]) -> ImportView:
    order = ImportOrder(Register(call.query.register_name), call.query.source, call.query.filename)
    return import_service.start_import(call.act, order, call.body)


@api.route("/v1/registry/imports", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, query=ListQuery, returns=Listing[ImportView])
def list_imports(call: Call[None, ListQuery]) -> Listing[ImportView]:
    page = import_service.list_imports(call.actor, call.query.page)
    return Listing(items=page.items, next_cursor=page.next_cursor)


@api.route("/v1/registry/imports/{import_id}", methods=["GET"])
@endpoint(permission=permissions.RUN_IMPORTS, returns=ImportView, errors=(errors.NoSuchRecord,))
def view_import(call: Call[None, None], import_id: str) -> ImportView:
    return import_service.view_import(call.actor, import_id)


@api.route("/v1/registry/imports/{import_id}/errors", methods=["GET"])
@endpoint(
    permission=permissions.RUN_IMPORTS,
    query=ListQuery,
    returns=Listing[RowErrorView],
    errors=(errors.NoSuchRecord,),
)
def import_errors(call: Call[None, ListQuery], import_id: str) -> Listing[RowErrorView]:
    page = import_service.import_errors(call.actor, import_id, call.query.page)
    return Listing(
        items=[RowErrorView.model_validate(one) for one in page.items], next_cursor=page.next_cursor
    )


@api.route("/v1/registry/imports/{import_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.RUN_IMPORTS,
    returns=ImportView,
    once=TABLE,
    errors=(errors.NoSuchRecord, errors.ImportNotReady, errors.AlreadyImported),
)
def confirm_import(call: Call[None, None], import_id: str) -> ImportView:
    return import_service.confirm_import(call.act, import_id)


@api.route("/v1/registry/imports/{import_id}/cancellation", methods=["POST"])
@endpoint(
    permission=permissions.RUN_IMPORTS,
    returns=ImportView,
    once=TABLE,
    errors=(errors.NoSuchRecord, errors.ImportNotReady),
)
def cancel_import(call: Call[None, None], import_id: str) -> ImportView:
    return import_service.cancel_import(call.act, import_id)


@api.route("/v1/registry/projects/export", methods=["GET"])
@endpoint(permission=permissions.READ_PROJECTS, query=FormatQuery, returns=bytes)
def export_projects(call: Call[None, FormatQuery]) -> Reply:
    kind = _FORMATS[call.query.format]
    return file(exports.export_projects(call.actor, kind), f"项目.{call.query.format}", kind)


@api.route("/v1/registry/enterprises/export", methods=["GET"])
@endpoint(permission=permissions.READ_ENTERPRISES, query=FormatQuery, returns=bytes)
def export_enterprises(call: Call[None, FormatQuery]) -> Reply:
    kind = _FORMATS[call.query.format]
    return file(exports.export_enterprises(call.actor, kind), f"企业.{call.query.format}", kind)


def file(content: bytes, name: str, kind: str) -> Reply:
    """A download under its Chinese name (RFC 6266)."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Reply(content if kind == XLSX else content.decode(), content_type=kind, headers=headers)
