"""Errors on the wire: application/problem+json (RFC 9457) with a stable code."""

import json
from typing import Any

from pydantic import ValidationError

from mashangban.kernel.errors import AppError, FieldError, Invalid

CONTENT_TYPE = "application/problem+json"
# What data is answered with: kept by no cache, taken for nothing else, and no page even if a browser opens it as one.
DATA_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

# Pydantic speaks English; these are the kinds people meet. Anything else falls back to the last line.
_WORDS = {
    "missing": "这一项必须填写",
    "extra_forbidden": "不认识的内容",
    "string_too_short": "内容太短",
    "string_too_long": "内容太长",
    "string_pattern_mismatch": "格式不对",
    "int_parsing": "请填写整数",
    "int_type": "请填写整数",
    "int_from_float": "请填写整数",
    "greater_than_equal": "数值太小",
    "less_than_equal": "数值太大",
    "enum": "请从给出的选项中选择",
    "literal_error": "请从给出的选项中选择",
    "date_from_datetime_parsing": "日期格式不对，应像 2026-11-23",
    "too_short": "数量太少",
    "too_long": "数量太多",
    "json_invalid": "内容不是有效的 JSON",
}
_OTHER = "填写不正确"


def problem(error: AppError, instance: str) -> dict[str, Any]:
    """The problem document of an error; empty members are left out."""
    document = {
        "type": f"urn:mashangban:problem:{error.code}",
        "title": error.title,
        "status": error.status,
        "code": error.code,
        "detail": error.detail,
        "kept": error.kept,
        "next": error.next,
        "errors": [{"field": e.field, "message": e.message} for e in error.errors],
        "instance": instance,
        **error.extra,
    }
    return {name: value for name, value in document.items() if value not in (None, [], "")}


def headers(error: AppError) -> dict[str, str]:
    """The headers of a problem; `Retry-After` where trying again helps."""
    extra = {"Retry-After": str(error.retry_after_seconds)} if error.retry_after_seconds else {}
    return {"Content-Type": CONTENT_TYPE, **DATA_HEADERS, **extra}


def problem_response(error: AppError, event: dict[str, Any]) -> dict[str, Any]:
    """A Lambda proxy response for a request that never reached a route: a page for whoever asked with a browser."""
    document = problem(error, event["requestContext"].get("requestId", ""))
    by_name = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    page = "text/html" in by_name.get("accept", "")
    kind = {"Content-Type": "text/html; charset=utf-8"} if page else {}
    return {
        "statusCode": error.status,
        "headers": headers(error) | kind,
        "multiValueHeaders": {},
        "body": _page(document) if page else json.dumps(document, ensure_ascii=False),
        "isBase64Encoded": False,
    }


def _page(document: dict[str, Any]) -> str:
    """The least a lost person needs: what happened, what to do, and a way back. Our own words only."""
    title, advice = document["title"], document.get("next", "")
    way = '<a href="/">回到首页</a>，或 <a href="/console/">回到管理台</a>'
    return (
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title} · 码上办</title><h1>{title}</h1><p>{advice}</p><p>{way}</p></html>"
    )


def invalid(refused: ValidationError) -> Invalid:
    """What Pydantic found, field by field, in Chinese; the refused values themselves are not repeated."""
    return Invalid(errors=[_field_error(dict(found)) for found in refused.errors(include_url=False)])


def _field_error(found: dict[str, Any]) -> FieldError:
    place = ".".join(str(part) for part in found["loc"])
    if found["type"] == "value_error":
        return FieldError(place, str(found["ctx"]["error"]))
    return FieldError(place, _WORDS.get(found["type"], _OTHER))
