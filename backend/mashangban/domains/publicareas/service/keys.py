"""Keys of the protocol: a signed-in person takes one for the client they use, and may take it back."""

import secrets

from mashangban.domains.publicareas import events
from mashangban.domains.publicareas.repository import keys as repository
from mashangban.domains.publicareas.schemas import ReporterKeyView
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Unauthenticated
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Principal, Role


def issue(act: Act) -> ReporterKeyView:
    """A new key in place of an older one; shown now and never again."""
    before = repository.of_person(act.actor.person_id)
    key = secrets.token_urlsafe(24)
    event = following(act, events.KEY_ISSUED, before, Role.PERSON)
    answer = ReporterKeyView(held=True, api_key=key)
    repository.replace(act, before, repository.hashed(key), event, answer)
    return answer


def revoke(act: Act) -> ReporterKeyView:
    """No key any more."""
    answer = ReporterKeyView(held=False)
    _drop(act, act.actor.person_id, Role.PERSON, answer)
    return answer


def held(actor: Principal) -> ReporterKeyView:
    """Whether one has a key."""
    return ReporterKeyView(held=bool(repository.of_person(actor.person_id).hash))


def drop(act: Act, person_id: str) -> None:
    """Whoever left for good has no key."""
    _drop(act, person_id, Role.SYSTEM, None)


def reporter(key: str) -> Principal:
    """Who reports by a key: themselves, with no role they hold. Raises Unauthenticated."""
    person_id = repository.owner(key) if key else None
    if person_id is None:
        raise Unauthenticated()
    return Principal(person_id, "")


def _drop(act: Act, person_id: str, role: Role, answer: ReporterKeyView | None) -> None:
    before = repository.of_person(person_id)
    if before.hash:
        event = following(act, events.KEY_REVOKED, before, role)
        repository.replace(act, before, "", event, answer)
