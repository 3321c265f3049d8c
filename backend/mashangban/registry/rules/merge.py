"""One authoritative source per field (数源统一): who may overwrite what, and when a person has to decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from mashangban.registry.rules.records import Fields, Sources
from mashangban.registry.terms import Source


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sources say different things and neither may simply win."""

    field: str
    held: str
    held_source: Source
    offered: str
    offered_source: Source


@dataclass(frozen=True, slots=True)
class Merge:
    """What an offer changes at once, and what waits for a person."""

    changes: dict[str, str]
    clashes: tuple[Clash, ...]


def merge(
    held: Fields, sources: Sources, offered: Fields, source: Source, authority: Mapping[str, Source]
) -> Merge:
    """Weigh an offer against a record. An empty offered value says nothing and changes nothing."""
    changes: dict[str, str] = {}
    clashes = []
    for name, value in offered.items():
        present, origin = held.get(name, ""), sources.get(name, Source.OFFICE)
        if not value or value == present:
            continue
        if not present or may_overwrite(name, origin, source, authority):
            changes[name] = value
        else:
            clashes.append(Clash(name, present, origin, value, source))
    return Merge(changes, tuple(clashes))


def may_overwrite(name: str, held_by: Source, source: Source, authority: Mapping[str, Source]) -> bool:
    """The deciding source always may; others only correct themselves, and nobody the deciding one."""
    decides = authority.get(name, Source.OFFICE)
    return source is decides or (held_by is source and held_by is not decides)


def locked_by(name: str, sources: Sources, authority: Mapping[str, Source]) -> Source | None:
    """The outside source that decides a field's present value, or None when the office may type over it."""
    decides = authority.get(name)
    return decides if decides is not None and sources.get(name) is decides else None
