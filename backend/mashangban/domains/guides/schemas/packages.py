"""Wire shapes of life-event packages: what an office writes, and the way along which somebody is led."""

from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.guides.schemas.items import GuideHead, GuideStep, Region
from mashangban.domains.guides.terms import (
    MOST_CARDS,
    MOST_CHOICES,
    MOST_QUESTIONS,
    GuideShelf,
    GuideTheme,
    PosterPaper,
)
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

Key = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,20}$")]
_Name = Annotated[str, Field(min_length=2, max_length=40), ONE_LINE]
_Note = Annotated[str, Field(max_length=200), LINES]


class GuideWhen(Schema):
    """Holds when the question was answered with one of the choices."""

    question: Key
    choices: list[Key] = Field(min_length=1, max_length=MOST_CHOICES)


class GuideChoice(Schema):
    key: Key
    label: Annotated[str, Field(min_length=1, max_length=40), ONE_LINE]


class GuideQuestion(Schema):
    """Asked when all of `when` hold; those name earlier questions."""

    key: Key
    text: _Name
    hint: _Note = ""
    choices: list[GuideChoice] = Field(max_length=MOST_CHOICES)
    when: list[GuideWhen] = Field([], max_length=MOST_QUESTIONS)


class GuideCard(Schema):
    """One thing to have done: an item by its catalogue code, after which other cards, when at all."""

    key: Key
    title: _Name
    code: str = Field(pattern=r"^[A-Za-z0-9-]{4,40}$")
    after: list[Key] = Field([], max_length=MOST_CARDS)
    when: list[GuideWhen] = Field([], max_length=MOST_QUESTIONS)
    note: _Note = ""


class GuidePackageContent(Schema):
    """What a package says: its questions, and the cards that the answers choose."""

    name: _Name
    lead: Annotated[str, Field(min_length=2, max_length=200), LINES]
    theme: GuideTheme
    questions: list[GuideQuestion] = Field([], max_length=MOST_QUESTIONS)
    cards: list[GuideCard] = Field([], max_length=MOST_CARDS)


class GuidePackageForm(Schema):
    """A new package of a region."""

    region: Region
    content: GuidePackageContent


class GuidePackagesQuery(Schema):
    """Packages of a region and of those above it."""

    region: Region


class GuideCardsQuery(Schema):
    """What is looked for in a county: items by a beginning of their names, or packages by words in them."""

    county: str = Field(pattern=r"^\d{6}$")
    kind: Literal["guide", "package"] = "guide"
    words: Annotated[str, Field(max_length=20)] = ""


class GuidePackageRow(Schema):
    id: str
    name: str
    lead: str
    theme_label: str
    region_name: str


class GuidePackageHeadsQuery(ListQuery):
    region: Region
    shelf: GuideShelf | None = None


class GuidePosterForm(Schema):
    """On which paper."""

    paper: PosterPaper


class GuidePosterOrdered(Schema):
    document_id: str


class GuidePosterView(Schema):
    """A typeset poster; `stale` where a later edition of the package stands."""

    paper: str
    paper_label: str
    document_id: str
    state: str
    state_label: str
    stale: bool


class GuidePackageWork(Schema):
    """A package as its office sees it: the draft or else the last edition, what is wrong with it, its link.

    `returned` and `actions` are as an item's.
    """

    head: GuideHead
    why: str
    returned: str
    actions: list[str]
    content: GuidePackageContent
    gaps: list[str]
    link: str
    posters: list[GuidePosterView]
    log: list[GuideStep]


class GuideWayQuery(Schema):
    """What was answered so far, `question:choice` parted by commas."""

    answers: Annotated[str, Field(pattern=r"^([a-z0-9_-]{1,20}:[a-z0-9_-]{1,20}(,|$))*$", max_length=450)] = (
        ""
    )

    @property
    def given(self) -> dict[str, str]:
        pairs = (one.partition(":") for one in self.answers.split(",") if one)
        return {question: choice for question, _, choice in pairs}


class GuideSaid(Schema):
    """A question that was answered, with the answer in words."""

    key: str
    text: str
    choice: str
    label: str


class GuideCardView(Schema):
    """A card with what its item says now; `item_id` is null where the item stands no longer."""

    key: str
    title: str
    note: str
    item_id: str | None
    name: str
    department: str
    where: str
    hall_id: str
    online: str
    promised_days: int
    visits: int
    state: str
    state_label: str
    waits_for: list[str]


class GuidePaperView(Schema):
    """A paper of the whole way, once; `wanted_by` are the cards that want it."""

    name: str
    need_label: str
    originals: int
    copies: int
    licence: str
    note: str
    wanted_by: list[str]
    ticked: bool


class GuideWay(Schema):
    """Where somebody stands: the next question, or else the cards and papers; `days` working days at best.

    `link` is what the package's one code carries: it opens the package on any phone.
    """

    id: str
    name: str
    lead: str
    region: str
    region_name: str
    edition: int
    link: str
    said: list[GuideSaid]
    question: GuideQuestion | None
    cards: list[GuideCardView]
    papers: list[GuidePaperView]
    days: int
