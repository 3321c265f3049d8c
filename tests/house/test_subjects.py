"""The Merkle log knows a subject by kind and id alone, so one kind of subject lives in one room only."""

import re
from collections import defaultdict
from pathlib import Path

BACKEND = Path(__file__).parents[2] / "backend/mashangban"
_SUBJECT = re.compile(r'Subject\("(\w+)"')


def test_each_kind_of_subject_belongs_to_one_room() -> None:
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    for file in BACKEND.rglob("*.py"):
        for kind in _SUBJECT.findall(file.read_text("utf-8")):
            rooms[kind].add("/".join(file.relative_to(BACKEND).parts[: 2 if "domains" in file.parts else 1]))
    shared = {kind: sorted(where) for kind, where in rooms.items() if len(where) > 1}
    assert rooms
    assert shared == {}
