"""In which public lists an item stands, and in what order. Pure."""

from dataclasses import dataclass

from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.terms.departments import Department


@dataclass(frozen=True, slots=True)
class Listed:
    """A published item as lists show it."""

    id: str
    region: str
    edition: int
    content: Edition


@dataclass(frozen=True, slots=True)
class Favourite:
    """A policy that somebody keeps, with the name it had then."""

    policy_id: str
    region: str
    title: str


def region_list(region: str) -> str:
    """All items of a region, by name."""
    return f"REGION#{region}"


def department_list(region: str, department: Department) -> str:
    """A department's items in a region, by name."""
    return f"DEPARTMENT#{region}#{department.value}"


def tag_list(region: str, tag: str) -> str:
    """Items of a region with a tag, by name."""
    return f"TAG#{region}#{tag}"


def month_list(region: str, month: str) -> str:
    """What opens and closes in a month, by day."""
    return f"MONTH#{region}#{month}"


def places(policy: Policy, edition: Edition) -> dict[tuple[str, str], str]:
    """Each list with a mark that tells its rows apart, and the order there; none once it was withdrawn."""
    if policy.withdrawn or not policy.edition:
        return {}
    by_name = f"{edition.title}#{policy.id}"
    found = {(region_list(policy.region), ""): by_name}
    found[department_list(policy.region, edition.department), ""] = by_name
    found |= {(tag_list(policy.region, tag), ""): by_name for tag in edition.tags}
    for mark, day in (("opens", edition.opens_on), ("closes", edition.closes_on)):
        if day is not None:
            order = f"{day.isoformat()}#{mark}#{policy.id}"
            found[month_list(policy.region, day.isoformat()[:7]), mark] = order
    return found
