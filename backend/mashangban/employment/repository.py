"""Every query and conditional write of employments, in whichever table they live."""

from collections.abc import Iterator
from typing import Any

from pynamodb.exceptions import PutError

from mashangban.employment.models import EmploymentRecord, key_of, to_record
from mashangban.employment.rules import Employment
from mashangban.kernel import pagination
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest

_REFUSED = "ConditionalCheckFailedException"


def keep(kind: type[EmploymentRecord], employment: Employment) -> bool:
    """Keep what is newer; False for what was known already (messages come more than once and in no order)."""
    version: Any = kind.version
    newer = kind.PK.does_not_exist() | (version < employment.version)
    try:
        to_record(kind, employment).save(condition=newer)
    except PutError as refused:
        if refused.cause_response_code != _REFUSED:
            raise
        return False
    return True


def get(kind: type[EmploymentRecord], contract_id: str) -> Employment:
    """One employment (a consistent read). Raises NotFound."""
    try:
        return kind.get(*key_of(contract_id), consistent_read=True).employment
    except kind.DoesNotExist as missing:
        raise NotFound() from missing


def many(kind: type[EmploymentRecord], contract_ids: list[str]) -> dict[str, Employment]:
    """Several by contract; whom nobody knows is left out."""
    found = kind.batch_get([key_of(one) for one in dict.fromkeys(contract_ids)])
    return {record.employment.contract_id: record.employment for record in found}


def at_project(
    kind: type[EmploymentRecord], project_id: str, page: PageRequest, team_id: str = ""
) -> Page[Employment]:
    """The employments of a project or of one of its teams, by team."""
    key: Any = kind.GSI1SK
    where = key.startswith(f"{team_id}#") if team_id else None
    found = pagination.query(kind, f"EMPLOYED-AT#{project_id}", page, index="GSI1", where=where)
    return found.map(lambda record: record.employment)


def of_team(kind: type[EmploymentRecord], project_id: str, team_id: str) -> Iterator[Employment]:
    """Everyone of a team, every page."""
    key: Any = kind.GSI1SK
    found = kind.query(f"EMPLOYED-AT#{project_id}", key.startswith(f"{team_id}#"), index_name="GSI1")
    return (record.employment for record in found)


def of_person(kind: type[EmploymentRecord], person_id: str) -> list[Employment]:
    """A person's employments, the newest contract first."""
    found = kind.query(f"EMPLOYED#{person_id}", index_name="GSI2", scan_index_forward=False)
    return [record.employment for record in found]
