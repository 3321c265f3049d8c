"""The grounds of the rooms, and the book in which rushes are written down."""

import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.contention.rush import HANDS, Told
from tests.identity.conftest import sandbox
from tests.wages.conftest import ground, yard
from tests.workers.conftest import Site

__all__ = ["ground", "sandbox", "yard"]

REPORT = Path(__file__).parents[2] / "docs/contention.md"
HEAD = """# Many hands on one scarce thing

Written by `make contention`: {hands} hands on each thing, 32 at once, {when}, {cores} cores, Python {python}. In a
storm every fifth transaction meets a conflict, is throttled or exceeds its capacity before it is sent; who is told to
come later comes again, as phones do. Each row was checked: given exactly as often as there is of it, neither more nor
less, and every loser told in words what to do next. The suite does it with a few dozen (`tests/contention`).

| the scarce thing | weather | given | told no | told to come later | the storm refused |
|---|---|---|---|---|---|
"""

Book = list[tuple[str, str, Told]]


@pytest.fixture(scope="session")
def book() -> Iterator[Book]:
    """What was told in each rush; written to docs/contention.md where CONTENTION_REPORT asks for it."""
    rows: Book = []
    yield rows
    if "CONTENTION_REPORT" in os.environ:
        when = datetime.now(UTC).date().isoformat()
        head = HEAD.format(hands=HANDS, when=when, cores=os.cpu_count(), python=platform.python_version())
        REPORT.write_text(head + "".join(map(_line, rows)), "utf-8")


def _line(row: tuple[str, str, Told]) -> str:
    thing, weather, told = row
    given = told.answers["done"]
    losers = ", ".join(f"{count} {code}" for code, count in sorted(told.answers.items()) if code != "done")
    return f"| {thing} | {weather} | {given} | {losers} | {told.again} | {told.refused} |\n"


@pytest.fixture
def site(ground: None) -> Site:
    """A building site whose team takes workers."""
    return Site()
