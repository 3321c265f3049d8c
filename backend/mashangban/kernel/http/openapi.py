"""OpenAPI 3.1 of the whole API, from the contracts stamped on the routes. Committed; drift fails the build."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from mashangban.kernel import errors, idempotency, limits
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import bodies, problems
from mashangban.kernel.http.app import App
from mashangban.kernel.http.endpoint import API, Contract
from mashangban.kernel.http.schemas import Problem

_REF = "#/components/schemas/{model}"
_VARIABLE = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path with what its route promises."""

    app: str
    method: str
    path: str
    name: str
    summary: str
    contract: Contract


def operations(apps: Iterable[App]) -> Iterator[Operation]:
    """Every route of the apps, pages included."""
    for app in apps:
        for path, methods in app.whole().routes.items():
            for method, entry in methods.items():
                view = entry.view_function
                summary = (view.__doc__ or view.__name__).strip().splitlines()[0]
                yield Operation(app.app_name, method, path, view.__name__, summary, cast(Any, view).contract)


def document(apps: Iterable[App]) -> dict[str, Any]:
    """The OpenAPI document of the API routes (pages are not part of it)."""
    public = (op for op in operations(apps) if op.contract.door is API and op.path.startswith("/v1/"))
    found = sorted(public, key=lambda op: (op.path, op.method))
    schemas, references = _schemas(found)
    paths: dict[str, dict[str, Any]] = {}
    for operation in found:
        description = _describe(operation, references, schemas)
        paths.setdefault(operation.path, {})[operation.method.lower()] = description
    return {
        "openapi": "3.1.0",
        "info": {"title": "Mashangban 码上办", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }


References = dict[tuple[type[BaseModel], str], dict[str, Any]]


def _schemas(found: list[Operation]) -> tuple[dict[str, Any], References]:
    wanted: dict[tuple[type[BaseModel], Any], None] = {(Problem, "serialization"): None}
    for operation in found:
        body, returns = operation.contract.body, operation.contract.returns
        if body is not None and body is not bytes:
            wanted[(body, "validation")] = None
        if returns is not None and returns is not bytes:
            wanted[(returns, "serialization")] = None
        if operation.contract.query is not None:
            wanted[(operation.contract.query, "validation")] = None
    references, definitions = models_json_schema(list(wanted), ref_template=_REF)
    return definitions.get("$defs", {}), references  # type: ignore[return-value]  # mode is a literal there


def _describe(operation: Operation, references: References, schemas: dict[str, Any]) -> dict[str, Any]:
    contract = operation.contract
    description: dict[str, Any] = {
        "operationId": f"{operation.app}_{operation.name}",
        "summary": operation.summary,
        "tags": [operation.app],
        "parameters": list(_parameters(operation, references, schemas)),
        "responses": _responses(contract, references),
        "x-permission": contract.permission.name,
    }
    if not contract.permission.public:
        description["security"] = [{"token": []}]
    if contract.body is bytes:
        description["requestBody"] = {"required": True, "content": {"application/octet-stream": {}}}
    elif contract.body is not None:
        schema = references[(contract.body, "validation")]
        description["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return description


def _parameters(
    operation: Operation, references: References, schemas: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    for name in _VARIABLE.findall(operation.path):
        yield {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    contract = operation.contract
    if contract.query is not None:
        model = references[(contract.query, "validation")]["$ref"].rpartition("/")[2]
        shape = schemas[model]
        for name, schema in shape["properties"].items():
            yield {
                "name": name,
                "in": "query",
                "required": name in shape.get("required", []),
                "schema": schema,
            }
    if contract.once is not None:
        schema = {"type": "string", "pattern": "^[A-Za-z0-9_-]{16,64}$"}
        yield {"name": "Idempotency-Key", "in": "header", "required": True, "schema": schema}


def _responses(contract: Contract, references: References) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    if contract.returns is None:
        answers["204"] = {"description": "办理完成，没有内容"}
    elif contract.returns is bytes:
        answers[str(contract.status)] = {"description": "文件", "content": {"*/*": {}}}
    else:
        schema = references[(contract.returns, "serialization")]
        answers[str(contract.status)] = {
            "description": "办理完成",
            "content": {"application/json": {"schema": schema}},
        }
    for status, kinds in _grouped(_possible(contract)).items():
        answers[status] = {
            "description": "；".join(f"{kind.code} {kind.title}" for kind in kinds),
            "content": {problems.CONTENT_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}},
        }
    return dict(sorted(answers.items()))


def _possible(contract: Contract) -> list[type[AppError]]:
    """Every error this route can answer: its own, and those of the road to it."""
    found: list[type[AppError]] = [errors.Malformed, errors.NotFound, errors.Unexpected, errors.Busy]
    if not contract.permission.public:
        found += [errors.Unauthenticated, errors.TokenExpired, errors.Forbidden]
    if contract.permission.real_name:
        found.append(errors.RealNameRequired)
    if contract.body is not None or contract.query is not None:
        found += [errors.Invalid, errors.TooLarge, bodies.UnsupportedMedia]
    if contract.limit is not None:
        found.append(limits.TooOften)
    if contract.once is not None:
        found += [idempotency.KeyMissing, idempotency.KeyReused, idempotency.InProgress]
    return [*found, *contract.errors]


def _grouped(kinds: list[type[AppError]]) -> dict[str, list[type[AppError]]]:
    groups: dict[str, list[type[AppError]]] = {}
    for kind in kinds:
        groups.setdefault(str(kind.status), []).append(kind)
    return groups
