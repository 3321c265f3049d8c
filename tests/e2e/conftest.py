"""One running product for all browser tests of this folder in a worker process, one Chromium, phones as asked for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e import screen
from tests.e2e.office import Offices
from tests.e2e.phone import USUAL, Phone
from tests.e2e.world import Caller, World, is_ready
from tests.stack import LocalStack, wait_for

GROUND_LIMIT_S = 240.0
BROWSER_APP = screen.ROOT / "miniprogram" / "dist" / "build" / "h5" / "index.html"
NewPhone = Callable[..., Phone]


def demo_ground(stack: LocalStack) -> World:
    """The world of a stack that was started with the demo's ground, once it is laid."""
    assert BROWSER_APP.exists(), "the browser app is not built: make build-h5"
    wait_for(lambda: is_ready(stack.data), f"the demo world\n{stack.output}", GROUND_LIMIT_S)
    return World(stack)


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The product with the demo world's ground, nobody hired."""
    data = tmp_path_factory.mktemp("e2e") / "data"
    with LocalStack(data, DEMO="1", DEMO_WORKERS="0") as stack:
        yield demo_ground(stack)


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
