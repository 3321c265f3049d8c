"""Whom a message of an act reaches: its posts are resolved as the notices room does, when it hears."""

from collections.abc import Iterable, Mapping
from typing import Any

from mashangban.kernel import clock
from mashangban.notices.schemas import Notify
from mashangban.notices.service import telling


def told(body: Mapping[str, Any]) -> list[str]:
    """The persons whom one message tells now."""
    return list(telling.receivers(Notify.model_validate(dict(body)), clock.now()))


def all_told(bodies: Iterable[Mapping[str, Any]]) -> list[str]:
    """The persons whom several messages tell, one after the other."""
    return [person for body in bodies for person in told(body)]
