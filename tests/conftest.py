"""What every test may ask for: settings and keys of a test stage, the real engine, and a closed network."""

import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests import engine as engines
from tests.browser import browser
from tests.store import object_store, objects_url

__all__ = ["browser", "object_store", "objects_url"]

# A slow moment of a shared machine is no finding: what must be fast is measured in tests/bench.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

_REAL_CONNECT = socket.socket.connect
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def _loopback_only(self: socket.socket, address: Any) -> Any:
    if isinstance(address, tuple) and address[0] not in _LOOPBACK:
        raise AssertionError(f"a test reached for the network: {address}")
    return _REAL_CONNECT(self, address)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks for the engine is marked so. Files that drive a browser or take long begin first, so that no worker is
    left alone with one at the end; those of a folder together, so that the product they share is stopped after them.
    One file of tests/e2e comes before all: it lays the demo's ground while the other workers have something to do.
    """
    twice = [one for one, times in Counter(item.nodeid for item in items).items() if times > 1]
    if twice:
        raise pytest.UsageError(
            f"several tests of one name, of which the suite's workers run one: {twice[:3]}"
        )
    for item in items:
        if "engine_url" in getattr(item, "fixturenames", ()):
            item.add_marker("engine")
    long = {item.path for item in items if {"browser", "slow"} & {mark.name for mark in item.iter_markers()}}
    laying = min((path for path in long if path.parent.name == "e2e"), default=None)

    def turn(path: Path) -> tuple[int, Path]:
        if path not in long:
            return 3, Path()
        if path == laying:
            return 0, path.parent
        return (2 if path.parent.name == "e2e" else 1), path.parent

    items.sort(key=lambda item: turn(item.path))


@pytest.fixture(autouse=True, scope="session")
def closed_network() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", _loopback_only)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The environment of a test stage; returns the folder of its secrets."""
    from mashangban.gateway import keys
    from mashangban.kernel.settings import settings

    secrets = tmp_path_factory.mktemp("secrets")
    keys.create_missing(secrets)
    patch = pytest.MonkeyPatch()
    values = {
        "STAGE": "test",
        "AWS_REGION": "cn-north-1",
        "AWS_DEFAULT_REGION": "cn-north-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "PUBLIC_URL": "http://127.0.0.1:8000",
        "SECRETS": f"file:{secrets}",
        "OBJECTS_BUCKET": "mashangban-test-objects",
        **{f"{name.upper()}_TABLE": f"mashangban-test-{name}" for name in engines.TABLES},
    }
    for name, value in values.items():
        patch.setenv(name, value)
    settings.cache_clear()
    yield secrets
    patch.undo()


@pytest.fixture(scope="session")
def engine_url() -> Iterator[str]:
    """A running engine with all tables (one a test worker)."""
    with engines.engine() as url:
        engines.create_tables(url)
        yield url


@pytest.fixture
def tables(engine_url: str) -> str:
    """Let the product speak to the engine. Tests share tables, so each makes its own ids."""
    engines.connect(engine_url)
    return engine_url


@pytest.fixture(scope="module")
def quiet_clocks(engine_url: str) -> None:
    """Nothing that an earlier file left waiting fires in this one."""
    from mashangban.deadlines.models import DeadlineRecord
    from tests import clocks

    engines.connect(engine_url)
    for kind in DeadlineRecord.__subclasses__():
        clocks.clear(kind)
