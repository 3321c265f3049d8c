"""Messages between rooms: whoever sends one has the addressee's table in its stream function."""

import ast
from pathlib import Path

import pytest

from checks import house

STREAMS = {
    one.name.removesuffix("Stream").lower(): one
    for one in house.template().functions
    if one.name.endswith("Stream")
}


def _sources(room: str) -> list[Path]:
    package = house.ROOT / "backend/mashangban"
    folders = (package / room, package / "domains" / room)
    return [path for path in house.sources() if any(path.is_relative_to(folder) for folder in folders)]


def addressed(room: str) -> set[str]:
    """The rooms that this room writes to: `Message("notices", ...)`, by name or by a constant of the same file."""
    found = set()
    for path in _sources(room):
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "Message"
                and node.args
            ):
                to = node.args[0]
                if isinstance(to, ast.Constant):
                    found.add(str(to.value))
                elif isinstance(to, ast.Name) and to.id in constants:
                    found.add(str(constants[to.id]))
            # Orders for papers are made by the documents room's own functions.
            if (
                isinstance(node, ast.ImportFrom)
                and node.module == "mashangban.documents"
                and room != "documents"
            ):
                found |= {"documents"} if any(name.name == "events" for name in node.names) else set()
    return found - {room}


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
