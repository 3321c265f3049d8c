"""The registers as files, with the filters of the list they were asked from."""

from mashangban.console.downloads import chosen_format, download
from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, page
from mashangban.kernel.http import Blueprint, Reply
from mashangban.registry import permissions
from mashangban.registry.schemas.inputs import EnterpriseQuery, ProjectQuery
from mashangban.registry.service import exports

pages = Blueprint(__name__)


@pages.route("/console/projects/export", methods=["GET"])
@page(permission=permissions.READ_PROJECTS, template="console/problem.html")
def projects(call: PageCall) -> Reply:
    name, kind = chosen_format(call)
    asked = parse(ProjectQuery, {**call.request.query, "cursor": ""})
    return download(exports.export_projects(call.actor, kind, asked), f"项目.{name}", kind)


@pages.route("/console/enterprises/export", methods=["GET"])
@page(permission=permissions.READ_ENTERPRISES, template="console/problem.html")
def enterprises(call: PageCall) -> Reply:
    name, kind = chosen_format(call)
    asked = parse(EnterpriseQuery, {**call.request.query, "cursor": ""})
    return download(exports.export_enterprises(call.actor, kind, asked), f"企业.{name}", kind)
