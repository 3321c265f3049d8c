"""What is new in the engine's file, and what of it may go."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mashangban.gateway.engine_file import index_stream_records, trim_stream_records
from mashangban.gateway.streams.changes import FRESH, Changes


@pytest.fixture
def engine_file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The stream records of an engine's file, as far as they are looked at."""
    with closing(sqlite3.connect(tmp_path / "engine.sqlite", isolation_level=None)) as file:
        columns = (
            "id INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT, sequence_number TEXT, created_at INTEGER"
        )
        file.execute(f"CREATE TABLE _stream_records ({columns})")
        index_stream_records(tmp_path / "engine.sqlite")
        yield file


def write(file: sqlite3.Connection, *tables: str) -> None:
    file.executemany("INSERT INTO _stream_records (table_name) VALUES (?)", [(table,) for table in tables])


def test_a_table_is_named_until_its_stream_was_read_and_again_after_the_next_write(
    engine_file: sqlite3.Connection, tmp_path: Path
) -> None:
    write(engine_file, "orders")
    with closing(Changes(["orders", "wages"], tmp_path / "engine.sqlite")) as changes:
        assert changes.unread() == {"orders", "wages"}, "what was written before the start is read once"
        changes.read("orders")
        changes.read("wages")
        assert changes.unread() == set()
        write(engine_file, "wages", "orders", "wages", "without-listeners")
        assert changes.unread() == changes.unread() == {"orders", "wages"}
        changes.read("wages")
        assert changes.unread() == {"orders"}


def test_a_look_reads_what_is_new_and_not_all_that_was(engine_file: sqlite3.Connection) -> None:
    write(engine_file, *["orders"] * 100)
    [(*_, way), *_] = engine_file.execute(f"EXPLAIN QUERY PLAN {FRESH}", (99,))
    assert "PRIMARY KEY (rowid>?)" in way


@pytest.mark.parametrize(("done", "kept"), [(0, [1, 2, 3, 4]), (1, [2, 3, 4]), (4, [3, 4])])
def test_an_old_record_is_removed_only_when_its_listeners_have_done_it(
    engine_file: sqlite3.Connection, tmp_path: Path, done: int, kept: list[int]
) -> None:
    now = time.time()
    ages_h = [50, 25, 23, 0]
    rows = [("orders", int(now) - age * 3600) for age in ages_h]
    engine_file.executemany("INSERT INTO _stream_records (table_name, created_at) VALUES (?, ?)", rows)
    trim_stream_records(tmp_path / "engine.sqlite", done)
    assert [number for (number,) in engine_file.execute("SELECT id FROM _stream_records")] == kept


def test_without_a_file_to_look_into_every_table_is_asked_about() -> None:
    changes = Changes(["orders", "wages"], None)
    changes.read("orders")
    assert changes.unread() == {"orders", "wages"}
