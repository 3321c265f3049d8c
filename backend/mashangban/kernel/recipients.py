"""Who gets personal data from a room: said beside the code that hands it over, told in the rules of handling."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets personal data from a room (Art. 17, 21, 23), in words for its person: what, what for, by which law.

    `addresses` are the variables of the functions that name where it is sent; none for who only looks at it here.
    """

    name: str
    given: str
    purpose: str
    ground: str
    addresses: tuple[str, ...] = ()
