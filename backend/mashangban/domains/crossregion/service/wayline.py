"""One line of a parcel's way: who gave whom which pages, what was missing, and whom the chain names."""

from collections.abc import Mapping
from typing import Any

from mashangban.domains.crossregion.terms.cases import PERSON
from mashangban.kernel.events import Event
from mashangban.registry import divisions


def said(event: Event) -> str:
    """What an event adds to its label; empty where the label says all."""
    data = event.data
    if data.get("to"):
        return "，".join(part for part in (_way(data), _found(data)) if part)
    place = data.get("named") or data.get("region")
    return name_of(str(place)) if place else ""


def name_of(place: str) -> str:
    """A zone, or the person, in words."""
    return "本人" if place == PERSON else divisions.full_name(place) if place else ""


def _way(data: Mapping[str, Any]) -> str:
    sender = data.get("from") or PERSON
    parts = [f"{name_of(str(sender))} → {name_of(str(data['to']))}"]
    if data.get("numbers"):
        parts.append(_pages(data["numbers"]))
    if data.get("waybill"):
        parts.append(str(data["waybill"]))
    return "，".join(parts)


def _found(data: Mapping[str, Any]) -> str:
    """What a receiver did not find as it was listed."""
    lacks = f"缺{_pages(data['missing'])}" if data.get("missing") else ""
    differs = f"{_pages(data['differs'])}不一致" if data.get("differs") else ""
    if not (lacks or differs):
        return ""
    return "，".join(part for part in (lacks, differs, f"最后在{name_of(str(data['named']))}手里") if part)


def _pages(runs: str) -> str:
    """Page numbers as an event names them (`1-3,7`), in words."""
    return f"第{runs.replace('-', '至').replace(',', '、')}页"
