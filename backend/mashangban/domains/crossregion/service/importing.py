"""Files of items; the job itself is the imports room's. Other zones still give their word on each item."""

from mashangban.domains.crossregion import events, permissions
from mashangban.domains.crossregion.repository.imports import STORE
from mashangban.domains.crossregion.rules import itemsheet
from mashangban.domains.crossregion.service import itemsheets
from mashangban.domains.crossregion.terms import ITEMS
from mashangban.imports.service import Desk, Reader

DESK = Desk(
    STORE,
    events.IMPORTS,
    permissions.KEEP_ALLIANCE,
    {ITEMS: Reader(itemsheet.LAYOUT, itemsheet.EXAMPLE, itemsheets.check, itemsheets.write)},
)
