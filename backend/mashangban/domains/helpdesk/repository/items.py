"""From values to items and back: fields of one name, emptiness stored as nothing."""

from collections.abc import Iterable
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.kernel.dynamodb import Record

_NOT_STORED: tuple[Any, ...] = ("", None, ())


def stored(one: Any, fields: Iterable[str]) -> dict[str, Any]:
    """A value's fields as a record takes them."""
    return {name: None if (value := getattr(one, name)) in _NOT_STORED else value for name in fields}


def changes(kind: type[Record], before: dict[str, Any], after: dict[str, Any]) -> list[Action]:
    """What to write so that `after` stands where `before` stood."""
    actions: list[Action] = []
    for name in (name for name in after if before[name] != after[name]):
        attribute: Any = getattr(kind, name)
        actions.append(attribute.remove() if after[name] is None else attribute.set(after[name]))
    return actions


def fields_of(kind: type[Any], *left_out: str) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return tuple(name for name in kind.__dataclass_fields__ if name not in left_out)
