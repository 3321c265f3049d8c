"""What a partner must remember across a restart: small JSON documents in one SQLite file."""

import json
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

Document = dict[str, Any]


class Store:
    """Keeps documents by kind and key; one connection, one lock, durable after each call."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS documents"
            " (kind TEXT, key TEXT, body TEXT, at REAL, PRIMARY KEY (kind, key))"
        )

    def get(self, kind: str, key: str) -> Document | None:
        """Return the document, or None."""
        with self._lock:
            row = self._db.execute(
                "SELECT body FROM documents WHERE kind=? AND key=?", (kind, key)
            ).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, kind: str, key: str, body: Document) -> None:
        """Write the document, replacing what was there; its place in lists stays."""
        with self._lock:
            self._db.execute(
                "INSERT INTO documents VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET body=excluded.body",
                (kind, key, json.dumps(body, ensure_ascii=False), time.time()),
            )

    def add(self, kind: str, key: str, body: Document) -> bool:
        """Write the document only if the key is free; tell whether it was."""
        with self._lock:
            cursor = self._db.execute(
                "INSERT OR IGNORE INTO documents VALUES (?,?,?,?)",
                (kind, key, json.dumps(body, ensure_ascii=False), time.time()),
            )
        return cursor.rowcount == 1

    def take(self, kind: str, key: str) -> Document | None:
        """Return the document and remove it, so that only one caller gets it."""
        with self._lock:
            found = self.get(kind, key)
            self._db.execute("DELETE FROM documents WHERE kind=? AND key=?", (kind, key))
        return found

    def newest(self, kind: str, limit: int = 100) -> list[Document]:
        """List documents of a kind, newest first."""
        with self._lock:
            rows = self._db.execute(
                "SELECT body FROM documents WHERE kind=? ORDER BY at DESC, rowid DESC LIMIT ?", (kind, limit)
            ).fetchall()
        return [json.loads(row[0]) for row in rows]

    def after(self, kind: str, key: str, limit: int = 100) -> list[Document]:
        """List documents of a kind in the order of their keys, from the one after `key`."""
        with self._lock:
            rows = self._db.execute(
                "SELECT body FROM documents WHERE kind=? AND key>? ORDER BY key LIMIT ?", (kind, key, limit)
            ).fetchall()
        return [json.loads(row[0]) for row in rows]

    def forget_before(self, kind: str, at: float) -> None:
        """Drop documents of a kind written before an instant (epoch seconds)."""
        with self._lock:
            self._db.execute("DELETE FROM documents WHERE kind=? AND at<?", (kind, at))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
