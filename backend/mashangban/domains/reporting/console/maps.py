"""The code maps in force, with their source: what is not checked against the official text is flagged."""

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Link
from mashangban.domains.reporting import permissions
from mashangban.domains.reporting.service import mapping
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)


@pages.route("/console/reporting/maps", methods=["GET"])
@page(permission=permissions.VIEW, template="reporting/maps.html")
def maps(call: PageCall) -> View:
    shown = mapping.maps_in_force(clock.local_date(call.at))
    asked = call.request.query.get("platform", "")
    chosen = next((one for one in shown if one.platform == asked), shown[1])
    lead = "每个词都有平台代码，或写明为什么没有。标“未核对”的，正式对接前要按平台公布的文本核对。"
    return View(
        "代码对照",
        {"maps": shown, "chosen": chosen},
        lead=lead,
        crumbs=(Link("数据报送", "/console/reporting"),),
    )
