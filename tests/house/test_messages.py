"""Messages between rooms: whoever sends one has the addressee's table in its stream function."""

import ast
from pathlib import Path

import pytest

from checks import house
from mashangban.employment import events as employment

STREAMS = {
    one.name.removesuffix("Stream").lower(): one
    for one in house.template().functions
    if one.name.endswith("Stream")
}


def _sources(room: str) -> list[Path]:
    package = house.ROOT / "backend/mashangban"
    folders = (package / room, package / "domains" / room, package / "processes" / room)
    return [path for path in house.sources() if any(path.is_relative_to(folder) for folder in folders)]


def addressed(room: str) -> set[str]:
    """The rooms that this room writes to: `Message("wages", ...)`, by name or by a constant of the same file."""
    found: set[str] = set()
    for path in _sources(room):
        tree = ast.parse(path.read_text("utf-8"))
        constants = _constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found |= _addressees(node, constants)
            # Orders for papers are made by the documents room's own functions.
            if isinstance(node, ast.ImportFrom) and node.module == "mashangban.documents":
                found |= {"documents" for name in node.names if name.name == "events"}
    return found - {room}


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: str(node.value.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _addressees(call: ast.Call, constants: dict[str, str]) -> set[str]:
    # Who works where is told by the employment room's own function, to all who subscribed.
    if ast.unparse(call.func) == "employment.told":
        return set(employment.SUBSCRIBERS)
    # Whoever forgets a record lets its files go by the files room's own function.
    if ast.unparse(call.func) == "file_events.let_go":
        return {"files"}
    # Whoever tells people does so by the kernel's own function (tests/house/test_telling.py).
    if ast.unparse(call.func) == "notice":
        return {"notices"}
    if ast.unparse(call.func) != "Message" or not call.args:
        return set()
    copies = [word.value for word in call.keywords if word.arg == "also"]
    words = [node for part in (call.args[0], *copies) for node in ast.walk(part)]
    named = {constants[node.id] for node in words if isinstance(node, ast.Name) and node.id in constants}
    return named | {str(node.value) for node in words if isinstance(node, ast.Constant)}


@pytest.mark.parametrize("room", sorted(STREAMS))
def test_a_stream_function_knows_every_table_that_its_room_writes_to(room: str) -> None:
    variables = STREAMS[room].environment
    assert {to for to in addressed(room) if f"{to.upper()}_TABLE" not in variables} == set()


def test_the_sender_of_papers_orders_is_answered() -> None:
    """The documents room answers whoever ordered: every room that addresses it is in its stream's environment."""
    asking = {room for room in STREAMS if "documents" in addressed(room)}
    assert {
        room for room in asking if f"{room.upper()}_TABLE" not in STREAMS["documents"].environment
    } == set()
