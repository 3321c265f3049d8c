"""Lists of items that an office or a machine writes: entered as a whole or not at all."""

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.rules.item import Fault
from mashangban.domains.crossregion.schemas.items import BatchForm, BatchView, ItemLine
from mashangban.domains.crossregion.service import alliances as alliance_acts
from mashangban.domains.crossregion.service import entering
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError


def add(act: Act, alliance_id: str, given: BatchForm) -> BatchView:
    """Enter a list. Raises BatchWrong naming every line, NotFound beyond reach."""
    one, role = alliance_acts.kept(act, alliance_id)
    lines, wrong = entering.compared(act, one, given.items)
    if wrong:
        raise errors.BatchWrong(errors=[_error(fault) for fault in wrong])
    return entering.enter(act, one, role, lines)


def add_one(act: Act, alliance_id: str, given: ItemLine) -> BatchView:
    """Enter one item: a list of one. Raises ItemWrong, NotFound beyond reach."""
    one, role = alliance_acts.kept(act, alliance_id)
    lines, wrong = entering.compared(act, one, [given])
    if wrong:
        raise errors.ItemWrong(errors=[FieldError(fault.field, fault.message) for fault in wrong])
    return entering.enter(act, one, role, lines)


def _error(fault: Fault) -> FieldError:
    return FieldError(f"items.{fault.row}.{fault.field}", f"第{fault.row + 1}个事项：{fault.message}")
