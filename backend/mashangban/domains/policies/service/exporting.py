"""An office's policies as a sheet: the same columns that the import reads."""

from functools import partial

from mashangban.domains.policies import permissions
from mashangban.domains.policies.repository import policies
from mashangban.domains.policies.rules import policycells
from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.rules.policysheet import LAYOUT
from mashangban.domains.policies.schemas import OfficeQuery
from mashangban.domains.policies.service import cataloguing
from mashangban.kernel import pagination
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import sheets
from mashangban.registry.rules import columns


def policies_sheet(actor: Principal, asked: OfficeQuery, kind: str) -> bytes:
    """What the list shows, every page of it: each item as it is written now, else as it is in force."""
    actor.reach(permissions.EDIT_POLICIES).require(Place(region=asked.region))
    rows = (_row(one, content) for one, content in pagination.every(partial(_read, asked)))
    return sheets.write(kind, columns.template_head(LAYOUT), rows)


def _read(asked: OfficeQuery, page: PageRequest) -> Page[tuple[Policy, Edition]]:
    found = policies.of_region(asked.region, page, shelf=asked.shelf, department=asked.department)
    contents = policies.contents((one.id, one.draft or one.edition) for one in found.items)
    return Page([(one, contents[one.id]) for one in found.items if one.id in contents], found.next_cursor)


def _row(one: Policy, content: Edition) -> list[str]:
    codes = (code for case in content.cases for code in case.facts)
    cells = policycells.cells(one.region, content, cataloguing.catalogue_of("", content.award.base, *codes))
    return [cells.get(name, "") for name in LAYOUT.columns]
