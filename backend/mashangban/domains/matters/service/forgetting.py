"""Who left the platform for good (个人信息保护法 Art. 47): what is undecided ends, nothing names them any more.

What was decided stays as a decision of the office (档案法), without its person and without what they brought.
"""

from dataclasses import replace

from mashangban.domains.matters import events
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.repository import dossiers, matters
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.service import steps
from mashangban.domains.matters.terms import MatterState
from mashangban.files import events as file_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Matters stay as matters of nobody. Told twice, it changes nothing more."""
    while found := matters.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in found:
            history.drop_letters(TABLE, one.subject)
            gone = file_events.let_go(person_id, dossiers.get(one.subject).file_ids)
            steps.write(act, one, _nobodys(one), events.FORGOTTEN, Role.SYSTEM, told=gone, gone=True)


def _nobodys(one: Matter) -> Matter:
    """A result that waited for its person waits no more."""
    decided = one.state in (MatterState.DECIDED, MatterState.DELIVERED, MatterState.REFUSED)
    state = MatterState.WITHDRAWN if not decided else one.state
    ended = MatterState.DELIVERED if state is MatterState.DECIDED else state
    return replace(one, state=ended, person_id="", asked="", reason="", check_asked=False, talk_id="")
