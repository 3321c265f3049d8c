"""A list as lines of an alliance, and how it is written. The stream enters files by it: it knows no files room."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict

from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.repository import alliances
from mashangban.domains.crossregion.repository.alliances import Batch
from mashangban.domains.crossregion.rules import item as rules
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.rules.item import Fault, Line, Standard
from mashangban.domains.crossregion.schemas.items import BatchView, ItemLine, StandardForm
from mashangban.domains.crossregion.service import telling
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import canonical, following
from mashangban.kernel.permissions import Role


def compared(act: Act, one: Alliance, rows: Sequence[ItemLine]) -> tuple[tuple[Line, ...], list[Fault]]:
    """Rows as lines of an alliance's list, and what keeps them from being entered."""
    day = clock.local_date(act.at)
    members = tuple(zone.region for zone in one.members(day))
    lines = tuple(_line(row, members) for row in rows)
    taken = {line.code for batch in alliances.batches(one.id) for line in batch.lines}
    return lines, list(rules.faults(one, lines, taken, day))


def enter(act: Act, one: Alliance, role: Role, lines: Sequence[Line], import_id: str = "") -> BatchView:
    """Write a list that has no fault; its zones are asked for their word. Raises Stale."""
    number = one.batches + 1
    digest = digest_of(lines)
    asked = {zone for line in lines for zone in line.standard.zones} - {one.lead}
    told = telling.zones(one, asked, "crossregion.to-agree")
    data = {"batch": number, "count": len(lines), "sha256": digest, "import": import_id}
    event = following(act, events.BATCH_ADDED, one, role, data, told)
    answer = BatchView(id=one.id, number=number, count=len(lines), digest=digest)
    alliances.add_batch(act, one, Batch(number, digest, tuple(lines)), event, answer)
    return answer


def digest_of(lines: Sequence[Line]) -> str:
    """SHA-256 of the lines of a list."""
    return hashlib.sha256(canonical([asdict(line) for line in lines]).encode()).hexdigest()


def standard_of(given: StandardForm) -> Standard:
    """A standard as it was written, in one order of ways and zones."""
    return Standard(
        name=given.name,
        modes=tuple(dict.fromkeys(given.modes)),
        zones=tuple(dict.fromkeys(given.zones)),
        papers=tuple(given.papers),
        days=given.days,
        result=given.result,
    )


def _line(row: ItemLine, members: tuple[str, ...]) -> Line:
    whole = row if row.zones else row.model_copy(update={"zones": list(members)})
    return Line(row.code, standard_of(whole))
