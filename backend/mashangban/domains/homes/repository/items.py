"""From values to items and back: fields of one name, empty text stored as nothing."""

from collections.abc import Iterable
from typing import Any

_NOT_STORED = ("", None)


def stored(one: Any, fields: Iterable[str]) -> dict[str, Any]:
    """A value's fields as a record takes them."""
    return {name: None if (value := getattr(one, name)) in _NOT_STORED else value for name in fields}


def fields_of(kind: type[Any], *left_out: str) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return tuple(name for name in kind.__dataclass_fields__ if name not in left_out)
