"""Calling handlers as Lambda does."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from mashangban.gateway.functions import FunctionError, Functions
from mashangban.gateway.template import Function, Template

_count = 0
_most = 0
_guard = threading.Lock()
_pause = threading.Event()


def counting(_event: Any, _context: Any) -> None:
    """Notes how many calls run beside each other."""
    global _count, _most
    with _guard:
        _count += 1
        _most = max(_most, _count)
    _pause.wait(0.005)
    with _guard:
        _count -= 1


def remaining(_event: Any, context: Any) -> int:
    """The time that is left."""
    left: int = context.get_remaining_time_in_millis()
    return left


def functions(handler: str, concurrency: int | None = None) -> Functions:
    name = f"tests.gateway.test_functions.{handler}"
    return Functions(Template((Function("F", name, 3, 128, {}, concurrency=concurrency),), ()))


def test_a_reserved_concurrency_of_one_runs_one_call_at_a_time() -> None:
    from tests.gateway import test_functions as loaded

    called = functions("counting", concurrency=1)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: called.invoke("F", {}), range(20)))
    assert loaded._most == 1


def test_a_function_is_told_how_much_time_is_left() -> None:
    assert 2_900 < functions("remaining").invoke("F", {}) <= 3_000


def test_a_handler_that_is_not_there_is_a_function_error(capsys: pytest.CaptureFixture[str]) -> None:
    called = functions("absent")
    called.load({"F"})
    assert "absent" in capsys.readouterr().err
    with pytest.raises(FunctionError, match="absent"):
        called.invoke("F", {})
