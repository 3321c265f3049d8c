"""Styles, scripts and map shapes. Behind a content network they come from its store; on a single box from here."""

import re

from mashangban.console.permissions import READ_ASSETS
from mashangban.console.rendering import ASSETS
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint, Call, Reply, endpoint

pages = Blueprint(__name__)
_NAME = re.compile(r"[a-z0-9.]{1,40}")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}
_LONG = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


@pages.route("/console/assets/{name}", methods=["GET"])
@endpoint(permission=READ_ASSETS)
def asset(call: Call[None, None], name: str) -> Reply:
    return _file(name)


@pages.route("/console/assets/maps/{name}", methods=["GET"])
@endpoint(permission=READ_ASSETS)
def map_shapes(call: Call[None, None], name: str) -> Reply:
    return _file(name, "maps")


def _file(name: str, *folder: str) -> Reply:
    file = ASSETS.joinpath("build", *folder, name)
    if not _NAME.fullmatch(name) or file.suffix not in _TYPES or not file.is_file():
        raise NotFound()
    return Reply(file.read_text("utf-8"), content_type=f"{_TYPES[file.suffix]}; charset=utf-8", headers=_LONG)
