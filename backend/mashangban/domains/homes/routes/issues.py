"""Parent issues: one fault, many reports."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import gathering
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint
from mashangban.kernel.publicwords import RudeWords

api = Blueprint(__name__)
_ESTATE = "/v1/homes/estates/{estate_id}/issues"
_ONE = "/v1/homes/issues/{issue_id}"


@api.route(_ESTATE, methods=["POST"])
@endpoint(
    permission=permissions.OPEN_ISSUE,
    body=schemas.IssueForm,
    returns=schemas.IssueDone,
    status=201,
    once=TABLE,
    errors=(RudeWords,),
)
def open_issue(call: Call[schemas.IssueForm, None], estate_id: str) -> schemas.IssueDone:
    """建立共性问题"""
    return gathering.open_issue(call.act, estate_id, call.body)


@api.route(_ESTATE, methods=["GET"])
@endpoint(permission=permissions.VIEW_ISSUE, query=ListQuery, returns=Listing[schemas.IssueRow])
def list_issues(call: Call[None, ListQuery], estate_id: str) -> Listing[schemas.IssueRow]:
    """小区的共性问题"""
    return Listing[schemas.IssueRow].model_validate(gathering.of_estate(call.act, estate_id, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_ISSUE, returns=schemas.IssueView)
def show_issue(call: Call[None, None], issue_id: str) -> schemas.IssueView:
    """共性问题和进展"""
    return gathering.show(call.act, issue_id)


@api.route(_ONE + "/defects", methods=["POST"])
@endpoint(
    permission=permissions.JOIN_ISSUE,
    body=schemas.IssueJoin,
    returns=schemas.DefectDone,
    once=TABLE,
    errors=(errors.NotOneFault, errors.AlreadyJoined, errors.WrongStep),
)
def join_issue(call: Call[schemas.IssueJoin, None], issue_id: str) -> schemas.DefectDone:
    """把报修并入共性问题"""
    return gathering.join(call.act, issue_id, call.body)


@api.route(_ONE + "/news", methods=["POST"])
@endpoint(
    permission=permissions.OPEN_ISSUE,
    body=schemas.IssueNews,
    returns=schemas.IssueDone,
    once=TABLE,
    errors=(RudeWords,),
)
def tell_news(call: Call[schemas.IssueNews, None], issue_id: str) -> schemas.IssueDone:
    """向并入的住户通报进展"""
    return gathering.tell(call.act, issue_id, call.body)
