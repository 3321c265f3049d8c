"""A sheet of 100,000 rows: checked and put to use in one go, with flat memory on the way."""

import resource
from dataclasses import replace

import pytest

from mashangban.domains.wages.repository import known
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.service import uploading
from mashangban.domains.wages.terms import UploadState
from mashangban.employment.rules import Employment
from mashangban.kernel import ids
from tests.wages.conftest import RATE_FEN, Yard, act
from tests.wages.payroll_file import due_fen, written_by_hand
from tests.wages.test_uploads import Desk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROWS = 100_000
MOST_GROWN_MB = 250


def crowd(yard: Yard) -> list[Employment]:
    """As many contracts as rows. They stay in memory: an engine takes minutes for so many, and what is tried here is
    the sheet, not the hiring."""
    first = yard.hire()
    return [replace(first, contract_id=ids.new_id(), number=f"HT-20261001-{n:08d}-X") for n in range(ROWS)]


def test_a_hundred_thousand_rows_count_at_once(
    yard: Yard, object_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(yard, yard.table(empty=True).id)
    people = crowd(yard)
    monkeypatch.setattr(known, "employed", lambda project_id, employer_id: iter(people))
    content = written_by_hand([one.number for one in people])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = desk.send(content)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    assert (found.state, found.rows, found.total_fen) == (
        UploadState.STAGED,
        ROWS,
        due_fen(ROWS, RATE_FEN // 100),
    )
    table = uploading.confirm(act(yard.clerk), found.id)
    assert (table.lines, table.pages) == (ROWS, ROWS // 100)
    rows, _ = table_store.chunk(found.id, table.pages - 1)
    assert rows[-1].number == people[-1].number
    assert grown < MOST_GROWN_MB
