"""The papers of several items as one list, each once; how long all of it takes at best. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mashangban.domains.guides.rules.item import Material
from mashangban.domains.guides.rules.package import Card
from mashangban.domains.guides.rules.words import plain
from mashangban.domains.guides.terms import PaperNeed

_STRICTEST = (PaperNeed.REQUIRED, PaperNeed.LATER, PaperNeed.IF_ANY)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with the cards that want it: an original is shown at each, a copy stays at each."""

    material: Material
    wanted_by: tuple[str, ...]


def merged(wanted: Iterable[tuple[str, Material]]) -> list[Paper]:
    """Papers by card, each once: as many originals as the card that wants most, the copies of all together."""
    found: dict[str, Paper] = {}
    for card, material in wanted:
        key = plain(material.name)
        found[key] = _joined(found[key], card, material) if key in found else Paper(material, (card,))
    return list(found.values())


def fewest_days(cards: Sequence[Card], days: Mapping[str, int]) -> int:
    """Working days until the last card is done when each begins as soon as those before it are done."""
    ready: dict[str, int] = {}
    for card in cards:
        begins = max((ready[key] for key in card.after if key in ready), default=0)
        ready[card.key] = begins + days.get(card.key, 0)
    return max(ready.values(), default=0)


def _joined(one: Paper, card: str, more: Material) -> Paper:
    known = one.material
    material = replace(
        known,
        need=min(known.need, more.need, key=_STRICTEST.index),
        originals=max(known.originals, more.originals),
        copies=known.copies + more.copies,
        licence=known.licence or more.licence,
        note=known.note or more.note,
    )
    return Paper(material, (*one.wanted_by, card))
