"""Standing authorisation: an operator agrees beforehand to a bounded number of contracts at one project."""

from dataclasses import dataclass
from datetime import date, datetime

from mashangban.kernel.events import Subject


@dataclass(frozen=True, slots=True)
class Authorisation:
    """Recorded, revocable, bounded by number and by the end of `until` (documents.md, who signs what)."""

    id: str
    enterprise_id: str
    project_id: str
    project_name: str
    operator_id: str
    operator_name_masked: str
    until: date
    limit: int
    used: int
    revoked: bool
    granted_at: datetime
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("authorisation", self.id)

    def usable(self, on: date) -> bool:
        return not self.revoked and on <= self.until and self.used < self.limit


def pick(candidates: list[Authorisation], on: date) -> Authorisation | None:
    """The usable authorisation that ends first, so that later ones keep their room."""
    usable = [one for one in candidates if one.usable(on)]
    return min(usable, key=lambda one: (one.until, one.granted_at), default=None)
