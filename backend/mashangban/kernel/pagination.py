"""Pages of a list: one query each, continued by an opaque cursor that fits only the list it came from."""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pynamodb.expressions.condition import Condition

from mashangban.kernel import crypto
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.errors import Malformed

DEFAULT_LIMIT = 20
MAX_LIMIT = 50
T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R", bound=Record)


class BadCursor(Malformed):
    code = "list.bad-cursor"
    title = "翻页位置无效"
    next = "请从第一页重新查看"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Where to go on and how many (1 to 50)."""

    cursor: str | None = None
    limit: int = DEFAULT_LIMIT


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    items: list[T]
    next_cursor: str | None = None

    def map(self, shape: Callable[[T], U]) -> "Page[U]":
        return Page([shape(item) for item in self.items], self.next_cursor)


def query(
    kind: type[R],
    pk: str,
    page: PageRequest,
    *,
    index: str | None = None,
    where: Condition | None = None,
    newest_first: bool = False,
) -> Page[R]:
    """One page of a partition of the table or of an index. Raises BadCursor for a cursor of another list."""
    partition = f"{kind.table.name}|{index}|{pk}"
    found = kind.query(
        pk,
        range_key_condition=where,
        index_name=index,
        limit=page.limit,
        page_size=page.limit,
        scan_index_forward=not newest_first,
        last_evaluated_key=_open(page.cursor, partition),
    )
    items = list(found)
    return Page(items, _close(found.last_evaluated_key, partition))


def sifted(
    read: Callable[[PageRequest], Page[T]], wanted: Callable[[T], bool], page: PageRequest, most: int = 10
) -> Page[T]:
    """A page of what is wanted of a list: reads on until there is enough, `most` pages; then whoever asks goes on."""
    kept: list[T] = []
    cursor = page.cursor
    for _ in range(most):
        found = read(PageRequest(cursor, page.limit - len(kept)))
        kept += filter(wanted, found.items)
        cursor = found.next_cursor
        if cursor is None or len(kept) == page.limit:
            break
    return Page(kept, cursor)


def every(read: Callable[[PageRequest], Page[T]]) -> Iterator[T]:
    """Every item of a list, the largest pages one after the other."""
    cursor: str | None = None
    while True:
        page = read(PageRequest(cursor, MAX_LIMIT))
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _close(key: dict[str, Any] | None, partition: str) -> str | None:
    if not key:
        return None
    body = json.dumps({name: value["S"] for name, value in key.items()}).encode()
    return urlsafe_b64encode(_mac(body, partition) + body).decode().rstrip("=")


def _open(cursor: str | None, partition: str) -> dict[str, Any] | None:
    if not cursor:
        return None
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError as broken:
        raise BadCursor() from broken
    if not hmac.compare_digest(raw[:10], _mac(raw[10:], partition)):
        raise BadCursor()
    return {name: {"S": value} for name, value in json.loads(raw[10:]).items()}


def _mac(body: bytes, partition: str) -> bytes:
    return crypto.mac("code-key", f"cursor|{partition}|{body.hex()}")[:10]
