"""Who left the platform for good (个人信息保护法 Art. 47): what is undecided ends, nothing names them any more.

The papers of a decided case stay with it, for it is filed (档案法), without a name; those of any other go with whoever
sent them.
"""

from dataclasses import replace

from mashangban.deadlines.service import Turn
from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.repository import affairs, cases, clocks
from mashangban.domains.crossregion.repository.affairs import Step as AffairStep
from mashangban.domains.crossregion.repository.cases import Step
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.terms.cases import CaseState
from mashangban.files import events as file_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Cases and postings stay as those of nobody. Told twice, it changes nothing more."""
    while found := cases.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in (each for each in found if each.person_id):
            history.drop_letters(TABLE, one.subject)
            turn = Turn(ends=tuple(clocks.running(one.subject)))
            event = following(act, events.FORGOTTEN, one, Role.SYSTEM, messages=_papers(one))
            cases.move(act, one, _nobodys(one), event, Step(turn=turn))

    while sent := affairs.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for posting in sent:
            history.drop_letters(TABLE, posting.subject)
            event = following(act, events.AFFAIR_FORGOTTEN, posting, Role.SYSTEM)
            affairs.move(act, posting, replace(posting, person_id=""), event, AffairStep())


def _papers(one: Case) -> tuple[Message, ...]:
    """The scans of a case that nobody decided; of the pages their numbers and hashes stay."""
    if one.state in (CaseState.RETURNING, CaseState.DELIVERED):
        return ()
    return file_events.let_go(one.person_id, (page.file_id for page in cases.every_sheet_of(one)))


def _nobodys(one: Case) -> Case:
    """Nobody owes anything to nobody: a result that was decided waits no more."""
    state = CaseState.WITHDRAWN if one.state.undecided else one.state
    return replace(one, state=state, charge="", person_id="", asked="", reason="", due_at=None)
