"""Wire shapes of policies and of the facts they ask for."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from mashangban.domains.policies.terms import Access, Answer, FactType
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import (
    MOST_CASES,
    MOST_MATERIALS,
    MOST_TAGS,
    PUBLICITY_DAYS,
    AwardKind,
    CreditRule,
    MaterialSource,
    Mode,
    PolicyState,
    Shelf,
    Topic,
    WindowState,
)
from mashangban.kernel.http.schemas import LINES, ONE_LINE, ListQuery, Schema

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,30}\.[a-z][a-z0-9_]{0,40}$")]
Region = Annotated[str, Field(pattern=r"^\d{2}(\d{2}){0,2}$")]
Fen = Annotated[int, Field(ge=0, lt=10**14)]
Line = Annotated[str, Field(max_length=80), ONE_LINE]
Text = Annotated[str, Field(max_length=600), LINES]
Tag = Annotated[str, Field(pattern=rf"^({'|'.join(Topic)}):.{{1,20}}$"), ONE_LINE]


class IndicatorField(Schema):
    """A field of a repeated fact."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,30}$")]
    label: Annotated[str, Field(min_length=1, max_length=30), ONE_LINE]
    type: FactType
    unit: Annotated[str, Field(max_length=10), ONE_LINE] = ""
    options: list[Annotated[str, Field(min_length=1, max_length=30), ONE_LINE]] = Field(
        default_factory=list, max_length=50
    )


class IndicatorForm(Schema):
    """A fact to be declared."""

    code: Code
    name: Annotated[str, Field(min_length=1, max_length=40), ONE_LINE]
    type: FactType
    department: Department
    unit: Annotated[str, Field(max_length=10), ONE_LINE] = ""
    options: list[Annotated[str, Field(min_length=1, max_length=30), ONE_LINE]] = Field(
        default_factory=list, max_length=50
    )
    fields: list[IndicatorField] = Field(default_factory=list, max_length=20)
    access: Access = Access.OFFICES


class IndicatorView(IndicatorForm):
    type_label: str
    department_label: str
    access_label: str


class IndicatorQuery(ListQuery):
    """The facts of one department."""

    department: Department


class ConditionForm(Schema):
    text: Annotated[str, Field(max_length=4000)]


class ConditionView(Schema):
    """What a condition says in plain words, clause by clause, and which facts it asks for."""

    clauses: list[str]
    facts: list[IndicatorView]


class TierForm(Schema):
    at_least: Annotated[int, Field(ge=0, lt=10**15)]
    amount: Fen


class AwardForm(Schema):
    """How much: fen; `rate` in ten-thousandths of the fact `base`; or by steps of it."""

    kind: AwardKind
    amount: Fen = 0
    rate: Annotated[int, Field(ge=0, le=10_000)] = 0
    base: Annotated[str, Field(max_length=80)] = ""
    cap: Fen = 0
    tiers: list[TierForm] = Field(default_factory=list, max_length=10)


class MaterialForm(Schema):
    """`fact` of a shared one, `licence` (a kind, as 安全生产许可证 is `safety`) of one that the licence library has."""

    name: Annotated[str, Field(min_length=1, max_length=40), ONE_LINE]
    source: MaterialSource
    fact: Annotated[str, Field(max_length=80)] = ""
    licence: Annotated[str, Field(max_length=40), ONE_LINE] = ""


class CaseForm(Schema):
    """An example enterprise: values of facts by code, money in fen, days as 2026-01-31."""

    name: Annotated[str, Field(min_length=1, max_length=30), ONE_LINE]
    facts: dict[Code, Any] = Field(max_length=40)
    expected: Answer


class EditionForm(Schema):
    """Everything a policy says. What is missing may stay empty until publication."""

    title: Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
    number: Line = ""
    department: Department
    basis: Annotated[str, Field(max_length=200), ONE_LINE] = ""
    summary: Annotated[str, Field(max_length=120), ONE_LINE] = ""
    audience: Annotated[str, Field(max_length=200), ONE_LINE] = ""
    condition: Annotated[str, Field(max_length=4000)] = ""
    award: AwardForm
    mode: Mode
    valid_from: date
    valid_until: date | None = None
    opens_on: date
    closes_on: date | None = None
    tags: list[Tag] = Field(default_factory=list, max_length=MOST_TAGS)
    materials: list[MaterialForm] = Field(default_factory=list, max_length=MOST_MATERIALS)
    cases: list[CaseForm] = Field(default_factory=list, max_length=MOST_CASES)
    steps: Text = ""
    payment: Line = ""
    phone: Annotated[str, Field(max_length=30), ONE_LINE] = ""
    review_days: Annotated[int, Field(ge=0, le=365)] = 0
    budget: Fen = 0
    exclusive: Annotated[str, Field(max_length=40), ONE_LINE] = ""
    credit: CreditRule = CreditRule.SEVERE
    publicity_days: Annotated[int, Field(ge=0, le=60)] = PUBLICITY_DAYS


class PolicyForm(EditionForm):
    """A new item of a region."""

    region: Region


class FindingView(Schema):
    field: str
    message: str


class PolicyView(Schema):
    """An item as its office sees it: the edition that is written or in force, and what is to be mended."""

    id: str
    region: str
    region_name: str
    title: str
    department_label: str
    state: PolicyState
    state_label: str
    shelf: Shelf
    shelf_label: str
    edition: int
    draft: int
    withdrawn: str | None
    version: int


class EditionView(Schema):
    """One version of an item: its number, its name, and whether it is in force or being written."""

    number: int
    title: str
    award: str
    opens_on: date
    closes_on: date | None
    standing: str


class DraftView(PolicyView):
    content: EditionForm
    award: str
    clauses: list[str]
    editions: list[EditionView]
    findings: list[FindingView]


class PolicyDone(Schema):
    id: str
    edition: int
    draft: int
    state: PolicyState
    version: int


class PolicyWithdrawal(Schema):
    reason: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]


class OfficeQuery(ListQuery):
    """An office's own items, the newest first: all, those on a shelf, or of a department."""

    region: Region
    shelf: Shelf | None = None
    department: Department | None = None


class OpenQuery(ListQuery):
    """Published items of a region: all, of a department or with a tag; and by the beginning of the name."""

    region: Region
    department: Department | None = None
    tag: Tag | None = None
    starts: Annotated[str, Field(max_length=30), ONE_LINE] = ""


class OpenView(Schema):
    """A published item in a list."""

    id: str
    title: str
    number: str
    region: str
    region_name: str
    department: Department
    department_label: str
    summary: str
    mode: Mode
    mode_label: str
    award: str
    opens_on: date
    closes_on: date | None
    window: WindowState
    window_label: str
    tags: list[str]


class MaterialView(MaterialForm):
    source_label: str


class PolicyDetail(OpenView):
    """A published item in full: its condition clause by clause in plain words."""

    edition: int
    basis: str
    audience: str
    clauses: list[str]
    condition: str
    valid_from: date
    valid_until: date | None
    materials: list[MaterialView]
    steps: str
    payment: str
    phone: str
    review_days: int
    publicity_days: int
    credit_label: str
    exclusive: str


class CalendarQuery(ListQuery):
    """What opens or closes in a month (2026-12)."""

    region: Region
    month: Annotated[str, Field(pattern=r"^20\d{2}-(0[1-9]|1[0-2])$")]


class CalendarEntry(Schema):
    day: date
    opens: bool
    policy: OpenView
