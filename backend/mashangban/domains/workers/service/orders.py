"""What workers asks of other rooms: documents to typeset and seal, people to tell."""

import json
from dataclasses import dataclass
from typing import Any

from mashangban.documents import events as documents
from mashangban.documents.schemas.forms import Change, Employer, PosterChannel, PosterParty
from mashangban.documents.terms import Template
from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.rules.amending import Amendment
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.team import SiteInfo, Team
from mashangban.domains.workers.service import presenting
from mashangban.domains.workers.terms import PeriodKind
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.ids import public_number
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Enterprise, Project
from mashangban.registry.terms import PartyKind

ROOM = "workers"


@dataclass(frozen=True, slots=True)
class SealUse:
    """Under whose word the employer's seal is used: `single`, `bulk` or `standing` with its reference."""

    enterprise_id: str
    operator_name: str
    authorisation: str
    reference: str | None = None


def contract_text(act: Act, contract: Contract, person: identity.RealName, employer: Enterprise) -> Message:
    """Typeset the offer: revision 0, which the worker sees and signs."""
    terms = wording.terms_of(contract)
    data = {
        "employer": _employer(employer),
        "worker": {"name": person.name, "id_number": person.id_number},
        "site": _site(contract),
        "trade_name": contract.trade.name,
        "period": _period(contract),
        "workplace": terms.workplace,
        "content": terms.content,
        "hours": terms.hours,
        "rest": terms.rest,
        "pay": _pay(contract),
        "insurance": list(contract.insurance),
        "protection": terms.protection,
        "liability": terms.liability,
        "dispute": terms.dispute,
        "offered_on": clock.local_date(act.at).isoformat(),
    }
    if contract.certificate is not None:
        until = wording.day(contract.certificate.valid_until)
        data["remarks"] = f"特种作业操作资格证编号 {contract.certificate.number}，有效期至{until}。"
    return _print(contract, contract.document_id, Template.LABOUR_CONTRACT, contract.number, data)


def amendment_text(act: Act, contract: Contract, amendment: Amendment, person: identity.RealName) -> Message:
    """Typeset a supplement, change or end for the worker's signature."""
    sealed_at = contract.milestones.sealed_at or act.at
    data = {
        "kind": amendment.kind.value,
        "contract_number": contract.number,
        "contract_sealed_on": clock.local_date(sealed_at).isoformat(),
        "employer": _employer(employer_of(contract)),
        "worker": {"name": person.name, "id_number": person.id_number},
        "site": _site(contract),
        "effective_on": amendment.effective_on.isoformat(),
        "reason": amendment.reason,
        "changes": _before_and_after(contract, amendment),
        "offered_on": clock.local_date(act.at).isoformat(),
    }
    if amendment.changes.text:
        data["text"] = amendment.changes.text
    return _print(contract, amendment.document_id, Template.CONTRACT_SUPPLEMENT, amendment.number, data)


def signatures(document_id: str, sha256: str, person: identity.RealName, proof: str, use: SealUse) -> Message:
    """Put the worker's hand and the employer's seal on a text; `proof` is the stored evidence of the worker's act."""
    evidence = json.loads(proof)
    worker = {
        "name": person.name,
        "handwriting": evidence["handwriting"],
        "signed_at": evidence["signed_at"],
        "consent_version": evidence["consent_version"],
        "read_aloud": evidence["read_aloud"],
        "real_name_reference": f"{person.person_id}@{clock.to_text(person.verified_at)}",
    }
    seal = {
        "enterprise_id": use.enterprise_id,
        "operator_name": use.operator_name,
        "authorisation": use.authorisation,
        "authorisation_id": use.reference,
        "countersigned_at": clock.to_text(clock.now()),
    }
    return documents.order_signatures(document_id, sha256, worker=worker, seal=seal)


def poster(act: Act, team: Team, site: SiteInfo, project: Project, document_id: str) -> Message:
    """Print the A3 rights notice board (条例 Art. 34) with the team's join code."""
    data = {
        "project_name": project.name,
        "project_address": project.address,
        "team_name": team.name,
        "team_leader": team.foreman_name_masked,
        "employer_name": team.employer.name,
        "join_url": presenting.join_url(team),
        "parties": [*_parties(project, site)],
        "labour_clerk": PosterParty(
            role="劳资专管员", name=site.labour_clerk_name, phone=site.labour_clerk_phone
        ),
        "minimum_wage": {"region_name": divisions.name(project.county), "monthly_fen": site.minimum_wage_fen},
        "pay_day": site.pay_day,
        "channels": [PosterChannel(label=line.label, value=line.phone) for line in site.complaint_phones],
        "updated_on": clock.local_date(act.at).isoformat(),
    }
    place = team.place
    return documents.order_print(
        document_id,
        Template.SITE_POSTER,
        public_number("GS", act.at),
        data,
        service=ROOM,
        subject=f"team:{team.id}",
        region=project.county,
        orgs=sorted(place.orgs),
        project=project.id,
        persons=[team.foreman_id],
    )


def employer_of(contract: Contract) -> Enterprise:
    """The employer as the register knows it now."""
    return registry.enterprise(contract.employer.id)


def _print(
    contract: Contract, document_id: str, template: Template, number: str, data: dict[str, Any]
) -> Message:
    return documents.order_print(
        document_id,
        template,
        number,
        data,
        service=ROOM,
        subject=f"contract:{contract.id}",
        region=contract.project.region,
        orgs=[contract.employer.id],
        project=contract.project.id,
        persons=[contract.worker.person_id],
    )


def _employer(employer: Enterprise) -> Employer:
    return Employer(
        name=employer.name,
        uscc=employer.uscc,
        address=employer.address,
        legal_representative=employer.legal_person,
    )


def _site(contract: Contract) -> dict[str, Any]:
    project = registry.project(contract.project.id)
    contractor = project.party(PartyKind.GENERAL_CONTRACTOR)
    return {
        "project_name": contract.project.name,
        "project_number": project.code,
        "address": contract.project.address,
        "general_contractor": contractor.name if contractor else contract.employer.name,
        "team_name": contract.team.name,
    }


def _period(contract: Contract) -> dict[str, Any]:
    period = contract.period
    end = period.end.isoformat() if period.end else None
    words = {"task": f"{contract.trade.name}作业任务完成"} if period.kind is PeriodKind.TASK else {}
    return {"kind": period.kind.value, "start": period.start.isoformat(), "end": end, **words}


def _pay(contract: Contract) -> dict[str, Any]:
    pay = contract.pay
    return {
        "basis": pay.basis.value,
        "amount_fen": pay.amount_fen,
        "unit": pay.unit,
        "pay_day": pay.pay_day,
        "pay_method": pay.pay_method,
    }


def _before_and_after(contract: Contract, amendment: Amendment) -> list[Change]:
    lines = []
    for line in amendment.differences:
        label, _, words = line.partition("：")
        before, _, after = words.partition("，改为")
        if after:
            lines.append(Change(label=label, before=before.removeprefix("原来"), after=after))
    return lines


def _parties(project: Project, site: SiteInfo) -> list[PosterParty]:
    kinds = (PartyKind.OWNER, PartyKind.GENERAL_CONTRACTOR, PartyKind.LABOUR)
    found = [PosterParty(role=f"{p.kind.label}单位", name=p.name) for p in project.parties if p.kind in kinds]
    office = PosterParty(role="项目部", name=site.project_office)
    return [*found[:6], office, PosterParty(role="行业主管部门", name=site.authority)]
