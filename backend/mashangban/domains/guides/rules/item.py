"""A service item: who asks whom for what, with which papers, by when, where. Pure."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.guides.terms import (
    GuideAudience,
    GuideKind,
    GuideLevel,
    GuideState,
    GuideTheme,
    PaperMade,
    PaperNeed,
    PaperSource,
)
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Material:
    """One paper: how many originals and copies, who makes it; `licence` is the electronic one that may stand for it."""

    name: str
    need: PaperNeed
    form: PaperMade
    originals: int
    copies: int
    source: PaperSource
    licence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way, who takes it, and what comes of it; `days` are working days, 0 where it is done at once."""

    name: str
    who: str
    days: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """Where one goes: `hall_id` names a hall of the appointments room when there is one."""

    name: str
    address: str
    window: str
    hours: str
    hall_id: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """The law an item stands on, with its article."""

    law: str
    article: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that one edition of an item says. Time limits are working days; the fee is in fen.

    `no_materials` says that nothing has to be brought: no list of materials alone may be one that nobody wrote yet.
    """

    name: str
    words: tuple[str, ...]
    kind: GuideKind
    level: GuideLevel
    department: str
    audience: tuple[GuideAudience, ...]
    themes: tuple[GuideTheme, ...]
    basis: tuple[Basis, ...]
    conditions: str
    materials: tuple[Material, ...]
    steps: tuple[Stage, ...]
    legal_days: int | None
    promised_days: int | None
    visits: int
    fee_fen: int
    fee_note: str
    places: tuple[Window, ...]
    online: str
    phone: str
    complaints: str
    result: str
    valid_from: date
    valid_until: date | None = None
    no_materials: bool = False

    def holds(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Item:
    """The head of an item. `edition` is the last that was published, 0 for none; `draft` says that the next is written.

    `why` tells why it was withdrawn; `writers` wrote the draft, `handed_by` handed it to a second person (empty while
    nobody did), `returned` says why it came back; `revision` is the counting of the catalogue that feeds it,
    0 where none does.
    """

    id: str
    region: str
    code: str
    name: str
    state: GuideState
    edition: int = 0
    draft: bool = True
    why: str = ""
    writers: tuple[str, ...] = ()
    handed_by: str = ""
    returned: str = ""
    revision: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("guideitem", self.id)

    @property
    def place(self) -> Place:
        """The region whose office keeps it: a province's two digits, a city's four, a county's six."""
        return Place(self.region)
