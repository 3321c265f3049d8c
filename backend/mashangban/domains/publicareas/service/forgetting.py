"""Who left the platform for good (个人信息保护法 Art. 47): their key, their words and their photos go."""

from mashangban.domains.publicareas import events
from mashangban.domains.publicareas.models import TABLE
from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.rules import fault as rules
from mashangban.domains.publicareas.service import keys
from mashangban.files import events as file_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """What they reported stays as a fault of the place. Told twice, it changes nothing more."""
    keys.drop(act, person_id)
    while found := faults.of_reporter(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in found:
            history.drop_letters(TABLE, one.subject)
            gone = file_events.let_go(person_id, one.photos)
            event = following(act, events.FORGOTTEN, one, Role.SYSTEM, messages=gone)
            faults.forget(act, one, rules.forget(one), event)
