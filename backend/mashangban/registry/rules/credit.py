"""A credit fact: what an enterprise did or left undone, who says so by which reference, and when. Pure."""

from dataclasses import dataclass
from datetime import datetime

from mashangban.kernel.events import Subject
from mashangban.registry.terms import CreditLevel


@dataclass(frozen=True, slots=True)
class CreditFact:
    """One fact; `reference` is the matter it comes from. Never changed: a wrong mended is another fact."""

    enterprise_id: str
    kind: str
    level: CreditLevel
    reason: str
    reference: str
    at: datetime

    @property
    def subject(self) -> Subject:
        return Subject("credit_fact", f"{self.enterprise_id}.{self.reference}.{self.level.value}")
