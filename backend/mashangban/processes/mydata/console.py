"""The rules of handling for whoever works in an office, signed in or not: the same words as on the phone."""

from mashangban.console.pages import PageCall, View, page
from mashangban.kernel.http import Blueprint
from mashangban.processes.mydata import permissions
from mashangban.processes.mydata.service import explaining

pages = Blueprint(__name__)
blueprints = (pages,)


@pages.route("/console/mydata/rules", methods=["GET"])
@page(permission=permissions.READ_RULES, template="mydata/rules.html")
def data_rules(call: PageCall) -> View:
    return View("个人信息处理规则", {"rules": explaining.rules()})
