"""Who left the platform for good (个人信息保护法 Art. 47): what is open ends, what ended names them no more."""

from dataclasses import replace

from mashangban.domains.assistance import events, repository
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.service import going
from mashangban.domains.assistance.terms import Ending, SharingState
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Told twice, it changes nothing more."""
    if sharing_id := repository.open_of(person_id):
        going.end(act, repository.get(sharing_id), Ending.FORGOTTEN, Role.SYSTEM)
    while found := repository.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in found:
            one = repository.get(one.id)
            if one.state is SharingState.ENDED:
                history.drop_letters(TABLE, one.subject)
                event = following(act, events.FORGOTTEN, one, Role.SYSTEM)
                repository.forget(act, one, replace(one, person_id=""), event)
