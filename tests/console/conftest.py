"""An officer's desk for the console's tests."""

import pytest

from tests.registry.conftest import Desk


@pytest.fixture
def desk(tables: str) -> Desk:
    """An officer who registers what a test needs."""
    return Desk()
