"""What the outside sends has an end: every text and every list of a body or a query, whatever it is nested in."""

import re
import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from checks import house

_MANY = (list, tuple, set, frozenset, dict)
# In a pattern: what stands for one letter, and what repeats without end.
_LETTERS = re.compile(r"\\.|\[[^\]]*\]")
_ENDLESS = re.compile(r"[+*]|\{\d+,\}")


def test_every_text_and_every_list_that_comes_in_is_bounded() -> None:
    shapes = {
        shape
        for route in house.routes()
        if route.contract is not None
        for shape in (route.contract.body, route.contract.query)
        if shape is not None and shape is not bytes
    }
    assert len(shapes) > 100
    assert sorted({place for shape in shapes for place in _endless(shape, shape.__name__, ())}) == []


def _endless(kind: Any, place: str, said: Sequence[Any]) -> Iterator[str]:
    """The places within a type where a text or a list may be of any length."""
    if (get_origin(kind) in _MANY or kind is str) and not any(map(_ends, said)):
        yield place
    for inner, its_place, constraints in _within(kind, place, said):
        yield from _endless(inner, its_place, constraints)


def _within(kind: Any, place: str, said: Sequence[Any]) -> Iterator[tuple[Any, str, Sequence[Any]]]:
    """What a type is made of, each with its place and what is said of it."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield parts[0], place, (*said, *parts[1:])
    elif origin in (Union, types.UnionType):
        yield from ((part, place, said) for part in parts)
    elif origin in _MANY:
        yield from ((part, f"{place}[]", ()) for part in parts)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            yield field.annotation, f"{place}.{name}", field.metadata


def _ends(constraint: Any) -> bool:
    """A longest length, or a pattern that repeats nothing without end."""
    if isinstance(constraint, FieldInfo):
        return any(map(_ends, constraint.metadata))
    longest = isinstance(constraint, MaxLen) or getattr(constraint, "max_length", None) is not None
    pattern = getattr(constraint, "pattern", None)
    return longest or (pattern is not None and not _ENDLESS.search(_LETTERS.sub("", str(pattern))))
