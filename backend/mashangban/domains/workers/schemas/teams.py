"""Teams, their codes, the site's public information, authorisations and the board."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.workers.terms import ContractState, PosterState
from mashangban.employment.terms import PayBasis
from mashangban.kernel.http.schemas import ONE_LINE, Schema

Id = Annotated[str, Field(min_length=1, max_length=40)]
Name = Annotated[str, Field(min_length=2, max_length=40), ONE_LINE]
Label = Annotated[str, Field(min_length=2, max_length=20), ONE_LINE]
Office = Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
UnitOfWork = Annotated[str, Field(min_length=1, max_length=10), ONE_LINE]
Mobile = Annotated[str, Field(pattern=r"^1[3-9][0-9]{9}$")]
TradeCode = Annotated[str, Field(pattern=r"^[0-9]{3}$")]
Phone = Annotated[str, Field(pattern=r"^[0-9+\-转 ]{3,20}$")]
Fen = Annotated[int, Field(ge=1, le=100_000_000)]


class Pay(Schema):
    """How work is paid: `amount_fen` for one `unit`, paid out every month on `pay_day`."""

    basis: PayBasis
    amount_fen: Fen
    unit: UnitOfWork
    pay_day: int = Field(ge=1, le=28)
    pay_method: Literal["bank"] = "bank"


class JobForm(Schema):
    trade_code: TradeCode
    pay: Pay


class Job(JobForm):
    """A kind of work a team offers, with its pay."""

    trade_name: str
    high_risk: bool
    certificate: str | None


class PhoneLine(Schema):
    label: Label
    phone: Phone


class Named(Schema):
    id: str
    name: str


class ProjectBrief(Named):
    county_name: str
    address: str


class ClerkBrief(Schema):
    name_masked: str
    phone: str


class TeamCard(Schema):
    """What a worker sees after scanning: who employs, what work, how much, when paid."""

    team_id: str
    team_name: str
    project: ProjectBrief
    employer: Named
    general_contractor: Named
    foreman_name_masked: str
    labour_clerk: ClerkBrief | None
    jobs: list[Job]
    insurance: list[str]
    complaint_phones: list[PhoneLine]
    open: bool


class TeamForm(Schema):
    enterprise_id: Id
    name: Name
    foreman_phone: Mobile
    jobs: list[JobForm] = Field(min_length=1, max_length=20)


class TeamChange(Schema):
    """Fields left out stay as they are."""

    name: Name | None = None
    jobs: list[JobForm] | None = Field(None, min_length=1, max_length=20)
    open: bool | None = None


class TeamRow(Schema):
    id: str
    name: str
    employer: Named
    foreman_name_masked: str
    open: bool
    jobs: list[Job]


class PosterView(Schema):
    """The latest notice board: its file is open to read once it is `ready`."""

    document_id: str
    state: PosterState
    state_label: str


class TeamView(TeamRow):
    project: ProjectBrief
    code: str
    code_url: str
    code_version: int
    poster: PosterView | None
    version: int


class SiteForm(Schema):
    """The items of the rights notice board 维权信息告示牌 (条例 Art. 34) that the site itself must fill in."""

    labour_clerk_name: Name
    labour_clerk_phone: Phone
    project_office: Office
    authority: Office
    minimum_wage_fen: Fen
    pay_day: int = Field(ge=1, le=28)
    complaint_phones: list[PhoneLine] = Field(min_length=1, max_length=8)
    insurance: list[Label] = Field(default_factory=lambda: ["工伤保险"], max_length=8)


class SiteView(SiteForm):
    version: int


class Unit(Schema):
    enterprise_id: str
    name: str
    kind: str


class Counts(Schema):
    offered: int = 0
    worker_signed: int = 0
    sealed: int = 0


class ProjectCard(Schema):
    id: str
    name: str
    county_name: str
    my_roles: list[str]
    counts: Counts


class ProjectView(ProjectCard):
    address: str
    units: list[Unit]
    teams: list[TeamRow]
    site: SiteView | None


class MemberRow(Schema):
    """One person of a team, as the foreman may see them."""

    contract_id: str
    worker_name_masked: str
    trade_name: str
    state: ContractState
    state_label: str
    opened_at: datetime


class PosterOrdered(Schema):
    document_id: str


class AuthorisationForm(Schema):
    """A standing authorisation to countersign: at most `limit` contracts until the end of `until`."""

    enterprise_id: Id
    project_id: Id
    until: date
    limit: int = Field(ge=1, le=500)


class AuthorisationView(Schema):
    id: str
    enterprise_id: str
    project_id: str
    project_name: str
    until: date
    limit: int
    used: int
    revoked: bool
    granted_at: datetime


class BoardQuery(Schema):
    region: str = Field(pattern=r"^[0-9]{2}([0-9]{2}){0,2}$")


class BoardCell(Schema):
    key: str
    label: str
    count: int


class BoardView(Schema):
    """Roll-ups of one region: contracts by state, trade and age; `parts` are the regions or projects below.

    `certificates` are valid ones by class at the projects where their holders work, `certificates_invalid` those that
    ran out or were refused, `certificates_unchecked` those no employer has checked; `trained` are workers in force with
    a recorded training at their project within a year.
    """

    region: str
    region_name: str
    states: list[BoardCell]
    trades: list[BoardCell]
    ages: list[BoardCell]
    parts: list[BoardCell]
    certificates: list[BoardCell]
    certificates_invalid: int
    certificates_unchecked: int
    trained: int
