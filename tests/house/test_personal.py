"""What a room keeps of persons it gives to them, and says what goes and what a law keeps (PIPL 45, 47)."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import house, personal
from checks.personal import GIVE_NOTHING
from mashangban.files.terms import PURPOSES, Purpose
from mashangban.identity.service import privacy as identity
from mashangban.kernel.personal import Holding, Uploads
from mashangban.processes.mydata.service.rooms import RECIPIENTS, ROOMS

BACKEND = house.ROOT / "backend"
# Addresses of our own: the site, and the socket by which it tells its pages that something moved.
OURS = {"PUBLIC_URL", "LIVE_API_URL"}


def rooms() -> set[str]:
    """Every room that has records."""
    package = house.ROOT / "backend/mashangban"
    found = [*package.rglob("models.py"), *package.rglob("models/__init__.py")]
    parents = {path.parent.parent if path.name == "__init__.py" else path.parent for path in found}
    return {folder.name for folder in parents}


def test_the_page_of_what_is_kept_has_a_line_for_each_part_and_each_room() -> None:
    lines = personal.page().splitlines()
    parts = {(room, part.name) for room, one in ROOMS.items() for part in one.parts}
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if "|" in line]
    assert parts <= {(row[0].strip("`"), row[1]) for row in cells}
    assert {row[0].strip("`") for row in cells} >= ROOMS.keys() | GIVE_NOTHING.keys()
    assert all(line.count("|") in (3, 5) for line in lines if line.startswith("| `"))


def test_every_room_with_records_gives_its_part_or_says_why_not() -> None:
    assert rooms() - ROOMS.keys() - GIVE_NOTHING.keys() == set()
    assert (ROOMS.keys() | GIVE_NOTHING.keys()) - rooms() == set()
    assert ROOMS.keys() & GIVE_NOTHING.keys() == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_part_says_what_it_is_from_whom_and_until_when(room: str) -> None:
    assert ROOMS[room].parts
    for part in ROOMS[room].parts:
        assert all((part.name, part.holds, part.source, part.kept))
        assert not set('/\\:*?"<>|') & set(part.name)


def test_no_two_parts_are_written_to_one_file() -> None:
    names = [part.name for room in ROOMS.values() for part in room.parts]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_erases_or_names_the_law_that_keeps(room: str) -> None:
    one: Holding = ROOMS[room]
    assert one.erased or one.lawful
    if not one.erased:
        assert "条例" in one.lawful or "法" in one.lawful


def test_who_says_that_it_erases_is_told_when_somebody_leaves_and_nobody_else() -> None:
    # The files room is told by each room that lets files go, and never of the person alone (ADR 29).
    erasing = {room for room, one in ROOMS.items() if one.erased} - {"identity", "files"}
    assert set(identity.FORGETFUL) == erasing


@pytest.mark.parametrize("path", sorted((BACKEND / "mashangban/domains").glob("*/service/forgetting.py")))
def test_what_a_forgotten_record_once_told_other_rooms_is_emptied(path: Path) -> None:
    text = path.read_text("utf-8")
    assert bool(re.search(r"\bevents\.[A-Z]", text)) is ("history.drop_letters(" in text)


def pointing() -> dict[str, str]:
    """The rooms whose records point to uploaded files, each with the code that forgets a person; empty for none."""
    found = {}
    for path in house.sources():
        if path.is_relative_to(BACKEND) and "files.hold(" in path.read_text("utf-8"):
            room = path.relative_to(BACKEND / "mashangban/domains").parts[0]
            forgetting = BACKEND / f"mashangban/domains/{room}/service/forgetting.py"
            found[room] = forgetting.read_text("utf-8") if forgetting.exists() else ""
    return found


def _calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function of the files room, with the room that calls it."""
    for path in house.sources():
        if path.is_relative_to(BACKEND / "mashangban/domains"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                    yield path.relative_to(BACKEND / "mashangban/domains").parts[0], node


def test_a_room_takes_hold_of_files_in_its_own_name() -> None:
    named = [(room, ast.literal_eval(call.args[1])) for room, call in _calls("files.hold")]
    assert named
    assert [(room, name) for room, name in named if room != name] == []


def test_no_room_shows_or_reads_files_that_it_never_takes_hold_of() -> None:
    """There is no other way to an uploaded file's id than the form that `files.hold` was given."""
    showing = {room for name in ("files.links", "files.content", "files.copy") for room, _ in _calls(name)}
    assert showing - pointing().keys() == set()


def test_every_room_that_points_to_files_says_what_becomes_of_them_and_no_other_does() -> None:
    assert {room for room, one in ROOMS.items() if one.uploads is not Uploads.NONE} == pointing().keys()


@pytest.mark.parametrize("room", pointing())
def test_a_room_lets_files_go_with_what_it_forgets_or_names_the_law_that_keeps_them(room: str) -> None:
    one, lets_go = ROOMS[room], "file_events.let_go(" in pointing()[room]
    assert lets_go is (one.uploads is Uploads.LET_GO)
    assert one.erased if lets_go else one.lawful or one.uploads is Uploads.OFFICE


@pytest.mark.parametrize("purpose", [one for one, rule in PURPOSES.items() if rule.room])
def test_a_file_of_one_rooms_purpose_is_taken_by_no_other_room(purpose: Purpose) -> None:
    named = {
        path.relative_to(BACKEND / "mashangban").parts
        for path in house.sources()
        if path.is_relative_to(BACKEND) and f"Purpose.{purpose.name}" in path.read_text("utf-8")
    }
    assert {parts[1] for parts in named if parts[0] == "domains"} == {PURPOSES[purpose].room}
    assert {parts[0] for parts in named} == {"domains", "files"}


def test_who_packs_may_read_the_table_of_every_room_that_gives() -> None:
    packer = next(one for one in house.template().functions if one.name == "MydataStream")
    assert {room for room in ROOMS if f"{room.upper()}_TABLE" not in packer.environment} == set()


def test_a_package_loads_records_of_no_room_whose_table_its_packer_does_not_know() -> None:
    program = (
        "import sys; import mashangban.processes.mydata.service.packing\n"
        "print(*(name for name in sys.modules if name.startswith('mashangban.') and name.endswith('.models')))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=BACKEND, capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[-2] for name in told.stdout.split()} - {"deadlines", "employment", "imports"}
    packer = next(one for one in house.template().functions if one.name == "MydataStream")
    assert {room for room in loaded if f"{room.upper()}_TABLE" not in packer.environment} == set()


def test_whoever_is_called_outside_the_house_is_named_with_what_they_get_and_nobody_is_named_in_vain() -> (
    None
):
    variables = {name for one in house.template().functions for name in one.environment}
    outside = {name for name in variables if name.endswith(("_URL", "_SERVERS"))} - OURS
    assert {name for one in RECIPIENTS for name in one.addresses} == outside


def test_every_recipient_is_told_of_once_with_what_they_get_for_what_and_by_which_law_or_word() -> None:
    assert all((one.name, one.given, one.purpose, one.ground) for one in RECIPIENTS)
    assert len({one.name for one in RECIPIENTS}) == len(RECIPIENTS)


def test_every_partner_that_the_code_speaks_to_says_beside_it_who_gets_what() -> None:
    texts = {path: path.read_text("utf-8") for path in house.sources() if path.is_relative_to(BACKEND)}
    speaking = {
        path
        for path, text in texts.items()
        if "from mashangban.kernel.partners import" in text and re.search(r"\bPartner\((?!None)", text)
    }
    assert speaking
    assert {path.name for path in speaking if "RECIPIENT = Recipient(" not in texts[path]} == set()
