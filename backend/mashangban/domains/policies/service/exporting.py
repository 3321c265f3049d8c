"""An office's policies as a sheet: the same columns that the import reads."""

from collections.abc import Iterator

from mashangban.domains.policies import permissions
from mashangban.domains.policies.repository import policies
from mashangban.domains.policies.rules import policycells
from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.rules.policysheet import LAYOUT
from mashangban.domains.policies.schemas import OfficeQuery
from mashangban.domains.policies.service import cataloguing
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import sheets
from mashangban.registry.rules import columns


def policies_sheet(actor: Principal, asked: OfficeQuery, kind: str) -> bytes:
    """What the list shows, every page of it: each item as it is written now, else as it is in force."""
    actor.reach(permissions.EDIT_POLICIES).require(Place(region=asked.region))
    rows = (_row(one, content) for one, content in _all(asked))
    return sheets.write(kind, columns.template_head(LAYOUT), rows)


def _all(asked: OfficeQuery) -> Iterator[tuple[Policy, Edition]]:
    cursor: str | None = None
    while True:
        page = policies.of_region(
            asked.region, PageRequest(cursor, MAX_LIMIT), shelf=asked.shelf, department=asked.department
        )
        contents = policies.contents((one.id, one.draft or one.edition) for one in page.items)
        yield from ((one, contents[one.id]) for one in page.items if one.id in contents)
        cursor = page.next_cursor
        if cursor is None:
            return


def _row(one: Policy, content: Edition) -> list[str]:
    codes = (code for case in content.cases for code in case.facts)
    cells = policycells.cells(one.region, content, cataloguing.catalogue_of("", content.award.base, *codes))
    return [cells.get(name, "") for name in LAYOUT.columns]
