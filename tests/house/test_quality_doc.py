"""docs/quality.md: figures stand where it points, what it names exists, each miss has its reason."""

import re

import pytest

from checks import house

DOCS = house.ROOT / "docs"
TEXT = (DOCS / "quality.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([PR]\d) \| (.+) \|$", TEXT, re.MULTILINE)
FIGURE = re.compile(r"([\w/-]+\.md): `([^`]+)`")
NAMED = re.compile(r"`((?:tests|miniprogram)/[\w/.-]+)`")
TARGETS = re.findall(r"^([a-z-]+):", (house.ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
MISSES = TEXT.partition("## Misses")[2]


@pytest.mark.parametrize(("document", "figure"), sorted(set(FIGURE.findall(TEXT))))
def test_a_figure_stands_where_the_page_says(document: str, figure: str) -> None:
    assert figure in (DOCS / document).read_text("utf-8")


@pytest.mark.parametrize("path", sorted(set(NAMED.findall(TEXT))))
def test_what_shows_it_exists(path: str) -> None:
    assert (house.ROOT / path).exists()


def test_each_command_exists() -> None:
    assert set(re.findall(r"`make ([a-z-]+)`", TEXT)) <= set(TARGETS)


def test_all_that_is_measured_and_all_that_must_hold_stands_there() -> None:
    assert {one for one, _ in ROWS} == {f"P{n}" for n in range(1, 10)} | {f"R{n}" for n in range(1, 10)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:40])
def test_a_row_has_a_state_and_a_proof_and_a_miss_its_reason(row: tuple[str, str]) -> None:
    name, rest = row
    *_, state, proof = rest.split(" | ")
    assert state in ({"reached", "missed"} if name.startswith("P") else {"holds", "partly"})
    assert FIGURE.search(proof) or NAMED.search(proof)
    assert state != "missed" or f"**{name}" in MISSES


@pytest.mark.parametrize("row", [one for one in ROWS if one[0].startswith("P")], ids=lambda row: row[1][:40])
def test_what_benchmarks_call_missed_is_not_called_reached(row: tuple[str, str]) -> None:
    *_, state, proof = row[1].split(" | ")
    for document, figure in FIGURE.findall(proof):
        lines = [line for line in (DOCS / document).read_text("utf-8").splitlines() if figure in line]
        assert any(("MISSED" in line) == (state == "missed") for line in lines)
