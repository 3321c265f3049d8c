"""Words that agents send again and again, kept under a short name: one's own, or a department's. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Canned:
    """One text. `owner_id` is a person or a department; a withdrawn one has no text."""

    id: str
    owner_id: str
    shortcut: str
    text: str
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("helpcanned", self.id)


def moved(one: Canned, there: Iterable[Canned], owner_id: str) -> Canned:
    """A department's words are those of the one it goes into; what that has word for word is kept once."""
    known = one.text in {each.text for each in there}
    return replace(one, text="") if known else replace(one, owner_id=owner_id)
