"""How far each consumer has come: kept on disk after every batch, so that a kill loses nothing."""

import sqlite3
import threading
from pathlib import Path

_SCHEMA = """CREATE TABLE IF NOT EXISTS checkpoints (
    consumer TEXT NOT NULL, stream TEXT NOT NULL, shard INTEGER NOT NULL, sequence TEXT NOT NULL,
    PRIMARY KEY (consumer, stream, shard)) WITHOUT ROWID"""
_SAVE = """INSERT INTO checkpoints VALUES (?, ?, ?, ?) ON CONFLICT (consumer, stream, shard)
    DO UPDATE SET sequence = MAX(sequence, excluded.sequence)"""
# Sequence numbers have up to 40 digits (API reference, "StreamRecord"): too long for SQLite's integers.
_DIGITS = 40


class Checkpoints:
    """The last sequence number that is done, for each consumer, stream and shard."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")
        # A power cut may repeat a batch, which listeners bear; a killed process loses nothing.
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute(_SCHEMA)

    def load(self, consumer: str, stream: str, shard: int) -> int:
        """The last number done; 0 when nothing is."""
        where = (consumer, stream, shard)
        with self._lock:
            found = self._database.execute(
                "SELECT sequence FROM checkpoints WHERE consumer = ? AND stream = ? AND shard = ?", where
            ).fetchone()
        return int(found[0]) if found else 0

    def save(self, consumer: str, stream: str, shard: int, sequence: int) -> None:
        """Records progress; it never goes back."""
        with self._lock:
            self._database.execute(_SAVE, (consumer, stream, shard, f"{sequence:0{_DIGITS}}"))

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()
