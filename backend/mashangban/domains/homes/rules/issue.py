"""A parent issue: one fault of a building or a batch, with many reports. Each household confirms its own. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.homes import errors
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.rules.estate import Named
from mashangban.domains.homes.terms import Category
from mashangban.kernel import publicwords
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault behind many reports. Its title is an office's words and names no household."""

    id: str
    number: str
    estate_id: str
    estate_name: str
    region: str
    builder: Named
    category: Category
    title: str
    opened_at: datetime
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("homesissue", self.id)

    @property
    def place(self) -> Place:
        """Where it stands for the builder's own people and the regulators."""
        return Place(self.region, frozenset({self.builder.id}))


def public(text: str) -> str:
    """An office's words as every household reads them, without personal data. Raises RudeWords."""
    if publicwords.insulting(text):
        raise publicwords.RudeWords()
    return publicwords.masked(text)


def join(one: Defect, issue: Issue) -> Defect:
    """A report becomes one of the issue's; it stays its household's own. Raises NotOneFault, WrongStep."""
    if one.estate_id != issue.estate_id or one.category is not issue.category:
        raise errors.NotOneFault()
    if one.issue_id:
        raise errors.AlreadyJoined()
    if not one.state.open:
        raise errors.WrongStep()
    return replace(one, issue_id=issue.id)
