"""Flask behind apig-wsgi: a hook for the token, a view for the act."""

import sys
from typing import Any

from act import DONE, SESSION, Application, Refused, authenticate, authorise, load_keys, submission
from apig_wsgi import make_lambda_handler
from flask import Flask, Response, g, request
from pydantic import ValidationError

KEYS = load_keys(sys.argv[1])
app = Flask("peer")


@app.before_request
def signed_in() -> Response | None:
    try:
        claims = authenticate(request.headers.get("Authorization"), KEYS)
        authorise(claims, SESSION)
        if request.method == "POST":
            submission(request.headers, request.path, request.get_data())
    except Refused as refused:
        return Response("{}", refused.status, content_type="application/json")
    g.person = claims["sub"]
    return None


def add(number: int) -> None:
    @app.get(f"/v1/workers/things{number}/<thing_id>", endpoint=f"show{number}")
    def show(thing_id: str) -> dict[str, str]:
        return {"id": thing_id}


for one in range(30):
    add(one)


@app.post("/v1/workers/contracts")
def apply() -> Response:
    try:
        Application.model_validate_json(request.get_data())
    except ValidationError as wrong:
        return Response(wrong.json(include_url=False), 422, content_type="application/json")
    return Response(DONE.model_dump_json(), 201, content_type="application/json")


handler: Any = make_lambda_handler(app)
