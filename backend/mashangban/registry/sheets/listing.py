"""A list as the rows of a file: every page of it, up to what one file holds."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from mashangban.kernel import pagination
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.registry.errors import ExportTooLarge

T = TypeVar("T")
MOST = 3000


def every(read: Callable[[PageRequest], Page[T]]) -> Iterator[T]:
    """Every item of a list, read page by page. Raises ExportTooLarge beyond MOST."""
    for count, one in enumerate(pagination.every(read), start=1):
        if count > MOST:
            raise ExportTooLarge(f"一次最多导出 {MOST} 条")
        yield one
