"""One running stack of the sample template for the tests that only look at it."""

from collections.abc import Iterator

import pytest

from tests.gateway.test_template import SAMPLE
from tests.stack import LocalStack


@pytest.fixture(scope="package")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStack]:
    """A stack of the sample template; a quarter of its batches is delivered twice."""
    data = tmp_path_factory.mktemp("stack") / "data"
    with LocalStack(data, TEMPLATE=str(SAMPLE), STREAM_DUPLICATES="0.25") as running:
        yield running
