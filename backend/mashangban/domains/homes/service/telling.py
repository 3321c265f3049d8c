"""Whom a step of a home concerns, in which words (templates of the notices room)."""

from collections.abc import Iterable

from mashangban.domains.homes.rules.home import Home
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom, notice

_HOME, _MINE = "/homes/pages/home/index?id=", "/homes/pages/mine/index"
# Whoever hears of these may have left the home: only their own list is open to them.
_GONE = frozenset({"homes.removed", "homes.transferred", "homes.left-owner"})


def people(home: Home, kind: str, person_ids: Iterable[str], **values: str) -> tuple[Message, ...]:
    """One notice each. They lie with the person alone: who lives where is nobody's list."""
    told = list(dict.fromkeys(person_ids))
    return (_notice(home, kind, told, values),) if told else ()


def owners(home: Home, kind: str, but: str = "", **values: str) -> tuple[Message, ...]:
    """Tell every owner but the one who acts."""
    return people(home, kind, (one.person_id for one in home.owners if one.person_id != but), **values)


def _notice(home: Home, kind: str, told: list[str], values: dict[str, str]) -> Message:
    return notice(
        Whom(people=told),
        kind,
        {"home": f"{home.estate_name} {home.door.label}", **values},
        link=_MINE if kind in _GONE else f"{_HOME}{home.id}",
        dedupe=f"{home.id}|{kind}|{home.version + 1}",
    )
