"""Projects, the notice board, authorisations and the board, for those who serve or oversee."""

from mashangban.domains.workers import errors, permissions, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import authorising, boards, sites, teams, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)


@api.route("/v1/workers/projects", methods=["GET"])
@endpoint(permission=permissions.VIEW_SITE, returns=Listing[schemas.ProjectCard])
def my_projects(call: Call[None, None]) -> Listing[schemas.ProjectCard]:
    """我负责的项目"""
    return Listing[schemas.ProjectCard](items=sites.my_projects(call.actor))


@api.route("/v1/workers/projects/{project_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_SITE, returns=schemas.ProjectView)
def show_project(call: Call[None, None], project_id: str) -> schemas.ProjectView:
    """项目的单位和班组"""
    return sites.show_project(call.actor, project_id)


@api.route("/v1/workers/projects/{project_id}/site", methods=["GET"])
@endpoint(permission=permissions.VIEW_SITE, returns=schemas.SiteView)
def show_site(call: Call[None, None], project_id: str) -> schemas.SiteView:
    """维权信息"""
    return sites.show_site(call.actor, project_id)


@api.route("/v1/workers/projects/{project_id}/site", methods=["PUT"])
@endpoint(permission=permissions.MANAGE_SITE, body=schemas.SiteForm, returns=schemas.SiteView, once=TABLE)
def describe_site(call: Call[schemas.SiteForm, None], project_id: str) -> schemas.SiteView:
    """填写维权信息"""
    return sites.describe_site(call.act, project_id, call.body)


@api.route("/v1/workers/projects/{project_id}/teams", methods=["POST"])
@endpoint(
    permission=permissions.MANAGE_TEAM,
    body=schemas.TeamForm,
    returns=schemas.TeamView,
    status=201,
    once=TABLE,
    errors=(errors.UnitNotAtProject, errors.ForemanUnknown, errors.TeamNameTaken),
)
def create_team(call: Call[schemas.TeamForm, None], project_id: str) -> schemas.TeamView:
    """新建班组"""
    return teams.create_team(call.act, project_id, call.body)


@api.route("/v1/workers/projects/{project_id}/contracts", methods=["GET"])
@endpoint(permission=permissions.LIST, query=schemas.ContractListQuery, returns=Listing[schemas.ContractRow])
def contracts_of_project(
    call: Call[None, schemas.ContractListQuery], project_id: str
) -> Listing[schemas.ContractRow]:
    """项目的合同"""
    page = viewing.contracts_of_project(call.actor, project_id, call.query)
    return Listing[schemas.ContractRow].model_validate(page)


@api.route("/v1/workers/counties/{region}/contracts", methods=["GET"])
@endpoint(permission=permissions.LIST, query=schemas.ContractListQuery, returns=Listing[schemas.ContractRow])
def contracts_of_county(
    call: Call[None, schemas.ContractListQuery], region: str
) -> Listing[schemas.ContractRow]:
    """县区的合同"""
    page = viewing.contracts_of_county(call.actor, region, call.query)
    return Listing[schemas.ContractRow].model_validate(page)


@api.route("/v1/workers/board", methods=["GET"])
@endpoint(permission=permissions.VIEW_BOARD, query=schemas.BoardQuery, returns=schemas.BoardView)
def show_board(call: Call[None, schemas.BoardQuery]) -> schemas.BoardView:
    """用工看板"""
    return boards.board(call.actor, call.query.region)


@api.route("/v1/workers/authorisations", methods=["GET"])
@endpoint(permission=permissions.AUTHORISE, query=ListQuery, returns=Listing[schemas.AuthorisationView])
def my_authorisations(call: Call[None, ListQuery]) -> Listing[schemas.AuthorisationView]:
    """我的用印授权"""
    page = authorising.my_authorisations(call.actor, call.query.page)
    return Listing[schemas.AuthorisationView].model_validate(page)


@api.route("/v1/workers/authorisations", methods=["POST"])
@endpoint(
    permission=permissions.AUTHORISE,
    body=schemas.AuthorisationForm,
    returns=schemas.AuthorisationView,
    status=201,
    once=TABLE,
)
def authorise(call: Call[schemas.AuthorisationForm, None]) -> schemas.AuthorisationView:
    """授权自动盖章"""
    return authorising.authorise(call.act, call.body)


@api.route("/v1/workers/authorisations/{authorisation_id}", methods=["DELETE"])
@endpoint(permission=permissions.AUTHORISE, returns=schemas.AuthorisationView, once=TABLE)
def revoke_authorisation(call: Call[None, None], authorisation_id: str) -> schemas.AuthorisationView:
    """收回用印授权"""
    return authorising.revoke(call.act, authorisation_id)
