"""Lists of items: entered as a whole or not at all."""

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
    day = clock.local_date(act.at)
    members = tuple(zone.region for zone in one.members(day))
    lines = tuple(_line(row, members) for row in given.items)
    taken = {line.code for batch in alliances.batches(alliance_id) for line in batch.lines}
    wrong = list(rules.faults(one, lines, taken, day))
    if wrong:
        raise errors.BatchWrong(errors=[_error(fault) for fault in wrong])
    return _entered(act, one, role, lines)


def _entered(act: Act, one: Alliance, role: Role, lines: Sequence[Line]) -> BatchView:
    number = one.batches + 1
    digest = hashlib.sha256(canonical([asdict(line) for line in lines]).encode()).hexdigest()
    asked = {zone for line in lines for zone in line.standard.zones} - {one.lead}
    told = telling.zones(act, one, asked, "crossregion.to-agree", f"batch-{number}")
    data = {"batch": number, "count": len(lines), "sha256": digest}
    event = following(act, events.BATCH_ADDED, one, role, data, told)
    answer = BatchView(id=one.id, number=number, count=len(lines), digest=digest)
    alliances.add_batch(act, one, Batch(number, digest, tuple(lines)), event, answer)
    return answer


def _line(row: ItemLine, members: tuple[str, ...]) -> Line:
    whole = row if row.zones else row.model_copy(update={"zones": list(members)})
    return Line(row.code, standard_of(whole))


def _error(fault: Fault) -> FieldError:
    return FieldError(f"items.{fault.row}.{fault.field}", f"第{fault.row + 1}个事项：{fault.message}")
