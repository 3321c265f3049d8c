"""Where time goes: X-Ray on AWS, nothing at all elsewhere (the SDK is in maintenance mode, so it stays behind this)."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from mashangban.kernel.settings import settings


@cache
def _recorder() -> Any | None:
    if not settings().tracing:
        return None
    from aws_xray_sdk.core import patch, xray_recorder

    # Only botocore: `patch_all` would record each PynamoDB call twice.
    patch(["botocore"])
    return xray_recorder


@contextmanager
def span(name: str) -> Iterator[None]:
    """Time a piece of work as a subsegment of the current trace."""
    recorder = _recorder()
    if recorder is None:
        yield
        return
    with recorder.in_subsegment(name):
        yield
