"""An app of the house, to see that requests do not leak between threads."""

import json
import threading

from chalice.app import Blueprint, Response

from mashangban.kernel.http import App

routes = Blueprint(__name__)
_pause = threading.Event()


@routes.route("/v1/house/who/{name}", methods=["GET"])
def who(name: str) -> Response:
    """The name in the path and the one in the current request before and after a wait, which must be the same."""
    before = _query_name()
    _pause.wait(0.002)
    names = {"path": name, "before": before, "after": _query_name()}
    return Response(json.dumps(names), headers={"Content-Type": "application/json"})


def _query_name() -> str:
    query = routes.current_request.query_params
    assert query is not None
    return str(query["name"])


handler = App("house", routes)
