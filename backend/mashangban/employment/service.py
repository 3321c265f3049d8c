"""Telling of employments, and keeping what was told."""

from mashangban.employment import repository
from mashangban.employment.events import EMPLOYMENT, SUBSCRIBERS
from mashangban.employment.models import EmploymentRecord
from mashangban.employment.rules import Employment, dump, load
from mashangban.kernel.events import Message
from mashangban.kernel.streams import Delivery


def told(employment: Employment) -> Message:
    """The message that a contract came into force, changed or ended, for every domain that subscribed."""
    first, *others = SUBSCRIBERS
    return Message(first, EMPLOYMENT, dump(employment), also=tuple(others))


def heard(kind: type[EmploymentRecord], delivery: Delivery) -> Employment | None:
    """Keep an employment that a domain's listener was told of; None when it was known already."""
    employment = load(dict(delivery.body))
    return employment if repository.keep(kind, employment) else None
