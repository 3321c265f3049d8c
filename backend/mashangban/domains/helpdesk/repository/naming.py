"""What was written under a department's former name is read under its present one; chains keep what they said then."""

from collections.abc import Iterable

from mashangban.domains.helpdesk.models import DepartmentRecord
from mashangban.domains.helpdesk.rules.department import Desk

Names = dict[str, str]


def of(desk_ids: Iterable[str]) -> Names:
    """The present names of departments, by id (one batch); one that went into another says into which (one more)."""
    keys = [_key(one) for one in dict.fromkeys(desk_ids)]
    found = list(DepartmentRecord.batch_get(keys)) if keys else []
    heirs = {one.into_id for one in found if one.merged}
    into = (
        {one.id: one.name for one in DepartmentRecord.batch_get([_key(id_) for id_ in heirs])}
        if heirs
        else {}
    )
    return {one.id: f"{one.name}（已并入{into[one.into_id]}）" if one.merged else one.name for one in found}


def now(desk: Desk, names: Names) -> Desk:
    """A department as it is called now."""
    return Desk(desk.id, names.get(desk.id, desk.name), desk.region)


def _key(desk_id: str) -> tuple[str, str]:
    return f"HELPDEPARTMENT#{desk_id}", "DEPARTMENT"
