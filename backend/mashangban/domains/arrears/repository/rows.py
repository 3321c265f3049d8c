"""Lists and boards: what listeners keep of each month and complaint, read in one query."""

from collections.abc import Callable, Iterator
from typing import Any

from mashangban.domains.arrears.models import TABLE, RowRecord
from mashangban.domains.arrears.rules import board
from mashangban.domains.arrears.rules.board import Listed
from mashangban.kernel import boards, pagination
from mashangban.kernel.boards import Counters
from mashangban.kernel.pagination import Page, PageRequest

_FIELDS = tuple(Listed.__dataclass_fields__)


def of_person(kind: str, person_id: str, page: PageRequest) -> Page[Listed]:
    """A person's own, newest first."""
    return pagination.query(RowRecord, f"{kind}-OF#{person_id}", page, index="GSI2", newest_first=True).map(
        _listed
    )


def of_county(kind: str, region: str, bucket: str, page: PageRequest) -> Page[Listed]:
    """A county's rows of one bucket, the oldest first: those wait longest."""
    return _bucket("GSI1", f"{kind}-IN#{region}", bucket, page)


def of_project(kind: str, project_id: str, bucket: str, page: PageRequest) -> Page[Listed]:
    """A project's rows of one bucket, the oldest first."""
    return _bucket("GSI3", f"{kind}-AT#{project_id}", bucket, page)


def all_of_project(project_id: str) -> Iterator[Listed]:
    """Everything of a project, consistently, every page."""
    return (_listed(record) for record in RowRecord.query(f"AT#{project_id}", consistent_read=True))


def projects_of_county(region: str) -> set[str]:
    """The projects that ever had a month of pay in a county."""
    return {record.project for record in RowRecord.query(f"pay-IN#{region}", index_name="GSI1")}


def counters(name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board."""
    return boards.counters(TABLE, name, consistent=consistent)


def replace(name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them. Raises Busy."""
    return boards.replace(TABLE, name, recount)


def count(row: Listed) -> bool:
    """Replace a row and what it counted, everywhere in one transaction; False for what was counted already."""
    before = _before(row)
    if before is not None and int(before.version) >= row.version:
        return False
    moves = boards.difference(before.counted if before else {}, row.counted)
    writes = [_put(row, before)]
    if moves:
        for name, part in board.boards_of(row):
            writes += boards.additions(TABLE, name, board.with_part(moves, part))
    return boards.write(writes) or count(row)  # another delivery was faster: look again


def _bucket(index: str, pk: str, bucket: str, page: PageRequest) -> Page[Listed]:
    key: Any = getattr(RowRecord, f"{index}SK")
    where = key.startswith(f"{bucket}#") if bucket else None
    return pagination.query(RowRecord, pk, page, index=index, where=where).map(_listed)


def _before(row: Listed) -> RowRecord | None:
    try:
        return RowRecord.get(f"AT#{row.project}", f"{row.kind}#{row.id}", consistent_read=True)
    except RowRecord.DoesNotExist:
        return None


def _put(row: Listed, before: RowRecord | None) -> dict[str, Any]:
    place = f"{row.bucket}#{row.order}#{row.id}"
    values = {name: getattr(row, name) for name in _FIELDS if name != "kind"}
    record = RowRecord(
        f"AT#{row.project}",
        f"{row.kind}#{row.id}",
        GSI1PK=f"{row.kind}-IN#{row.region}",
        GSI1SK=place,
        GSI2PK=f"{row.kind}-OF#{row.person_id}",
        GSI2SK=f"{row.order}#{row.id}",
        GSI3PK=f"{row.kind}-AT#{row.project}",
        GSI3SK=place,
        row_kind=row.kind,
        **values,
    )
    version: Any = RowRecord.version
    unseen = RowRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    return {"Put": record.get_save_kwargs_from_instance(condition=condition)}


def _listed(record: RowRecord) -> Listed:
    values = {name: getattr(record, name) for name in _FIELDS if name not in ("kind", "version")}
    return Listed(kind=record.row_kind, version=int(record.version), **values)
