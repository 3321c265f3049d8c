"""docs/security.md says nothing that isn't there: its files, its tests, each requirement of the level once."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from checks import house

TEXT = (house.ROOT / "docs/security.md").read_text("utf-8")
PLACES = (house.ROOT, house.ROOT / "backend/mashangban")
NAMED = re.compile(r"`([\w./-]+/[\w.-]*\.?\w+)(?:::(\w+))?`")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+)(?:-(\d+\.\d+\.\d+))? \| [^|]+ \| (\S+) \| (.*) \|$", re.MULTILINE)
STATES = {"holds", "partly", "missing", "n/a"}
# What holds because something is not there; the row says what.
ABSENCES = {"1.14.6", "2.1.9", "12.3.5", "14.3.2", "14.3.3"}
# ASVS 4.0.3: what level 2 asks, by section the numbers of its requirements (without deleted ones and those of level 3).
LEVEL_2 = {
    "1.1": range(1, 8), "1.2": range(1, 5), "1.4": (1, 4, 5), "1.5": range(1, 5), "1.6": range(1, 5), "1.7": (1, 2),
    "1.8": (1, 2), "1.9": (1, 2), "1.10": (1,), "1.11": (1, 2), "1.12": (2,), "1.14": range(1, 7),
    "2.1": range(1, 13), "2.2": range(1, 4), "2.3": range(1, 4), "2.4": range(1, 6), "2.5": range(1, 8),
    "2.6": range(1, 4), "2.7": range(1, 7), "2.8": range(1, 8), "2.9": range(1, 4), "2.10": range(1, 5),
    "3.1": (1,), "3.2": range(1, 5), "3.3": range(1, 5), "3.4": range(1, 6), "3.5": range(1, 4), "3.7": (1,),
    "4.1": (1, 2, 3, 5), "4.2": (1, 2), "4.3": (1, 2, 3),
    "5.1": range(1, 6), "5.2": range(1, 9), "5.3": range(1, 11), "5.4": range(1, 4), "5.5": range(1, 5),
    "6.1": range(1, 4), "6.2": range(1, 7), "6.3": (1, 2), "6.4": (1, 2),
    "7.1": range(1, 5), "7.2": (1, 2), "7.3": (1, 3, 4), "7.4": range(1, 4),
    "8.1": range(1, 5), "8.2": range(1, 4), "8.3": range(1, 9),
    "9.1": range(1, 4), "9.2": range(1, 5), "10.2": (1, 2), "10.3": range(1, 4), "11.1": range(1, 9),
    "12.1": range(1, 4), "12.2": (1,), "12.3": range(1, 7), "12.4": (1, 2), "12.5": (1, 2), "12.6": (1,),
    "13.1": (1, 3, 4, 5), "13.2": (1, 2, 3, 5, 6), "13.3": (1, 2), "13.4": (1, 2),
    "14.1": range(1, 5), "14.2": range(1, 7), "14.3": (2, 3), "14.4": range(1, 8), "14.5": range(1, 5),
}  # fmt: skip


@cache
def functions_of(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("path", "test"), sorted(set(NAMED.findall(TEXT))))
def test_what_the_page_names_exists(path: str, test: str) -> None:
    found = next((place / path for place in PLACES if (place / path).exists()), None)
    assert found is not None
    assert not test or test in functions_of(found)


def test_each_requirement_of_the_level_stands_there_once() -> None:
    asked = {f"{section}.{number}" for section, numbers in LEVEL_2.items() for number in numbers}
    written = Counter(number for first, last, _, _ in ROW.findall(TEXT) for number in _numbers(first, last))
    assert set(written) == asked
    assert written.most_common(1)[0][1] == 1


def _numbers(first: str, last: str) -> list[str]:
    section, _, start = first.rpartition(".")
    return [
        f"{section}.{number}" for number in range(int(start), int((last or first).rpartition(".")[2]) + 1)
    ]


def test_each_requirement_has_a_state_and_a_reason() -> None:
    rows = ROW.findall(TEXT)
    assert {state for _, _, state, _ in rows} == STATES
    assert [first for first, _, _, why in rows if len(why) < 4] == []


def test_what_is_said_to_hold_is_shown_by_a_test_or_by_code_or_by_an_absence() -> None:
    bare = {first for first, _, state, why in ROW.findall(TEXT) if state == "holds" and "`" not in why}
    assert bare == ABSENCES
