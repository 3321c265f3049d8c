"""An edition that stands, and its line in lists. Pure."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.guides.rules.item import Content


@dataclass(frozen=True, slots=True)
class Published:
    """What everybody may rely on now."""

    id: str
    region: str
    code: str
    edition: int
    published_on: date
    content: Content


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of a published item."""

    id: str
    name: str
    region: str
    department: str
    promised_days: int
    visits: int
    online: bool
    valid_from: date
    valid_until: date | None

    def holds(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def line(one: Published) -> Line:
    """A published item as a list shows it."""
    content = one.content
    return Line(
        one.id,
        content.name,
        one.region,
        content.department,
        content.promised_days or 0,
        content.visits,
        bool(content.online),
        content.valid_from,
        content.valid_until,
    )


def above(region: str) -> tuple[str, ...]:
    """A region and those it lies in, the nearest first: whoever lives here may need an item of any of them."""
    return tuple(region[:length] for length in (6, 4, 2) if length <= len(region))
