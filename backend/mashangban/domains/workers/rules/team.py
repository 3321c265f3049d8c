"""A team, its jobs and its code; the site's public information."""

from dataclasses import dataclass

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules.contract import Site
from mashangban.domains.workers.terms import PosterState, Trade
from mashangban.employment.rules import Named, Pay
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Job:
    """A kind of work a team offers and what it pays."""

    trade: Trade
    pay: Pay


@dataclass(frozen=True, slots=True)
class PhoneLine:
    label: str
    phone: str


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """维权信息告示牌, the part a project fills in itself (条例 Art. 34)."""

    project_id: str
    labour_clerk_name: str
    labour_clerk_phone: str
    project_office: str
    authority: str
    minimum_wage_fen: int
    pay_day: int
    complaint_phones: tuple[PhoneLine, ...]
    insurance: tuple[str, ...]
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("site", self.project_id)


@dataclass(frozen=True, slots=True)
class Poster:
    """The latest notice board printed for a team: an A3 file of the documents room."""

    document_id: str
    state: PosterState


@dataclass(frozen=True, slots=True)
class Team:
    """A team 班组 of an employer at a project. Its code is static, versioned and revocable."""

    id: str
    name: str
    project: Site
    employer: Named
    general_contractor: Named
    foreman_id: str
    foreman_name_masked: str
    jobs: tuple[Job, ...]
    open: bool
    code_body: str
    code_version: int
    poster: Poster | None = None
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("team", self.id)

    @property
    def place(self) -> Place:
        orgs = frozenset({self.employer.id, self.general_contractor.id})
        return Place(self.project.region, orgs, self.project.id, frozenset({self.foreman_id}))

    def job(self, trade_code: str) -> Job:
        """The job of a trade. Raises TeamClosed or TradeNotOffered."""
        if not self.open:
            raise errors.TeamClosed()
        for job in self.jobs:
            if job.trade.code == trade_code:
                return job
        raise errors.TradeNotOffered()
