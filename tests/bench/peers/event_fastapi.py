"""FastAPI behind Mangum: a dependency for the token, the body and the answer declared as its documentation shows."""

import sys
from typing import Annotated, Any

from act import DONE, SESSION, Application, Done, Refused, authenticate, authorise, load_keys, submission
from fastapi import Depends, FastAPI, Header, HTTPException, Request
from mangum import Mangum

KEYS = load_keys(sys.argv[1])
app = FastAPI()


def signed_in(authorization: Annotated[str | None, Header()] = None) -> dict[str, Any]:
    try:
        claims = authenticate(authorization, KEYS)
        authorise(claims, SESSION)
    except Refused as refused:
        raise HTTPException(refused.status) from refused
    return claims


Person = Annotated[dict[str, Any], Depends(signed_in)]


def add(number: int) -> None:
    @app.get(f"/v1/workers/things{number}/{{thing_id}}")
    def show(thing_id: str, person: Person) -> dict[str, str]:
        return {"id": thing_id}


for one in range(30):
    add(one)


@app.post("/v1/workers/contracts", status_code=201)
async def apply(application: Application, person: Person, request: Request) -> Done:
    try:
        submission(request.headers, request.url.path, await request.body())
    except Refused as refused:
        raise HTTPException(refused.status) from refused
    return DONE


handler = Mangum(app, lifespan="off")
