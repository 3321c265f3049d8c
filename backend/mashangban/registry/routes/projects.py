"""Projects over HTTP."""

from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.registry import errors, permissions, service
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import ProjectChange, ProjectInput, ProjectQuery
from mashangban.registry.schemas.outputs import HistoryEntry, ProjectView

api = Blueprint(__name__)
_REFUSALS = (errors.CodeTaken, errors.OutsideRegion, errors.UnknownEnterprise)


@api.route("/v1/registry/projects", methods=["GET"])
@endpoint(permission=permissions.READ_PROJECTS, query=ProjectQuery, returns=Listing[ProjectView])
def list_projects(call: Call[None, ProjectQuery]) -> Listing[ProjectView]:
    page = service.list_projects(call.actor, call.query)
    return Listing(items=page.items, next_cursor=page.next_cursor)


@api.route("/v1/registry/projects", methods=["POST"])
@endpoint(
    permission=permissions.WRITE_PROJECTS,
    body=ProjectInput,
    returns=ProjectView,
    status=201,
    once=TABLE,
    errors=_REFUSALS,
)
def register_project(call: Call[ProjectInput, None]) -> ProjectView:
    return service.register_project(call.act, call.body)


@api.route("/v1/registry/projects/{project_id}", methods=["GET"])
@endpoint(permission=permissions.READ_PROJECTS, returns=ProjectView, errors=(errors.NoSuchRecord,))
def view_project(call: Call[None, None], project_id: str) -> ProjectView:
    return service.view_project(call.actor, project_id)


@api.route("/v1/registry/projects/{project_id}", methods=["PUT"])
@endpoint(
    permission=permissions.WRITE_PROJECTS,
    body=ProjectChange,
    returns=ProjectView,
    once=TABLE,
    errors=(errors.NoSuchRecord, errors.ChangedMeanwhile, errors.DecidedElsewhere, *_REFUSALS),
)
def change_project(call: Call[ProjectChange, None], project_id: str) -> ProjectView:
    return service.change_project(call.act, project_id, call.body)


@api.route("/v1/registry/projects/{project_id}/history", methods=["GET"])
@endpoint(permission=permissions.READ_PROJECTS, returns=Listing[HistoryEntry], errors=(errors.NoSuchRecord,))
def project_history(call: Call[None, None], project_id: str) -> Listing[HistoryEntry]:
    return Listing(items=service.project_history(call.actor, project_id))
