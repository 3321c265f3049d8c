"""Who left the platform for good lives nowhere in it (个人信息保护法 Art. 47): their bindings end, their names go.

What they signed of an inspection and what the builder recorded of a purchase stays, as a paper would.
"""

from mashangban.domains.homes import events
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import bindings as repository
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules import binding as rules
from mashangban.domains.homes.service import telling
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """End every binding of a person; the other owners are told. Told twice, it changes nothing more."""
    while found := repository.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        left = [home for home in homes.many(found).values() if home.bound(person_id)]
        if not left:
            return  # the index lags behind what is done already
        for home in left:
            history.drop_letters(TABLE, home.subject)
            told = telling.owners(home, "homes.left-owner", person_id)
            event = following(act, events.LEFT, home, Role.SYSTEM, {"reason": "erased"}, told)
            repository.move(act, (home, rules.unbind(home, person_id), event))
