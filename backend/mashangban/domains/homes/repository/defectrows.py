"""Lists and boards of defects: what the listener keeps of each, read in one query."""

from collections.abc import Callable, Iterator
from typing import Any

from mashangban.domains.homes.models import TABLE, DefectRowRecord
from mashangban.domains.homes.rules import tally
from mashangban.domains.homes.rules.home import padded
from mashangban.domains.homes.rules.tally import Listed
from mashangban.kernel import boards, pagination
from mashangban.kernel.boards import Counters
from mashangban.kernel.pagination import Page, PageRequest

_FIELDS = tuple(Listed.__dataclass_fields__)
_INDEX = "GSI2"


def of_home(home_id: str, page: PageRequest) -> Page[Listed]:
    """A home's defects, the newest first."""
    return pagination.query(DefectRowRecord, f"DEFECTS#{home_id}", page, newest_first=True).map(_listed)


def of_county(region: str, bucket: str, page: PageRequest) -> Page[Listed]:
    """A county's defects of one bucket, the oldest first: those wait longest."""
    return _bucket("GSI1", f"DEFECTS-IN#{region}", bucket, page)


def of_estate(estate_id: str, bucket: str, page: PageRequest) -> Page[Listed]:
    """An estate's defects of one bucket, the oldest first."""
    return _bucket(_INDEX, f"DEFECTS-OF#{estate_id}", bucket, page)


def of_building(estate_id: str, building: str, page: PageRequest) -> Page[Listed]:
    """A building's defects, the newest first."""
    pk = f"DEFECTS-AT#{estate_id}#{padded(building)}"
    return pagination.query(DefectRowRecord, pk, page, index="GSI3", newest_first=True).map(_listed)


def all_of_estate(estate_id: str) -> Iterator[Listed]:
    """Every defect of an estate, page by page."""
    return (_listed(one) for one in DefectRowRecord.query(f"DEFECTS-OF#{estate_id}", index_name=_INDEX))


def counters(kind: str, board_id: str) -> Counters:
    """All counters of a board."""
    return boards.counters(TABLE, _name(kind, board_id))


def replace(kind: str, board_id: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them. Raises Busy."""
    return boards.replace(TABLE, _name(kind, board_id), recount)


def count(row: Listed) -> bool:
    """Replace a row and what it counted, everywhere in one transaction; False for what was counted already."""
    before = _before(row)
    if before is not None and int(before.version) >= row.version:
        return False
    moves = boards.difference(before.counted if before else {}, row.counted)
    writes = [_put(row, before)]
    for kind, board_id, part in tally.boards_of(row):
        taken = tally.moves_on(kind, part, moves)
        if taken:
            writes += boards.additions(TABLE, _name(kind, board_id), taken)
    return boards.write(writes) or count(row)  # another delivery was faster: look again


def _name(kind: str, board_id: str) -> str:
    return f"defects-{kind}:{board_id}"


def _bucket(index: str, pk: str, bucket: str, page: PageRequest) -> Page[Listed]:
    key: Any = getattr(DefectRowRecord, f"{index}SK")
    return pagination.query(DefectRowRecord, pk, page, index=index, where=key.startswith(f"{bucket}#")).map(
        _listed
    )


def _before(row: Listed) -> DefectRowRecord | None:
    try:
        return DefectRowRecord.get(f"DEFECTS#{row.home_id}", row.id, consistent_read=True)
    except DefectRowRecord.DoesNotExist:
        return None


def _put(row: Listed, before: DefectRowRecord | None) -> dict[str, Any]:
    place = f"{row.bucket}#{row.order}#{row.id}"
    values: dict[str, Any] = {name: getattr(row, name) or None for name in _FIELDS}
    record = DefectRowRecord(
        f"DEFECTS#{row.home_id}",
        row.id,
        GSI1PK=f"DEFECTS-IN#{row.region}",
        GSI1SK=place,
        GSI2PK=f"DEFECTS-OF#{row.estate_id}",
        GSI2SK=place,
        GSI3PK=f"DEFECTS-AT#{row.estate_id}#{padded(row.shown['door'][0])}",
        GSI3SK=f"{row.order}#{row.id}",
        **values,
    )
    version: Any = DefectRowRecord.version
    unseen = DefectRowRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    return {"Put": record.get_save_kwargs_from_instance(condition=condition)}


def _listed(record: DefectRowRecord) -> Listed:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in ("contractor_id", "issue_id")}
    return Listed(**values | {"version": int(record.version)})
