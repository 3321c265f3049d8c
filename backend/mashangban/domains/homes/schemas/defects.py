"""Wire shapes of defects: what the home's side, the builder's side and the regulators send and see."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.homes.schemas.estates import Id
from mashangban.domains.homes.terms import MOST_PHOTOS, Category, Payer, Severity
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import LINES, ONE_LINE, ListQuery, Schema

Words = Annotated[str, Field(min_length=2, max_length=500), LINES]
MayBeWords = Annotated[str, Field(max_length=500), LINES]
Photos = Annotated[list[Id], Field(max_length=MOST_PHOTOS)]
Share = Annotated[float, Field(ge=0, le=1)]


class SpotForm(Schema):
    """A room of the home, and a pin on its plan: x and y from 0 to 1, from the upper left corner."""

    room: Annotated[str, Field(min_length=1, max_length=20), ONE_LINE]
    x: Share | None = None
    y: Share | None = None


class Report(Schema):
    """A defect as it is reported."""

    category: Category
    severity: Severity = Severity.ORDINARY
    spot: SpotForm
    text: MayBeWords = ""
    photos: Photos = []


class LikelyQuery(Schema):
    """What is about to be reported."""

    category: Category
    room: str = Field("", max_length=20)


class DefectReason(Schema):
    text: Words


class Contractor(Schema):
    """Who repairs it; empty for the builder itself."""

    enterprise_id: str = Field("", max_length=64)


class Appointment(Schema):
    visit_at: AwareDatetime
    text: MayBeWords = ""


class VisitForm(Schema):
    """Somebody was there: what they found, and photographs of it."""

    text: MayBeWords = ""
    photos: Photos = []


class RepairForm(Schema):
    """Repaired: how it looked before (empty: as the visit showed it) and now; its cost and payer, where known."""

    before: Photos = []
    after: Photos = Field(min_length=1)
    text: MayBeWords = ""
    cost_fen: int | None = Field(None, ge=0, le=100_000_000)
    payer: Payer = Payer.BUILDER


class Rejection(Schema):
    """Not fixed: what is still wrong."""

    text: Words
    photos: Photos = []


class Rating(Schema):
    stars: int = Field(ge=1, le=5)
    text: MayBeWords = ""


class RepairOrder(Schema):
    """A regulator orders the repair by a day."""

    by: date
    text: Words


class DefectDone(Schema):
    """What an act answers: where the defect stands now."""

    id: str
    number: str
    state: str
    state_label: str


class CoverView(Schema):
    """What the warranty table says; `checked` is false for what was not read in the official text."""

    cover: str
    cover_label: str
    until: date | None
    sentence: str
    payer: str
    article: str
    source: str
    basis: str
    checked: bool


class DefectRow(Schema):
    """A defect in a list."""

    id: str
    number: str
    estate_name: str
    home_label: str
    room: str
    category: str
    category_label: str
    severity: str
    severity_label: str
    state: str
    state_label: str
    climb: str
    climb_label: str
    contractor: str
    rejections: int
    visit_at: datetime | None
    issue_id: str | None
    reported_at: datetime


class RepairRow(DefectRow):
    """A defect in the list of whoever repairs it: the clock that runs out first."""

    due_label: str
    due_at: datetime | None
    overdue: bool


class LikelyView(Schema):
    """A defect that may be the same. Of another household: floor, room and kind alone, and the issue it belongs to."""

    id: str | None
    place: str
    category_label: str
    state_label: str
    reported_on: date
    score: int
    reasons: list[str]
    own: bool
    issue_id: str | None


class LikelyList(Schema):
    """Before reporting: what the warranty says, and what may have been reported already."""

    warranty: CoverView
    likely: list[LikelyView]


class RepairView(Schema):
    """`cost_fen` and `payer_label` are for the builder's side and the regulators."""

    before: list[LinkView]
    after: list[LinkView]
    at: datetime
    cost_fen: int | None
    payer_label: str | None


class DefectStep(Schema):
    at: datetime
    label: str
    by_label: str
    text: str
    hash: str


class DefectView(Schema):
    """A defect whole, for its home's side, the builder's side and the regulators."""

    id: str
    row: DefectRow
    home_id: str
    text: str
    photos: list[LinkView]
    x: float | None
    y: float | None
    plan_url: str | None
    warranty: CoverView
    found: list[LinkView]
    repair: RepairView | None
    order_by: date | None
    stars: int
    reopen_until: datetime | None
    deadlines: list[DeadlineView]
    log: list[DefectStep]
    actions: list[str]


class DefectsQuery(ListQuery):
    """`where`: an estate's id or a county's six digits; `bucket`: open, late or ended; `building` of an estate."""

    where: str = Field(min_length=6, max_length=64)
    bucket: str = Field("open", pattern=r"^(open|late|ended)$")
    building: str = Field("", max_length=20)


class RepairsQuery(ListQuery):
    """`contractor`: the enterprise that was told to repair; the builder itself where its own people do."""

    contractor: Id


class Cell(Schema):
    key: str
    label: str
    count: int


class DefectBoardQuery(Schema):
    """`where`: province (2 digits), city (4), county (6), or an estate's id."""

    where: str = Field(min_length=2, max_length=64)


class DefectBoard(Schema):
    """Defects of a region or an estate; states and parts of open ones.

    `cost_fen` is what repairs cost where somebody said so (`cost_cases`), by who bore it (`payers`, in fen). Of
    `repaired`, `repeats` came again: opened again, or the same kind in the same home within ninety days.
    """

    where: str
    name: str
    open: int
    late: int
    again: int
    ended: int
    cost_fen: int
    cost_cases: int
    payers: list[Cell]
    repaired: int
    repeats: int
    repeat_percent: int | None
    states: list[Cell]
    climbs: list[Cell]
    categories: list[Cell]
    buildings: list[Cell]
    contractors: list[Cell]
    parts: list[Cell]


class Promise(Schema):
    """A builder's public page: rates in percent with the number of cases behind each; null where there are none."""

    builder_id: str
    builder_name: str
    cases: int
    answered: int
    answered_percent: int | None
    answer_hours: float | None
    fixed: int
    fixed_percent: int | None
    fix_days: float | None
    again: int
    again_percent: int | None
    rated: int
    stars: float | None
