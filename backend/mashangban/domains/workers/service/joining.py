"""Scan to register: from a team's code to an offered contract."""

from dataclasses import dataclass

from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.repository import contracts, teams
from mashangban.domains.workers.rules import joining
from mashangban.domains.workers.rules.contract import Contract, Milestones, Period, Worker
from mashangban.domains.workers.rules.team import Team
from mashangban.domains.workers.schemas import Application, ContractDone
from mashangban.domains.workers.service import gates, orders, presenting
from mashangban.domains.workers.terms import ContractState
from mashangban.employment.rules import Named
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_citizen_id, mask_name
from mashangban.kernel import clock, codes, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import RealNameRequired
from mashangban.kernel.events import happened
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry


@dataclass(frozen=True, slots=True)
class _Joining:
    """An application with everything it refers to."""

    team: Team
    person: identity.RealName
    application: Application


def apply(act: Act, application: Application) -> ContractDone:
    """A worker joins a team: the gates are checked, the offer is written and its document ordered.

    Raises AlteredCode, CodeRevoked, TeamClosed, TradeNotOffered, TooYoungOrOld, CertificateMissing, CertificateExpired,
    TrainingMissing, PeriodWrong, SecondOpenContract.
    """
    act.actor.reach(permissions.JOIN)
    person = identity.real_name(act.actor.person_id)
    if person is None:
        raise RealNameRequired()
    team = teams.team_of_code(codes.read(presenting.CODE_PURPOSE, application.code))
    contract = _offer(act, _Joining(team, person, application))
    order = orders.contract_text(act, contract, person, registry.enterprise(team.employer.id))
    event = happened(
        act,
        events.OFFERED,
        contract.subject,
        {
            "team": team.id,
            "project": team.project.id,
            "employer": team.employer.id,
            "trade": contract.trade.code,
        },
        role=Role.PERSON,
        messages=(order,),
    )
    answer = presenting.done(contract, version=1)
    contracts.offer(act, contract, event, answer)
    return answer


def _offer(act: Act, joined: _Joining) -> Contract:
    team, person, application = joined.team, joined.person, joined.application
    today = clock.local_date(act.at)
    job = team.job(application.trade_code)
    certificate = gates.certificate(person.person_id, job.trade, application.certificate, today)
    trained = gates.training(person.person_id, team.project.id, today)
    period = Period(application.period.kind, application.period.start, application.period.end)
    joining.check_training(application.training_confirmed or trained is not None)
    joining.check_certificate(job.trade, certificate, today)
    joining.check_period(period, today)
    applicant = joining.Applicant(person.birth_date, person.sex.value)
    notes = joining.age_notes(applicant, job.trade, team.project.region, today)
    notes += joining.late_notes(period, today)
    site = teams.site(team.project.id)
    return Contract(
        id=ids.new_id(act.at),
        number=ids.public_number("HT", act.at),
        state=ContractState.OFFERED,
        project=team.project,
        employer=team.employer,
        team=Named(team.id, team.name),
        worker=_worker(person, joining.full_years(person.birth_date, today)),
        trade=job.trade,
        period=period,
        pay=job.pay,
        insurance=site.insurance if site else ("工伤保险",),
        certificate=certificate,
        notes=tuple(notes),
        document_id=ids.new_id(act.at),
        milestones=Milestones(opened_at=act.at),
        training=trained,
    )


def _worker(person: identity.RealName, age: int) -> Worker:
    return Worker(person.person_id, mask_name(person.name), mask_citizen_id(person.id_number), age)
