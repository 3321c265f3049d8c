"""Lists and figures: what the listener keeps of each ticket and rating, read in one query or one item."""

from dataclasses import replace
from typing import Any

from mashangban.domains.helpdesk.models import TABLE, RowRecord
from mashangban.domains.helpdesk.repository import naming
from mashangban.domains.helpdesk.rules import tally
from mashangban.domains.helpdesk.rules.tally import Listed
from mashangban.kernel import boards, pagination
from mashangban.kernel.boards import Counters
from mashangban.kernel.pagination import Page, PageRequest

_FIELDS = tuple(Listed.__dataclass_fields__)
TICKETS, RATINGS, TALKS = "TICKETS", "RATINGS", "CONVERSATIONS"


def of_desk(
    what: str, desk_id: str, bucket: str, page: PageRequest, *, newest_first: bool = False
) -> Page[Listed]:
    """A department's tickets, ratings or conversations of one bucket, the oldest first: those wait longest."""
    return _bucket("GSI1", f"{what}-OF#{desk_id}", bucket, page, newest_first)


def of_county(
    what: str, region: str, bucket: str, page: PageRequest, *, newest_first: bool = False
) -> Page[Listed]:
    """A county's tickets, ratings or conversations of one bucket, the oldest first."""
    return _bucket("GSI3", f"{what}-IN#{region}", bucket, page, newest_first)


def of_agent(person_id: str, page: PageRequest) -> Page[Listed]:
    """What somebody of a desk has in hand, the oldest first."""
    return _named(pagination.query(RowRecord, f"TICKETS-AT#{person_id}", page, index="GSI2").map(_listed))


def counters(board: str) -> Counters:
    """All counters of a board: `desk:<id>:<period>` or `region:<digits>:<period>`."""
    return boards.counters(TABLE, board)


def count(what: str, row: Listed) -> bool:
    """Replace a row and what it counted, everywhere in one transaction; False for what was counted already."""
    record = _before(what, row)
    if record is not None and int(record.version) >= row.version:
        return False
    writes = [_put(what, row, record)]
    for name, steps in tally.moves(_listed(record) if record else None, row).items():
        writes += boards.additions(TABLE, name, steps)
    return boards.write(writes) or count(what, row)  # another delivery was faster: look again


def _bucket(index: str, pk: str, bucket: str, page: PageRequest, newest_first: bool) -> Page[Listed]:
    key: Any = getattr(RowRecord, f"{index}SK")
    within = key.startswith(f"{bucket}#")
    found = pagination.query(RowRecord, pk, page, index=index, where=within, newest_first=newest_first)
    return _named(found.map(_listed))


def _named(page: Page[Listed]) -> Page[Listed]:
    """Rows carry the name of their department as it was when they were written."""
    names = naming.of(one.desk_id for one in page.items)
    return page.map(
        lambda one: replace(one, shown={**one.shown, "desk": names.get(one.desk_id, one.shown.get("desk"))})
    )


def _before(what: str, row: Listed) -> RowRecord | None:
    try:
        return RowRecord.get(f"{what}#{row.id}", "ROW", consistent_read=True)
    except RowRecord.DoesNotExist:
        return None


def _put(what: str, row: Listed, before: RowRecord | None) -> dict[str, Any]:
    place = f"{row.bucket}#{row.order}#{row.id}"
    values: dict[str, Any] = {name: getattr(row, name) for name in _FIELDS}
    values["charge_id"] = row.charge_id or None
    held: dict[str, Any] = {"GSI2PK": f"TICKETS-AT#{row.charge_id}", "GSI2SK": f"{row.order}#{row.id}"}
    record = RowRecord(
        f"{what}#{row.id}",
        "ROW",
        GSI1PK=f"{what}-OF#{row.desk_id}",
        GSI1SK=place,
        GSI3PK=f"{what}-IN#{row.region}",
        GSI3SK=place,
        **(held if row.charge_id else {}),
        **values,
    )
    version: Any = RowRecord.version
    unseen = RowRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    return {"Put": record.get_save_kwargs_from_instance(condition=condition)}


def _listed(record: RowRecord) -> Listed:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return Listed(**values | {"version": int(record.version), "charge_id": record.charge_id or ""})
