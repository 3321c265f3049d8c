"""Wire shapes of service items. Time limits are working days, fees are fen."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.guides.terms import (
    MOST_MATERIALS,
    MOST_PLACES,
    MOST_STEPS,
    MOST_THEMES,
    MOST_WORDS,
    GuideAudience,
    GuideKind,
    GuideLevel,
    GuideShelf,
    GuideTheme,
    PaperMade,
    PaperNeed,
    PaperSource,
)
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

Region = Annotated[str, Field(pattern=r"^\d{2}(\d{2}){0,2}$")]
_Name = Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
_Line = Annotated[str, Field(max_length=120), ONE_LINE]
_Note = Annotated[str, Field(max_length=200), ONE_LINE]
_Phone = Annotated[str, Field(pattern=r"^[0-9 ()/-]{0,40}$")]
_Days = Annotated[int, Field(ge=0, le=365)]


class GuideMaterial(Schema):
    name: _Name
    need: PaperNeed = PaperNeed.REQUIRED
    form: PaperMade = PaperMade.EITHER
    originals: int = Field(1, ge=0, le=20)
    copies: int = Field(0, ge=0, le=20)
    source: PaperSource = PaperSource.OWN
    licence: _Line = ""
    note: _Note = ""


class GuideStage(Schema):
    """A step of the way; `days` are working days, 0 where it is done at once."""

    name: _Name
    who: _Line
    days: _Days = 0
    note: _Note = ""


class GuideWindow(Schema):
    """Where one goes; `hall_id` names a hall that takes appointments."""

    name: _Name
    address: _Line
    window: _Line = ""
    hours: _Line = ""
    hall_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{0,40}$")] = ""


class GuideBasis(Schema):
    law: _Line
    article: _Line = ""


class GuideContent(Schema):
    """What an item says: the fields of the provinces' catalogues that a person needs."""

    name: _Name
    words: list[Annotated[str, Field(min_length=2, max_length=20), ONE_LINE]] = Field(
        [], max_length=MOST_WORDS
    )
    kind: GuideKind
    level: GuideLevel
    department: _Name
    audience: list[GuideAudience] = Field([], max_length=len(GuideAudience))
    themes: list[GuideTheme] = Field([], max_length=MOST_THEMES)
    basis: list[GuideBasis] = Field([], max_length=8)
    conditions: Annotated[str, Field(max_length=1000), LINES] = ""
    materials: list[GuideMaterial] = Field([], max_length=MOST_MATERIALS)
    steps: list[GuideStage] = Field([], max_length=MOST_STEPS)
    legal_days: _Days | None = None
    promised_days: _Days | None = None
    visits: int = Field(1, ge=0, le=9)
    fee_fen: int = Field(0, ge=0, le=100_000_000)
    fee_note: _Note = ""
    places: list[GuideWindow] = Field([], max_length=MOST_PLACES)
    online: _Note = ""
    phone: _Phone = ""
    complaints: _Phone = ""
    result: _Line = ""
    valid_from: date
    valid_until: date | None = None
    no_materials: bool = False


class GuideForm(Schema):
    """A new item: whose it is, its code in the catalogue, and what it says so far."""

    region: Region
    code: str = Field(pattern=r"^[A-Za-z0-9-]{4,40}$")
    content: GuideContent


class GuideWithdrawal(Schema):
    why: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]


class GuideReturn(Schema):
    """Why a draft comes back, for whoever wrote it."""

    why: Annotated[str, Field(min_length=2, max_length=200), ONE_LINE]


class GuideFollow(Schema):
    """Whether one hears when an item changes."""

    on: bool


class GuideFollowed(Schema):
    """An item whose changes one hears of."""

    item_id: str


class GuideDone(Schema):
    """What an act answers."""

    id: str
    state: str
    state_label: str
    edition: int
    draft: bool
    submitted: bool


class GuideRow(Schema):
    """A published item in a list: what it is, how long it takes, whether one has to go there."""

    id: str
    name: str
    region: str
    region_name: str
    department: str
    promised_days: int
    visits: int
    online: bool
    in_force: bool


class GuideView(Schema):
    """A published item, whole; `digest` is the SHA-256 of this edition, which the log keeps."""

    id: str
    code: str
    region: str
    region_name: str
    edition: int
    published_on: date
    digest: str
    in_force: bool
    kind_label: str
    level_label: str
    audience_labels: list[str]
    theme_labels: list[str]
    content: GuideContent


class GuidesQuery(ListQuery):
    """Items of a region and of those above it; `word` is the beginning of what one calls it."""

    region: Region
    theme: GuideTheme | None = None
    word: Annotated[str, Field(max_length=20)] = ""


class GuideHead(Schema):
    """An item on the office's desk; `returned` says that a colleague sent the draft back."""

    id: str
    region: str
    code: str
    name: str
    state: str
    state_label: str
    shelf: str
    shelf_label: str
    edition: int
    draft: bool
    returned: bool


class GuideHeadsQuery(ListQuery):
    region: Region
    shelf: GuideShelf | None = None


class GuideStep(Schema):
    at: datetime
    label: str
    by_label: str
    hash: str


class GuideWork(Schema):
    """An item as its office sees it: the draft, or else its last edition; what the draft lacks; what came before.

    `returned` is why a colleague sent it back; `actions` are the reader's: rewrite, submit, return, publish, withdraw.
    """

    head: GuideHead
    why: str
    returned: str
    actions: list[str]
    content: GuideContent
    gaps: list[str]
    log: list[GuideStep]
