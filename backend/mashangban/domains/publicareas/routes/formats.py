"""The protocol's two formats, and its way to say what is wrong."""

import json
from typing import Any
from xml.etree import ElementTree as ET

from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Reply, Request

_PARTS = {
    "services": "service",
    "attributes": "attribute",
    "values": "value",
    "service_requests": "request",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
}
# The protocol has a status of its own for a missing key and for anything filled in wrongly.
_STATUS = {401: 403, 422: 400, 409: 400}


def answer(request: Request, root: str, value: Any, status: int = 200) -> Reply:
    """A value in the format that the address ends with."""
    if request.path.endswith(".xml"):
        tree = _element(root, value)
        return Reply(ET.tostring(tree, "utf-8", xml_declaration=True), status, "text/xml; charset=utf-8")
    return Reply(json.dumps(value, ensure_ascii=False), status, "application/json; charset=utf-8")


def refuse(error: AppError, request: Request) -> Reply:
    """A list of codes and descriptions."""
    status = _STATUS.get(error.status, error.status)
    fields = "；".join(f"{one.field}：{one.message}" for one in error.errors)
    words = "。".join(part for part in (error.title, error.detail, fields, error.next) if part)
    if error.status == 401:
        words = "缺少 api_key，或者它已经作废"
    return answer(request, "errors", [{"code": status, "description": words}], status)


def _element(name: str, value: Any) -> ET.Element:
    found = ET.Element(name)
    if isinstance(value, dict):
        found.extend(_element(key, part) for key, part in value.items())
    elif isinstance(value, list):
        found.extend(_element(_PARTS[name], part) for part in value)
    elif value is not None:
        found.text = str(value).lower() if isinstance(value, bool) else str(value)
    return found
