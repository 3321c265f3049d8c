"""One running product for all browser tests of this folder in a worker process, one Chromium, phones as asked for."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import leaks
from tests.e2e import pictures, screen
from tests.e2e.office import Offices
from tests.e2e.phone import USUAL, Phone
from tests.e2e.world import Caller, World, is_ready
from tests.stack import LocalStack, wait_for

GROUND_LIMIT_S = 240.0
BROWSER_APP = screen.ROOT / "miniprogram" / "dist" / "build" / "h5" / "index.html"
NewPhone = Callable[..., Phone]


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The data of a product with the demo world's ground, nobody hired and few firms: laid once for all worker
    processes. Whoever starts a product starts it over a copy.
    """
    assert BROWSER_APP.exists(), "the browser app is not built: make build-h5"
    base = tmp_path_factory.getbasetemp()
    data = (base if worker_id == "master" else base.parent) / "ground"
    with data.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready(data):
            with LocalStack(data, DEMO="1", DEMO_WORKERS="0", DEMO_FIRMS="10") as stack:
                wait_for(lambda: is_ready(data), f"the demo world\n{stack.output}", GROUND_LIMIT_S)
                stack.settle(GROUND_LIMIT_S)
    return data


@pytest.fixture(scope="package")
def world(ground: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The product with the demo world's ground, shared by the tests of this folder. When they are done, no number of a
    person stands in clear in what it logged and stored (R8).
    """
    data = shutil.copytree(ground, tmp_path_factory.mktemp("e2e") / "data")
    with LocalStack(data, DEMO="1") as stack:
        yield World(stack)
        assert leaks.everywhere(stack) == []


@pytest.fixture(scope="package", autouse=True)
def readme(browser: Browser) -> Iterator[None]:
    """When pictures are asked for, those of the README are put together in the end."""
    yield
    for story in pictures.STORIES:
        pictures.compose(browser, story)


@pytest.fixture(scope="package")
def offices(browser: Browser, world: World) -> Offices:
    return Offices(browser, world)


@pytest.fixture
def new_phone(browser: Browser, world: World) -> Iterator[NewPhone]:
    """`new_phone()` for a stranger's, `new_phone(caller)` for a phone whose owner is signed in; no page may break."""
    phones: list[Phone] = []

    def make(owner: Caller | None = None, size: tuple[int, int] = USUAL, **memory: str) -> Phone:
        stored = {
            **(owner.memory if owner else {}),
            **{f"mashangban:{name}": text for name, text in memory.items()},
        }
        phones.append(Phone(browser, world, size, stored))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()
    assert [error for phone in phones for error in phone.errors] == []
