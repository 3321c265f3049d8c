"""Departments, posts, promises."""

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    DepartmentDone,
    DepartmentForm,
    DepartmentsQuery,
    DepartmentView,
    PostForm,
    PostView,
    PromiseForm,
    PromiseQuery,
    PromiseView,
    TopicView,
)
from mashangban.domains.helpdesk.service import offices
from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
_ROOT = "/v1/helpdesk/departments"
_ONE = _ROOT + "/{department_id}"


@api.route(_ROOT, methods=["POST"])
@endpoint(
    permission=permissions.KEEP,
    body=DepartmentForm,
    returns=DepartmentDone,
    once=TABLE,
    status=201,
    errors=(NotFound,),
)
def open_department(call: Call[DepartmentForm, None]) -> DepartmentDone:
    """部门开始接件"""
    return offices.open_department(call.act, call.body)


@api.route(_ONE, methods=["PUT"])
@endpoint(
    permission=permissions.KEEP,
    body=DepartmentForm,
    returns=DepartmentDone,
    once=TABLE,
    errors=(errors.UnknownDepartment, errors.MergedAlready, NotFound),
)
def change_department(call: Call[DepartmentForm, None], department_id: str) -> DepartmentDone:
    """更正部门资料"""
    return offices.change_department(call.act, department_id, call.body)


@api.route(_ROOT, methods=["GET"])
@endpoint(permission=permissions.FIND, query=DepartmentsQuery, returns=Listing[DepartmentView])
def list_departments(call: Call[None, DepartmentsQuery]) -> Listing[DepartmentView]:
    """一个地区接件的部门"""
    found = offices.answering(call.query.region, call.query.page)
    return Listing[DepartmentView].model_validate(found)


@api.route(_ONE + "/posts", methods=["GET"])
@endpoint(permission=permissions.LIST, returns=Listing[PostView], errors=(errors.UnknownDepartment, NotFound))
def list_posts(call: Call[None, None], department_id: str) -> Listing[PostView]:
    """部门的岗位"""
    return Listing[PostView](items=offices.posts_at(call.actor, department_id))


@api.route(_ONE + "/posts/{person_id}", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP,
    body=PostForm,
    returns=PostView,
    once=TABLE,
    errors=(errors.UnknownDepartment, errors.MergedAlready, NotFound),
)
def fill_post(call: Call[PostForm, None], department_id: str, person_id: str) -> PostView:
    """安排上岗或离岗"""
    return offices.fill_post(call.act, department_id, person_id, call.body)


@api.route("/v1/helpdesk/posts", methods=["GET"])
@endpoint(permission=permissions.LIST, returns=Listing[PostView])
def list_my_posts(call: Call[None, None]) -> Listing[PostView]:
    """我的岗位"""
    return Listing[PostView](items=offices.my_posts(call.actor))


@api.route("/v1/helpdesk/promises", methods=["GET"])
@endpoint(permission=permissions.FIND, query=PromiseQuery, returns=PromiseView)
def show_promise(call: Call[None, PromiseQuery]) -> PromiseView:
    """各类提问多久答复"""
    return offices.promised(call.query.region)


@api.route("/v1/helpdesk/promises", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP,
    body=PromiseForm,
    returns=PromiseView,
    once=TABLE,
    errors=(errors.SlowerThanRule, NotFound),
)
def keep_promise(call: Call[PromiseForm, None]) -> PromiseView:
    """承诺比统一规定更快的时间"""
    return offices.promise(call.act, call.body)


@api.route("/v1/helpdesk/topics", methods=["GET"])
@endpoint(permission=permissions.FIND, returns=Listing[TopicView])
def list_topics(call: Call[None, None]) -> Listing[TopicView]:
    """能问哪些方面"""
    return Listing[TopicView](items=[TopicView(code=one.value, label=one.label) for one in TicketTopic])
