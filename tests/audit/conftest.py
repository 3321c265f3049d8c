"""A log of its own for each test, and short ways to make events and ask the API."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from mashangban.kernel import ids
from tests import engine


@pytest.fixture
def own_log(tables: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty audit table; returns its name."""
    with new_log(tables) as name:
        monkeypatch.setenv("AUDIT_TABLE", name)
        yield name


@cache
def _client(url: str) -> Any:
    """Making one costs a third of a second."""
    return engine.client(url)


class new_log:  # noqa: N801 - reads as a verb
    """An empty audit table as a context."""

    def __init__(self, url: str) -> None:
        self._client = _client(url)
        self.name = f"mashangban-test-audit-{ids.new_id().lower()}"

    def __enter__(self) -> str:
        self._client.create_table(**engine.definition(self.name))
        return self.name

    def __exit__(self, *_: object) -> None:
        self._client.delete_table(TableName=self.name)
