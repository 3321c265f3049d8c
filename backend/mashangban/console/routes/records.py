"""What the record pages of the registers share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mashangban.console import permissions
from mashangban.console.views import Cell, Empty, Fact, Link, Step
from mashangban.identity.permissions import READ_GRANTS
from mashangban.kernel.permissions import Permission, Principal
from mashangban.registry.schemas.outputs import HistoryEntry
from mashangban.registry.terms import Source


@dataclass(frozen=True, slots=True)
class Section:
    """A small table below a record."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    empty: Empty


def sourced(lines: Mapping[str, str], labels: Mapping[str, str], sources: Mapping[str, str]) -> list[Fact]:
    """Fields with the outside source each was taken from; what the office typed needs no mark."""
    return [Fact(labels[name], value, _outside(sources.get(name))) for name, value in lines.items()]


def _outside(source: str | None) -> str:
    return Source(source).label if source and source != Source.OFFICE else ""


def steps(history: Sequence[HistoryEntry], labels: Mapping[str, str]) -> list[Step]:
    """A record's history as a timeline, newest first."""
    return [_step(entry, labels) for entry in history]


def _step(entry: HistoryEntry, labels: Mapping[str, str]) -> Step:
    names = "、".join(labels.get(name, name) for name in entry.fields)
    return Step(entry.at, entry.label, by=entry.role, note=f"改动：{names}" if names else "", hash=entry.hash)


def links_of(actor: Principal, subject: str, address: str, write: Permission) -> tuple[Link, ...]:
    """What else one may do with a record: check it against the log, see who serves it, change it."""
    kind, _, identity = subject.partition(":")
    scope = f"{'org' if kind == 'enterprise' else kind}:{identity}"
    offers = (
        (permissions.CHECK_LOG, Link("核对存证", f"/console/log?subject={subject}", "audit")),
        (READ_GRANTS, Link("人员与权限", f"/console/staff?scope={scope}", "staff")),
        (write, Link("修改", f"{address}/change")),
    )
    return tuple(link for permission, link in offers if actor.holds(permission))
