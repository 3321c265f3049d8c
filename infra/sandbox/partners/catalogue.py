"""A province's catalogue of service items 政务服务事项目录: each change counts a revision on and is sent out, signed.

It has no interface of its own: it calls the platform (`POST /v1/guides/feed`) and forgets what came of it. A developer
changes an item with `PUT /catalogue/items/<region>/<code>`.
"""

from werkzeug import Request, Response

from sandbox.callbacks import Callback
from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError


def change(world: World, request: Request, fault: Fault, region: str, code: str) -> Response:
    """Enter or change an item and send it: {"content": {...}, "feed_url"}; answers what was sent."""
    body = json_body(request)
    content, url = body.get("content"), text_field(body, "feed_url")
    if not isinstance(content, dict):
        raise RefusedError(400, "content_invalid", "content: an item in the platform's own shape")
    known = world.store.get("catalogue-item", f"{region}/{code}")
    revision = known["revision"] + 1 if known else 1
    item = {"region": region, "code": code, "revision": revision, "content": content}
    world.store.put("catalogue-item", f"{region}/{code}", item)
    world.callbacks.send(
        Callback(url, world.keys["catalogue"], {"items": [item]}), twice=fault.duplicate_callback
    )
    return json_reply(item)


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show the newest items."""
    return page_reply("catalogue.html", items=world.store.newest("catalogue-item", 200))


PARTNER = Partner(
    "catalogue",
    "省政务服务事项目录",
    "/catalogue/",
    (
        Route("PUT", "/catalogue/items/<region>/<code>", change),
        Route("GET", "/catalogue/", page, outside=False),
    ),
)
