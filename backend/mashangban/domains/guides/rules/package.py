"""A life-event package: questions whose answers choose the cards, and the cards that lead to service items. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mashangban.domains.guides.terms import GuideState, GuideTheme, PosterPaper, PosterState
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
class Poster:
    """A typeset poster: of which edition, on which paper, and whether the file is there."""

    paper: PosterPaper
    document_id: str
    edition: int
    state: PosterState = PosterState.ORDERED


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
    writers: tuple[str, ...] = ()
    handed_by: str = ""
    returned: str = ""
    posters: tuple[Poster, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("guidepackage", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region)

    def with_poster(self, poster: Poster) -> "Package":
        """The head with the latest poster of each paper."""
        others = tuple(one for one in self.posters if one.paper is not poster.paper)
        return replace(self, posters=(*others, poster))

    def settled(self, document_id: str, state: PosterState) -> "Package":
        """The head once a poster came or could not be made; itself for one that is awaited no more."""
        awaited = next((one for one in self.posters if one.document_id == document_id), None)
        if awaited is None or awaited.state is not PosterState.ORDERED:
            return self
        return self.with_poster(replace(awaited, state=state))


@dataclass(frozen=True, slots=True)
class Offered:
    """An edition of a package that stands."""

    id: str
    region: str
    edition: int
    content: PackageContent
