"""Files of pairs and of words: how they are read; the job itself is the imports room's.

The confirmation is the review of all rows, so a second person gives it.
"""

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository.imports import STORE
from mashangban.domains.answers.rules import pairsheet, wordsheet
from mashangban.domains.answers.schemas.imports import AnswerImportQuery
from mashangban.domains.answers.service import pairsheets, wordsheets
from mashangban.domains.answers.terms.imports import PAIRS, WORDS
from mashangban.imports.schemas import FileImportView
from mashangban.imports.service import Desk, Reader
from mashangban.kernel.acts import Act
from mashangban.registry import divisions

_READERS = {
    PAIRS: Reader(pairsheet.LAYOUT, pairsheet.EXAMPLE, pairsheets.check, pairsheets.write),
    WORDS: Reader(wordsheet.LAYOUT, wordsheet.EXAMPLE, wordsheets.check, wordsheets.write),
}


def start(act: Act, asked: AnswerImportQuery, content: bytes) -> FileImportView:
    """Check a file as a whole; nothing of it counts yet. Raises FileEmpty, FileTooLarge, SameFile, UnknownRegion."""
    if asked.region and divisions.find(asked.region) is None:
        raise errors.UnknownRegion()
    return DESK.start(act, asked.kind, asked.region, asked.filename, content)


DESK = Desk(STORE, events.IMPORTS, permissions.RUN_IMPORTS, _READERS, two_persons=True)
