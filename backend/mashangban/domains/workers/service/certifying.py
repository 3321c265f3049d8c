"""What every act on a certificate shares: its next event, its answers, who is told, and its clock."""

from datetime import date, datetime
from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import Due
from mashangban.domains.workers import events
from mashangban.domains.workers.repository import certificates as repository
from mashangban.domains.workers.repository import skills
from mashangban.domains.workers.rules import certificate as rules
from mashangban.domains.workers.rules import lapsing, wording
from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.skill_listing import ListedLicence
from mashangban.domains.workers.schemas.certificates import (
    CheckView,
    LicenceDone,
    LicenceRow,
    LicenceView,
    ProjectLicenceRow,
)
from mashangban.domains.workers.schemas.teams import Named
from mashangban.domains.workers.terms import ContractState
from mashangban.domains.workers.terms.skills import CertificateState, Standing
from mashangban.files.schemas import LinkView
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event, Message, happened
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice

PAGE = "/workers/pages/certificate/index?id="
_MOST_CLERKS = 3


def next_event(
    act: Act,
    kind: str,
    one: Licence,
    role: Role,
    data: dict[str, Any] | None = None,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The next link of a certificate's chain."""
    version, chain = one.version + 1, one.chain
    return happened(
        act, kind, one.subject, data, role=role, version=version, previous=chain, messages=messages
    )


def fire(due: Due) -> None:
    """Act on one firing of a certificate's clock: remind its holder, or let it lapse and tell the sites too."""
    act = system_act("workers_clock", due.now)
    before = repository.licence(due.firing.deadline.subject.id)
    if due.firing.rung.name != lapsing.DUE:
        told = (_holder(before, "workers.certificate.expiring"),)
        event = next_event(act, events.CERTIFICATE_REMINDED, before, Role.SYSTEM, messages=told)
        repository.change(act, before, before, event, settles=due)
        return
    after = rules.lapse(before)
    event = next_event(act, events.CERTIFICATE_LAPSED, before, Role.SYSTEM, messages=_of_lapse(after))
    repository.change(act, before, after, event, settles=due)


def tell_of_check(one: Licence, contract: Contract) -> Message:
    """Tell the holder what came of the check."""
    agreed = one.standing is Standing.CHECKED and one.state is CertificateState.VALID
    kind = "workers.certificate.checked" if agreed else "workers.certificate.refused"
    reason = one.check.note if one.check and one.check.note else f"核对结果：{one.state.label}"
    return _holder(one, kind, project=contract.project.name, reason=reason)


def _of_lapse(one: Licence) -> tuple[Message, ...]:
    own = _holder(one, "workers.certificate.expired")
    works = [c.project for c in skills.contracts_of(one.person_id) if c.state is ContractState.SEALED]
    sites = {project.id: project.name for project in works}
    return (own, *(_site(one, project_id, name) for project_id, name in sites.items()))


def _holder(one: Licence, kind: str, **values: str) -> Message:
    return _tell(one, Whom(one.person_id), kind, **values)


def _site(one: Licence, project_id: str, name: str) -> Message:
    clerks = Grant(Role.LABOUR_CLERK, Scope("project", project_id))
    whom = Whom(posts=[clerks], most=_MOST_CLERKS)
    return _tell(one, whom, "workers.certificate.expired-at-site", project=name)


def _tell(one: Licence, whom: Whom, kind: str, **values: str) -> Message:
    day = wording.day(one.valid_until) if one.valid_until else ""
    return notice(
        whom,
        kind,
        {"worker": one.name_masked, "what": one.title, "day": day, **values},
        link=f"{PAGE}{one.id}",
        dedupe=f"{one.id}|{kind}|{one.version + 1}",
    )


def done(one: Licence, version: int | None = None) -> LicenceDone:
    """The small answer of an act."""
    return LicenceDone(
        id=one.id,
        title=one.title,
        standing=one.standing,
        standing_label=one.standing.label,
        version=version or one.version + 1,
    )


def row(one: Licence, today: date) -> LicenceRow:
    """A certificate in its holder's list."""
    return LicenceRow(
        id=one.id,
        kind=one.kind.kind,
        class_code=one.kind.code,
        class_name=one.kind.name,
        trade_code=one.trade.code if one.trade else None,
        title=one.title,
        number=one.number,
        valid_until=one.valid_until,
        state=one.state,
        state_label=one.state.label,
        standing=one.standing,
        standing_label=one.standing.label,
        usable=one.usable(today),
        days_left=(one.valid_until - today).days if one.valid_until else None,
        check=CheckView.model_validate(one.check) if one.check else None,
        version=one.version,
    )


def view(one: Licence, photo: LinkView | None, now: datetime, *, mine: bool, may_check: bool) -> LicenceView:
    """A certificate whole. Others see its number whole too: they hold it beside the paper."""
    running = lapsing.expiry(one)
    held = one.standing is not Standing.REMOVED
    own = ["renew", "remove"] if mine and held else []
    return LicenceView(
        **row(one, clock.local_date(now)).model_dump(),
        name_masked=one.name_masked,
        photo=photo,
        deadline=deadlines.explain(running, now) if running else None,
        actions=[*own, *(["check"] if may_check and held else [])],
        added_at=one.added_at,
    )


def listed_row(one: ListedLicence, today: date) -> ProjectLicenceRow:
    """A certificate in an office's list."""
    return ProjectLicenceRow(
        id=one.certificate_id,
        contract_id=one.contract_id,
        worker_name_masked=one.name_masked,
        title=one.title,
        number_masked=one.number,
        valid_until=one.valid_until,
        state_label=one.state.label,
        standing=one.standing,
        standing_label=one.standing.label,
        expired=one.valid_until is not None and one.valid_until < today,
        project=Named(id=one.project.id, name=one.project.name),
        employer=Named(id=one.employer.id, name=one.employer.name),
    )
