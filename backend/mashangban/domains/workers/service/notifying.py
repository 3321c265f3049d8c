"""Whom a step of a contract concerns, and in which words (templates of the notices room)."""

from datetime import datetime

from mashangban.domains.workers.rules.contract import Contract
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role, Scope

NOTICES = "notices"
NOTIFY = "notices.notify"
WORKER_PAGE = "/workers/pages/contract/index?id="
OFFICE_PAGE = "/workers/pages/review/index?id="


def worker(contract: Contract, kind: str, **values: str) -> Message:
    """Tell the worker."""
    return _notify(contract, contract.worker.person_id, kind, f"{WORKER_PAGE}{contract.id}", values)


def office(contract: Contract, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell those who can act for the employer: its operators."""
    operators = identity.holders(Role.OPERATOR, Scope("org", contract.employer.id), at)
    link = f"{OFFICE_PAGE}{contract.id}"
    return tuple(_notify(contract, person, kind, link, values) for person in operators[:5])


def managers(contract: Contract, kind: str, at: datetime, **values: str) -> tuple[Message, ...]:
    """Tell the project's managers, the next level when the employer keeps silent."""
    found = identity.holders(Role.PROJECT_MANAGER, Scope("project", contract.project.id), at)
    link = f"{OFFICE_PAGE}{contract.id}"
    return tuple(_notify(contract, person, kind, link, values) for person in found[:5])


def _notify(contract: Contract, person_id: str, kind: str, link: str, values: dict[str, str]) -> Message:
    place = contract.place
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {
            "employer": contract.employer.name,
            "project": contract.project.name,
            "worker": contract.worker.name_masked,
            **values,
        },
        "link": link,
        "dedupe": f"{contract.id}|{kind}|{contract.version + 1}",
        "place": {"region": place.region, "project": place.project, "orgs": sorted(place.orgs)},
    }
    return Message(NOTICES, NOTIFY, body)
