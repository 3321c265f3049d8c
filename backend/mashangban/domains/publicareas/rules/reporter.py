"""Whoever reports through a client of the protocol has one key. Pure."""

from dataclasses import dataclass

from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class ReporterKey:
    """A person's key as its hash; empty when there is none."""

    person_id: str
    hash: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("reporterkey", self.person_id)
