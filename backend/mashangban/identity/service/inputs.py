"""Typed identifiers read, or refused with the name of their field."""

from collections.abc import Callable
from typing import TypeVar

from mashangban.identity.identifiers import WrongIdentifier
from mashangban.kernel.errors import FieldError, Invalid

T = TypeVar("T")


def read(field: str, parse: Callable[[str], T], typed: str) -> T:
    """Parse an identifier; a wrong one becomes an Invalid that names its field."""
    try:
        return parse(typed)
    except WrongIdentifier as wrong:
        raise Invalid(errors=[FieldError(field, str(wrong))]) from wrong
