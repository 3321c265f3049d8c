"""One look over all domains, and the way down to one line."""

import hashlib
from dataclasses import asdict
from typing import Any

from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.schemas import ContractListQuery, ContractRow, ContractView
from mashangban.domains.workers.service import viewing
from mashangban.domains.workers.terms import TRADES, ContractState
from mashangban.domains.workers.terms.skills import CLASSES
from mashangban.employment.rules import Pay
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal
from mashangban.processes.oversight import errors, events, permissions, repository, rules
from mashangban.processes.oversight.rules import Boards, Look, Spot
from mashangban.processes.oversight.schemas import (
    InForceQuery,
    InspectedLine,
    InspectionDone,
    LineInspection,
    Overview,
    OverviewCell,
    OverviewPart,
    OverviewQuery,
    OverviewTeam,
    OverviewUnit,
)
from mashangban.processes.oversight.terms import Source
from mashangban.registry import divisions
from mashangban.registry import service as registry

_MOST_PARTS = 60


def overview(actor: Principal, asked: OverviewQuery) -> Overview:
    """The five boards of a region or project beside each other. Raises NotFound beyond the caller's reach."""
    month = asked.month or f"{clock.local_date(clock.now()):%Y-%m}"
    if asked.project is not None:
        project = registry.project(asked.project)
        actor.reach(permissions.VIEW).require(project.place)
        return _overview(Spot("project", project.id, month), project.name)
    region = asked.region or own_region(actor)
    actor.reach(permissions.VIEW).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    return _overview(Spot("region", region, month), divisions.full_name(region))


def own_region(actor: Principal) -> str:
    """Where this office begins; the platform's administrator with the first province that was served."""
    return next(iter(actor.reach(permissions.VIEW).of("region")), "33")


def lines(actor: Principal, place: str, query: InForceQuery) -> Page[ContractRow]:
    """The contracts in force of a county (six digits), or of a project, its team or its unit: the list from which one
    line is opened."""
    actor.reach(permissions.INSPECT)
    asked = ContractListQuery(state=ContractState.SEALED, cursor=query.cursor, limit=query.limit)
    if query.team or query.unit:
        return viewing.contracts_of_project(actor, place, asked, query.team or "", query.unit or "")
    return viewing.contracts_at(actor, place, asked)


def inspect(act: Act, given: LineInspection) -> InspectionDone:
    """Say why one opens somebody's line: kept, and its fingerprint written into the log, before anything is shown.

    Raises NotFound for a contract beyond reach.
    """
    contract = viewing.show_contract(act.actor, given.contract_id)
    place = registry.project(contract.project.id).place
    role = act.actor.role_for(permissions.INSPECT, place)
    look = Look(ids.new_id(act.at), given.contract_id, act.actor.person_id, place.region or "", act.at)
    digest = hashlib.sha256(f"{look.id}|{given.reason}".encode()).hexdigest()
    data = {"matter": f"contract:{given.contract_id}", "reason_sha256": digest}
    event = happened(act, events.INSPECTED, look.subject, data, role=role)
    answer = InspectionDone(id=look.id, contract_id=look.contract_id, until=look.until)
    repository.keep(act, look, given.reason, event, answer)
    return answer


def line(actor: Principal, look_id: str) -> InspectedLine:
    """The line that a reason was given for: to whoever gave it, for a while. Raises NotFound, ReasonSpent."""
    actor.reach(permissions.INSPECT)
    look = repository.look(look_id)
    if look.person_id != actor.person_id:
        raise NotFound()
    if clock.now() >= look.until:
        raise errors.ReasonSpent()
    return _line(look, viewing.show_contract(actor, look.contract_id))


def _overview(spot: Spot, label: str) -> Overview:
    boards = repository.boards_of(spot)
    work = boards[Source.WORKERS]
    return Overview(
        place=spot.id,
        label=label,
        month=spot.month,
        **asdict(rules.figures(boards)),
        trades=[OverviewCell(key=k, label=TRADES[k].name, count=n) for k, n in rules.group(work, "trade")],
        ages=sorted(
            (OverviewCell(key=k, label=f"{k}岁", count=n) for k, n in rules.group(work, "age")),
            key=lambda cell: cell.key,
        ),
        certificate_classes=[
            OverviewCell(key=k, label=CLASSES[k].name, count=n) for k, n in rules.group(work, "certificate")
        ],
        parts=[] if spot.kind == "project" else _parts(spot, boards),
        **(_within(spot.id, boards) if spot.kind == "project" else {}),
    )


def _within(project_id: str, boards: Boards) -> dict[str, Any]:
    """A project's teams and employers, named by one query."""
    known = viewing.teams_at(project_id)
    figures, employers = rules.teams(boards), {one.employer.id: one.employer.name for one in known}
    teams = [
        OverviewTeam(
            key=one.id,
            label=one.name,
            employer_name=one.employer.name,
            contracts=figures[one.id][0],
            settled_days=figures[one.id][1],
        )
        for one in known
        if one.id in figures
    ]
    units = [
        OverviewUnit(label=employers[one.key], **asdict(one))
        for one in rules.units(boards)
        if one.key in employers
    ]
    return {"teams": sorted(teams, key=lambda one: -one.contracts), "units": units}


def _parts(spot: Spot, boards: Boards) -> list[OverviewPart]:
    kind = rules.below(spot)
    found = rules.parts(boards)[:_MOST_PARTS]
    names = _names(kind, spot.id, [one.key for one in found])
    return [OverviewPart(label=names.get(one.key, ""), **asdict(one)) for one in found if one.key in names]


def _names(kind: str, region: str, keys: list[str]) -> dict[str, str]:
    """What the parts of a region are called."""
    if kind == "region":
        return {key: divisions.name(key) for key in keys}
    return registry.project_names(region, keys)


def _line(look: Look, one: ContractView) -> InspectedLine:
    terms, trained, certificate = one.terms, one.training, one.certificate
    return InspectedLine(
        inspection_id=look.id,
        until=look.until,
        contract_id=one.id,
        number=one.number,
        state_label=one.state_label,
        worker_name_masked=one.worker.name_masked,
        id_number_masked=one.worker.id_number_masked,
        project_id=one.project.id,
        project_name=one.project.name,
        employer_name=one.employer.name,
        team_name=one.team.name,
        trade_name=one.trade.name,
        first_day=terms.period.start,
        last_day=terms.period.end,
        pay=wording.pay_words(Pay(**terms.pay.model_dump())),
        training=f"有记录，{wording.day(trained.held_on)}" if trained else "没有记录，本人确认参加过",
        certificate=f"有效期到{wording.day(certificate.valid_until)}" if certificate else "",
    )
