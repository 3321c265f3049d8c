"""Files of duty rosters; the job itself is the imports room's. Whoever keeps a department keeps its roster alone."""

from mashangban.domains.helpdesk import events, permissions
from mashangban.domains.helpdesk.repository.imports import STORE
from mashangban.domains.helpdesk.rules import rostersheet
from mashangban.domains.helpdesk.service import rostersheets
from mashangban.domains.helpdesk.terms import ROSTERS
from mashangban.imports.service import Desk, Reader

DESK = Desk(
    STORE,
    events.IMPORTS,
    permissions.KEEP,
    {ROSTERS: Reader(rostersheet.LAYOUT, rostersheet.EXAMPLE, rostersheets.check, rostersheets.write)},
)
