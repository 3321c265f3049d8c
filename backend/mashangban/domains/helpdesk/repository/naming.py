"""What was written under a department's former name is read under its present one; chains keep what they said then."""

from collections.abc import Iterable

from mashangban.domains.helpdesk.models import DepartmentRecord
from mashangban.domains.helpdesk.rules.department import Desk

Names = dict[str, str]


def of(desk_ids: Iterable[str]) -> Names:
    """The present names of departments, by id (one batch)."""
    keys = [(f"HELPDEPARTMENT#{one}", "DEPARTMENT") for one in dict.fromkeys(desk_ids)]
    return {one.id: one.name for one in DepartmentRecord.batch_get(keys)} if keys else {}


def now(desk: Desk, names: Names) -> Desk:
    """A department as it is called now."""
    return Desk(desk.id, names.get(desk.id, desk.name), desk.region)
