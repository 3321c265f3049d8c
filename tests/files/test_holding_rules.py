"""Who holds a file after a room's word, and what follows old rules."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mashangban.files.rules import uploads
from mashangban.files.rules.uploads import File, LetGo
from mashangban.files.terms import ContentType, FileState, Purpose

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
SOON = NOW + timedelta(seconds=1)
FILE = File(
    id="01F",
    owner="zhang",
    purpose=Purpose.EVIDENCE,
    filename="裂缝.jpg",
    content_type=ContentType.JPEG,
    size=9,
    sha256="0" * 64,
    state=FileState.USABLE,
    expires_at=None,
    held={"homes": NOW, "helpdesk": NOW},
)
OLD = replace(FILE, held=None)
TOLD = LetGo("helpdesk", "zhang", SOON, left=True)


def test_a_room_that_lets_go_leaves_a_file_to_the_others() -> None:
    assert uploads.let_go(FILE, TOLD) == {"homes": NOW}


@pytest.mark.parametrize("why_left", [True, False])
@pytest.mark.parametrize("in_office", [True, False])
def test_with_marks_it_does_not_matter_why_or_in_which_role(why_left: bool, in_office: bool) -> None:
    file = replace(FILE, held={"helpdesk": NOW}, in_office=in_office)
    assert uploads.let_go(file, replace(TOLD, left=why_left)) == {}


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (FILE, replace(TOLD, owner="li")),
        (FILE, replace(TOLD, room="matters")),
        (FILE, replace(TOLD, at=NOW - timedelta(seconds=1))),
        (replace(FILE, state=FileState.ANNOUNCED), TOLD),
        (replace(OLD, in_office=True), TOLD),
        (OLD, replace(TOLD, left=False)),
    ],
    ids=[
        "of somebody else",
        "never held",
        "held again since",
        "never came",
        "old, in office",
        "old, taken back",
    ],
)
def test_a_word_changes_nothing_for_a_file(file: File, told: LetGo) -> None:
    assert uploads.let_go(file, told) is None


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (OLD, TOLD),
        (replace(OLD, purpose=Purpose.MATTER, in_office=True), replace(TOLD, room="matters", left=False)),
    ],
    ids=["its person left", "the only room that takes such files"],
)
def test_a_file_of_before_rooms_said_what_they_hold_goes_as_it_did_then(file: File, told: LetGo) -> None:
    assert uploads.let_go(file, told) == {}


def test_a_file_waits_thirty_days_from_its_arrival_and_one_of_before_for_ever() -> None:
    announced = replace(FILE, state=FileState.ANNOUNCED, held={}, expires_at=SOON)
    assert uploads.arrived(announced, NOW).expires_at == NOW + timedelta(days=30)
    assert uploads.arrived(replace(announced, held=None), NOW).expires_at is None


@pytest.mark.parametrize(
    ("at", "unused"),
    [(NOW - timedelta(seconds=1), False), (NOW, True), (SOON, True)],
    ids=["not yet", "to the second", "over"],
)
def test_a_file_is_unused_from_the_end_of_its_days_on(at: datetime, unused: bool) -> None:
    waits = replace(FILE, held={}, expires_at=NOW)
    assert uploads.is_unused(waits, at) is unused
    assert not uploads.is_unused(replace(waits, state=FileState.ANNOUNCED), at)
