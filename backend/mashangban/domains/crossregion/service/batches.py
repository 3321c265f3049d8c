"""Lists of items, written by hand, by a machine or in a file: entered as a whole or not at all."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict

from mashangban.domains.crossregion import errors, events
from mashangban.domains.crossregion.repository import alliances
from mashangban.domains.crossregion.repository.alliances import Batch
from mashangban.domains.crossregion.rules import item as rules
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.rules.item import Fault, Line
from mashangban.domains.crossregion.schemas.items import BatchForm, BatchView, ItemLine
from mashangban.domains.crossregion.service import alliances as alliance_acts
from mashangban.domains.crossregion.service import telling
from mashangban.domains.crossregion.service.items import standard_of
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import canonical, following
from mashangban.kernel.permissions import Role


def add(act: Act, alliance_id: str, given: BatchForm) -> BatchView:
    """Enter a list. Raises BatchWrong naming every line, NotFound beyond reach."""
    one, role = alliance_acts.kept(act, alliance_id)
    lines, wrong = compared(act, one, given.items)
    if wrong:
        raise errors.BatchWrong(errors=[_error(fault) for fault in wrong])
    return enter(act, one, role, lines)


def add_one(act: Act, alliance_id: str, given: ItemLine) -> BatchView:
    """Enter one item: a list of one. Raises ItemWrong, NotFound beyond reach."""
    one, role = alliance_acts.kept(act, alliance_id)
    lines, wrong = compared(act, one, [given])
    if wrong:
        raise errors.ItemWrong(errors=[FieldError(fault.field, fault.message) for fault in wrong])
    return enter(act, one, role, lines)


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
    told = telling.zones(act, one, asked, "crossregion.to-agree", f"batch-{number}")
    data = {"batch": number, "count": len(lines), "sha256": digest, "import": import_id}
    event = following(act, events.BATCH_ADDED, one, role, data, told)
    answer = BatchView(id=one.id, number=number, count=len(lines), digest=digest)
    alliances.add_batch(act, one, Batch(number, digest, tuple(lines)), event, answer)
    return answer


def digest_of(lines: Sequence[Line]) -> str:
    """SHA-256 of the lines of a list."""
    return hashlib.sha256(canonical([asdict(line) for line in lines]).encode()).hexdigest()


def _line(row: ItemLine, members: tuple[str, ...]) -> Line:
    whole = row if row.zones else row.model_copy(update={"zones": list(members)})
    return Line(row.code, standard_of(whole))


def _error(fault: Fault) -> FieldError:
    return FieldError(f"items.{fault.row}.{fault.field}", f"第{fault.row + 1}个事项：{fault.message}")
