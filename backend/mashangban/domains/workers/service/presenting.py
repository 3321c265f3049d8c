"""From what is known inside to what a caller may see."""

from mashangban.deadlines import service as deadlines
from mashangban.domains.workers import permissions
from mashangban.domains.workers.rules import timeline, waiting, wording
from mashangban.domains.workers.rules.amending import Amendment
from mashangban.domains.workers.rules.contract import Contract, Site
from mashangban.domains.workers.rules.listing import Listed
from mashangban.domains.workers.rules.team import Job as TeamJob
from mashangban.domains.workers.rules.team import Poster, Team
from mashangban.domains.workers.schemas import (
    AmendmentView,
    ContractDone,
    ContractRow,
    ContractView,
    Job,
    MemberRow,
    Pay,
    TeamRow,
    TeamView,
)
from mashangban.domains.workers.schemas.contracts import (
    ContractCertificate,
    DocumentView,
    PlainPart,
    Terms,
    TimelineStep,
    TradeBrief,
    TrainedBrief,
    WorkerBrief,
)
from mashangban.domains.workers.schemas.teams import Named as NamedView
from mashangban.domains.workers.schemas.teams import PosterView, ProjectBrief
from mashangban.domains.workers.terms import AmendmentState, ContractState, Trade
from mashangban.employment.rules import Named
from mashangban.kernel import clock, codes
from mashangban.kernel.permissions import Permission, Principal
from mashangban.kernel.settings import settings

CODE_PURPOSE = "team"
_DOCUMENT_STATUS = {
    ContractState.COUNTERSIGNED: "sealing",
    ContractState.SEALED: "sealed",
    ContractState.FAILED: "failed",
    ContractState.ENDED: "sealed",
    ContractState.EXPIRED: "sealed",
}


def named(value: Named) -> NamedView:
    """A party by id and name."""
    return NamedView(id=value.id, name=value.name)


def project_brief(site: Site) -> ProjectBrief:
    """The project as it stood when the contract was offered."""
    return ProjectBrief(id=site.id, name=site.name, county_name=site.county_name, address=site.address)


def trade_brief(trade: Trade) -> TradeBrief:
    """A trade by code and name."""
    return TradeBrief(code=trade.code, name=trade.name)


def job(offered: TeamJob) -> Job:
    """A job with what it asks for and pays."""
    trade = offered.trade
    return Job(
        trade_code=trade.code,
        trade_name=trade.name,
        high_risk=trade.high_risk,
        certificate=trade.certificate,
        pay=Pay.model_validate(offered.pay),
    )


def team_row(team: Team) -> TeamRow:
    """A team as lists show it."""
    return TeamRow(
        id=team.id,
        name=team.name,
        employer=named(team.employer),
        foreman_name_masked=team.foreman_name_masked,
        open=team.open,
        jobs=[job(one) for one in team.jobs],
    )


def team_view(team: Team) -> TeamView:
    """A team with its join code."""
    code = codes.issue(CODE_PURPOSE, team.code_body)
    return TeamView(
        **team_row(team).model_dump(),
        project=project_brief(team.project),
        code=code,
        code_url=join_url(team),
        code_version=team.code_version,
        poster=poster_view(team.poster) if team.poster else None,
        version=team.version,
    )


def poster_view(poster: Poster) -> PosterView:
    """How far the latest notice board is."""
    return PosterView(document_id=poster.document_id, state=poster.state, state_label=poster.state.label)


def join_url(team: Team) -> str:
    """The link in a team's QR: WeChat's "scan an ordinary link" rule wants a path prefix ending in a slash."""
    return f"{settings().public_url}/j/{codes.issue(CODE_PURPOSE, team.code_body)}"


def done(contract: Contract, version: int | None = None) -> ContractDone:
    """The small answer of an act: kept with it for a repeated submission."""
    return ContractDone(
        id=contract.id,
        number=contract.number,
        state=contract.state,
        state_label=contract.state.label,
        version=version if version is not None else contract.version + 1,
    )


def row(contract: Contract) -> ContractRow:
    """A contract as lists show it."""
    return ContractRow(
        id=contract.id,
        number=contract.number,
        state=contract.state,
        state_label=contract.state.label,
        project=NamedView(id=contract.project.id, name=contract.project.name),
        employer=named(contract.employer),
        team=named(contract.team),
        worker_name_masked=contract.worker.name_masked,
        trade=trade_brief(contract.trade),
        opened_at=contract.milestones.opened_at,
    )


def listed_row(one: Listed) -> ContractRow:
    """A row of an office's list."""
    return ContractRow(
        id=one.contract_id,
        number=one.number,
        state=one.state,
        state_label=one.state.label,
        project=named(one.project),
        employer=named(one.employer),
        team=named(one.team),
        worker_name_masked=one.worker_name_masked,
        trade=trade_brief(one.trade),
        opened_at=one.opened_at,
    )


