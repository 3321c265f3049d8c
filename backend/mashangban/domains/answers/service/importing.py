"""Files of pairs: what they hold and how a job is shown; the job itself is the imports room's.

The confirmation is the review of all pairs, so a second person gives it.
"""

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository.imports import STORE
from mashangban.domains.answers.rules import pairsheet
from mashangban.domains.answers.schemas.imports import AnswerImportQuery, AnswerImportView
from mashangban.domains.answers.service import pairsheets
from mashangban.domains.answers.terms.imports import PAIRS
from mashangban.imports import service as imports
from mashangban.imports.rules import Import
from mashangban.imports.service import Desk, Reader
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions

_READERS = {PAIRS: Reader(pairsheet.LAYOUT, pairsheet.EXAMPLE, pairsheets.check, pairsheets.write)}


def start(act: Act, asked: AnswerImportQuery, content: bytes) -> AnswerImportView:
    """Check a file as a whole; nothing of it counts yet. Raises FileEmpty, FileTooLarge, SameFile, UnknownRegion."""
    if asked.region and divisions.find(asked.region) is None:
        raise errors.UnknownRegion()
    return DESK.start(act, PAIRS, asked.region, asked.filename, content)


def view(one: Import, actor: Principal) -> AnswerImportView:
    """An import as it is shown to a person."""
    return AnswerImportView(**imports.shown(one), own=one.person_id == actor.person_id)


DESK = Desk(STORE, events.IMPORTS, permissions.RUN_IMPORTS, _READERS, view, two_persons=True)
