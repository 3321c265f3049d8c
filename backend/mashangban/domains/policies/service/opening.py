"""What everybody may read: lists of published items, one in full, the calendar of windows."""

from datetime import datetime

from mashangban.domains.policies.repository import listing, policies
from mashangban.domains.policies.rules.listing import (
    Listed,
    department_list,
    month_list,
    region_list,
    tag_list,
)
from mashangban.domains.policies.schemas import (
    CalendarEntry,
    CalendarQuery,
    OpenQuery,
    OpenView,
    PolicyDetail,
)
from mashangban.domains.policies.service import cataloguing, presenting
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page


def listed(asked: OpenQuery, at: datetime) -> Page[OpenView]:
    """Published items of a region in the order of names."""
    today = clock.local_date(at)
    return listing.named(_list(asked), asked.starts, asked.page).map(
        lambda one: presenting.listed(one, today)
    )


def _list(asked: OpenQuery) -> str:
    if asked.tag is not None:
        return tag_list(asked.region, asked.tag)
    if asked.department is not None:
        return department_list(asked.region, asked.department)
    return region_list(asked.region)


def read(policy_id: str, at: datetime) -> PolicyDetail:
    """A published item in full. Raises NotFound for a draft and for what was withdrawn."""
    policy = policies.get(policy_id)
    if not policy.edition or policy.withdrawn:
        raise NotFound()
    content = policies.edition(policy_id, policy.edition)
    clauses = cataloguing.clauses(content.condition, cataloguing.catalogue_of(content.condition))
    one = Listed(policy.id, policy.region, policy.edition, content)
    return presenting.detail(one, clauses, clock.local_date(at))


def calendar(asked: CalendarQuery, at: datetime) -> Page[CalendarEntry]:
    """What opens and closes in a month, day by day."""
    today = clock.local_date(at)
    found = listing.dated(month_list(asked.region, asked.month), asked.page)
    return found.map(lambda row: _entry(row[0] == "opens", presenting.listed(row[1], today)))


def _entry(opens: bool, policy: OpenView) -> CalendarEntry:
    day = policy.opens_on if opens else policy.closes_on
    assert day is not None, "a row of closing stands only where there is a day"
    return CalendarEntry(day=day, opens=opens, policy=policy)


def keep(policy_id: str) -> None:
    """Let the public lists show an item as it stands."""
    policy = policies.get(policy_id)
    if policy.edition:
        listing.keep(policy, policies.edition(policy_id, policy.edition))
