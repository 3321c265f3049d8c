"""A page of the browser app, and who looks at it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """A page, who looks at it, and what proves that it is there."""

    path: str
    shows: str
    roles: tuple[str, ...] = ()
    signed_in: bool = True
    verified: bool = True
