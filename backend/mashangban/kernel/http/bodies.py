"""Reading a body or a query into a schema."""

from typing import Any
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError

from mashangban.kernel.errors import AppError, Malformed, TooLarge
from mashangban.kernel.http.call import Request
from mashangban.kernel.http.problems import invalid

MAX_JSON = 256 * 1024
FORM = "application/x-www-form-urlencoded"


class UnsupportedMedia(AppError):
    code = "input.unsupported-media"
    status = 415
    title = "不支持这种内容格式"


def read_body(request: Request, schema: type[Any] | None) -> Any:
    """The parsed body: None, bytes as they came, or a schema from JSON or an HTML form."""
    if schema is None:
        return None
    raw = request.raw
    if schema is bytes:
        return raw
    if len(raw) > MAX_JSON:
        raise TooLarge()
    # What carries nothing needs no kind (acts whose address says all); what carries something says what it is.
    kind = request.header("content-type") or ("" if raw else "application/json")
    media = kind.partition(";")[0].strip().lower()
    if media == FORM:
        return validated(schema, _form(raw))
    if media != "application/json":
        raise UnsupportedMedia()
    try:
        return schema.model_validate_json(raw or b"{}")
    except ValidationError as refused:
        raise invalid(refused) from refused


def read_query(request: Request, schema: type[BaseModel] | None) -> Any:
    """The query as a schema, or None where the route asks for none. Raises Invalid."""
    return None if schema is None else validated(schema, dict(request.query))


def validated(schema: type[BaseModel], values: dict[str, Any]) -> BaseModel:
    """Values as a schema; what is wrong is told field by field. Raises Invalid."""
    try:
        return schema.model_validate(values)
    except ValidationError as refused:
        raise invalid(refused) from refused


def _form(raw: bytes) -> dict[str, Any]:
    """HTML forms: empty fields are left out, a repeated field is a list."""
    try:
        pairs = parse_qsl(raw.decode(), strict_parsing=False)
    except UnicodeDecodeError as broken:
        raise Malformed() from broken
    values: dict[str, Any] = {}
    for name, value in pairs:
        values[name] = [*_as_list(values[name]), value] if name in values else value
    return values


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
