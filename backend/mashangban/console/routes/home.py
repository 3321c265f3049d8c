"""The first page: what this place may open, and what waits for it."""

from mashangban.console import menu, permissions, visits
from mashangban.console.pages import PageCall, View, page
from mashangban.kernel.errors import Unauthenticated
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route("/console", methods=["GET"])
@page(permission=permissions.OPEN_DESK, template="console/home.html")
def home(call: PageCall) -> View:
    visit = visits.current()
    if visit is None:
        raise Unauthenticated()
    areas = [area for area in menu.menu_for(visit.principal) if area.label != "总览"]
    return View("首页", {"areas": areas})