def member_row(one: Listed) -> MemberRow:
    """The same for a foreman: who joined and how far, nothing more."""
    return MemberRow(
        contract_id=one.contract_id,
        worker_name_masked=one.worker_name_masked,
        trade_name=one.trade.name,
        state=one.state,
        state_label=one.state.label,
        opened_at=one.opened_at,
    )


def contract_view(contract: Contract, amendments: list[Amendment], actor: Principal) -> ContractView:
    """A contract whole, with what this caller may do next."""
    running = waiting.present(contract)
    deadline = deadlines.explain(running, clock.now()) if running else None
    due_at = deadline.due_at if deadline else None
    certificate = contract.certificate
    return ContractView(
        **{name: value for name, value in row(contract).model_dump().items() if name in _SHARED},
        project=project_brief(contract.project),
        worker=WorkerBrief(
            name_masked=contract.worker.name_masked, id_number_masked=contract.worker.id_number_masked
        ),
        certificate=ContractCertificate.model_validate(certificate) if certificate else None,
        training=TrainedBrief.model_validate(contract.training) if contract.training else None,
        terms=Terms.model_validate(wording.terms_of(contract)),
        notes=[*contract.notes, *_reasons(contract)],
        document=document_view(contract),
        timeline=[TimelineStep.model_validate(step) for step in timeline.timeline(contract, due_at)],
        deadline=deadline,
        plain=[PlainPart.model_validate(part) for part in wording.plain(contract)],
        actions=actions(contract, amendments, actor),
        amendments=[amendment_view(one) for one in amendments],
        version=contract.version,
    )


def _reasons(contract: Contract) -> list[str]:
    """Why it stopped, in words for both sides."""
    if contract.reason is None or contract.state not in (ContractState.FAILED, ContractState.REFUSED):
        return []
    return [f"原因：{contract.reason}"]


_SHARED = {"id", "number", "state", "state_label", "employer", "team", "trade", "opened_at"}


def document_view(contract: Contract) -> DocumentView:
    """Where the file stands, and how anyone can verify it."""
    ready = "ready" if contract.document_sha256 else "preparing"
    code = contract.verify_code
    return DocumentView(
        status=_DOCUMENT_STATUS.get(contract.state, ready),
        document_id=contract.document_id if contract.document_sha256 else None,
        sha256=contract.document_sha256,
        sealed_sha256=contract.sealed_sha256,
        verify_url=f"{settings().public_url}/verify/{code}" if code else None,
    )


def amendment_view(amendment: Amendment) -> AmendmentView:
    """An amendment with what it changes."""
    return AmendmentView(
        id=amendment.id,
        kind=amendment.kind,
        kind_label=amendment.kind.label,
        state=amendment.state,
        state_label=amendment.state.label,
        by_worker=amendment.by_worker,
        reason=amendment.reason,
        effective_on=amendment.effective_on,
        differences=list(amendment.differences),
        document_id=amendment.document_id if amendment.document_sha256 else None,
        document_sha256=amendment.document_sha256,
        at=amendment.at,
    )


def actions(contract: Contract, amendments: list[Amendment], actor: Principal) -> list[str]:
    """The buttons to show: what the state allows and this caller may do."""
    mine = actor.person_id == contract.worker.person_id
    state, times = contract.state, contract.milestones
    operator = _may(actor, permissions.COUNTERSIGN, contract)
    office = operator or _may(actor, permissions.REFUSE, contract)
    early = state in (ContractState.OFFERED, ContractState.WORKER_SIGNED, ContractState.FAILED)
    offered = {
        "sign": mine and state is ContractState.OFFERED and contract.document_sha256 is not None,
        "withdraw": mine and early and times.countersigned_at is None,
        "countersign": operator and state is ContractState.WORKER_SIGNED,
        "refuse": office and state in (ContractState.OFFERED, ContractState.WORKER_SIGNED),
        "retry": office and state is ContractState.FAILED,
        "amend": (mine or operator) and state is ContractState.SEALED and contract.open_amendment is None,
    }
    answers = [a for a in amendments if a.id == contract.open_amendment]
    if any(mine and a.state is AmendmentState.PROPOSED for a in answers):
        offered["answer_amendment"] = True
    if any(operator and a.state is AmendmentState.REQUESTED for a in answers):
        offered["answer_amendment"] = True
    return [name for name, possible in offered.items() if possible]


def _may(actor: Principal, permission: Permission, contract: Contract) -> bool:
    return actor.holds(permission) and actor.reach(permission).covers(contract.place)
