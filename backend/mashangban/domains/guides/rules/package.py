"""A life-event package: questions whose answers choose the cards, and the cards that lead to service items. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from mashangban.domains.guides.terms import GuideState, GuideTheme
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class When:
    """Holds when a question was answered with one of these choices."""

    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Asked when all of `when` hold; those name earlier questions only."""

    key: str
    text: str
    choices: tuple[Choice, ...]
    when: tuple[When, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to have done: which item (by its catalogue code), after which other cards, when at all."""

    key: str
    title: str
    code: str
    item_id: str
    after: tuple[str, ...] = ()
    when: tuple[When, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackageContent:
    """Everything that one edition of a package says."""

    name: str
    lead: str
    theme: GuideTheme
    questions: tuple[Question, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """The head of a package, as an item's: the last edition, the next one's hands, why it was withdrawn."""

    id: str
    region: str
    name: str
    state: GuideState
    edition: int = 0
    draft: bool = True
    why: str = ""
    writer_id: str = ""
    handed_by: str = ""
    returned: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("guidepackage", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region)


@dataclass(frozen=True, slots=True)
class Offered:
    """An edition of a package that stands."""

    id: str
    region: str
    edition: int
    content: PackageContent
