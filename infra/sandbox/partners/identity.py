"""The identity source: does this name belong to this 18-digit number?

The register starts empty. A number first asked about is entered with the name given and matches; with another
name it is a mismatch from then on. Digits 15 to 17 plant what a developer wants to see:
404 nobody has this number, 409 never the right name, 503 the source is down.
`PUT /identity/persons/<number>` {"name"} enters a person before anyone asks.
"""

import re
import uuid

from werkzeug import Request, Response

from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError

NUMBER = re.compile(r"[1-9]\d{16}[\dX]")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def well_formed(number: str) -> bool:
    """Tell whether length, first digit and check character of a number are right."""
    if not NUMBER.fullmatch(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17]


def verify(world: World, request: Request, fault: Fault) -> Response:
    """Answer match, mismatch or not_found."""
    body = json_body(request)
    name, number = text_field(body, "name", 60), text_field(body, "id_number", 18).upper()
    if not well_formed(number):
        raise RefusedError(400, "id_number_invalid", "checksum or length is wrong")
    result = _result(world, name, number)
    return json_reply({"verification_id": str(uuid.uuid4()), "result": result})


def _result(world: World, name: str, number: str) -> str:
    planted = number[14:17]
    if planted == "503":
        raise RefusedError(503, "source_unavailable", "the population register does not answer")
    if planted == "404":
        return "not_found"
    if planted == "409":
        return "mismatch"
    world.store.add("person", number, {"id_number": number, "name": name})
    person = world.store.get("person", number) or {}
    return "match" if person.get("name") == name else "mismatch"


def enter(world: World, request: Request, fault: Fault, number: str) -> Response:
    """Enter or rename a person of the register."""
    person = {"id_number": number.upper(), "name": text_field(json_body(request), "name", 60)}
    world.store.put("person", number.upper(), person)
    return json_reply(person)


def register(world: World, request: Request, fault: Fault) -> Response:
    """Show the register as a page."""
    return page_reply("identity.html", persons=world.store.newest("person", 200))


PARTNER = Partner(
    "identity",
    "实名核验",
    "/identity/",
    (
        Route("POST", "/identity/verifications", verify, signed=True),
        Route("PUT", "/identity/persons/<number>", enter, outside=False),
        Route("GET", "/identity/", register, outside=False),
    ),
)
