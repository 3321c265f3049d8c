"""Powertools for AWS Lambda: its resolver for HTTP APIs with payload format 1.0, a middleware for the token."""

import sys
from collections.abc import Callable
from typing import Any

from act import DONE, SESSION, Application, Refused, authenticate, authorise, load_keys, submission
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response
from pydantic import ValidationError

KEYS = load_keys(sys.argv[1])
app = APIGatewayRestResolver()


def signed_in(app: APIGatewayRestResolver, following: Callable[..., Response[Any]]) -> Response[Any]:
    try:
        claims = authenticate(app.current_event.headers.get("authorization"), KEYS)
        authorise(claims, SESSION)
        if app.current_event.http_method == "POST":
            event = app.current_event
            submission(event.headers, event.path, (event.body or "").encode())
    except Refused as refused:
        return Response(refused.status, "application/json", "{}")
    app.append_context(person=claims["sub"])
    return following(app)


app.use(middlewares=[signed_in])


def add(number: int) -> None:
    @app.get(f"/v1/workers/things{number}/<thing_id>")
    def show(thing_id: str) -> dict[str, str]:
        return {"id": thing_id}


for one in range(30):
    add(one)


@app.post("/v1/workers/contracts")
def apply() -> Response[Any]:
    try:
        Application.model_validate_json(app.current_event.body or "")
    except ValidationError as wrong:
        return Response(422, "application/json", wrong.json(include_url=False))
    return Response(201, "application/json", DONE.model_dump_json())


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
