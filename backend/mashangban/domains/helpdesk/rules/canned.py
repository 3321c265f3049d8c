"""Words that agents send again and again, kept under a short name: one's own, or a department's. Pure."""

from dataclasses import dataclass

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
