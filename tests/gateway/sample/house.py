"""An app of the house, to see that requests do not leak between threads."""

import threading

from chalice.app import Blueprint

from mashangban.kernel.http import App

routes = Blueprint(__name__)
_pause = threading.Event()


@routes.route("/v1/house/who/{name}", methods=["GET"])
def who(name: str) -> dict[str, str]:
    """The name in the path and the one in the current request, which must be the same."""
    first = routes.current_request.query_params["name"]
    _pause.wait(0.002)
    return {"path": name, "before": first, "after": routes.current_request.query_params["name"]}


handler = App("house", routes)
