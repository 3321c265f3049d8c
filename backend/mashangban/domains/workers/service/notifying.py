"""Whom a step of a contract concerns, and in which words (templates of the notices room)."""

from mashangban.domains.workers.rules.contract import Contract
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice, whereabouts

WORKER_PAGE = "/workers/pages/contract/index?id="
OFFICE_PAGE = "/workers/pages/review/index?id="
_MOST = 5


def worker(contract: Contract, kind: str, **values: str) -> Message:
    """Tell the worker."""
    return _notify(contract, Whom(contract.worker.person_id), kind, f"{WORKER_PAGE}{contract.id}", values)


def office(contract: Contract, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell those who can act for the employer: its operators."""
    return _post(contract, Grant(Role.OPERATOR, Scope("org", contract.employer.id)), kind, values)


def managers(contract: Contract, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the project's managers, the next level when the employer keeps silent."""
    post = Grant(Role.PROJECT_MANAGER, Scope("project", contract.project.id))
    return _post(contract, post, kind, values)


def _post(contract: Contract, post: Grant, kind: str, values: dict[str, str]) -> tuple[Message, ...]:
    whom = Whom(posts=[post], most=_MOST)
    return (_notify(contract, whom, kind, f"{OFFICE_PAGE}{contract.id}", values),)


def _notify(contract: Contract, whom: Whom, kind: str, link: str, values: dict[str, str]) -> Message:
    names = {
        "employer": contract.employer.name,
        "project": contract.project.name,
        "worker": contract.worker.name_masked,
    }
    return notice(
        whom,
        kind,
        {**names, **values},
        link=link,
        dedupe=f"{contract.id}|{kind}|{contract.version + 1}",
        place=whereabouts(contract.place),
    )
