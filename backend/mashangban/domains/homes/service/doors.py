"""Door codes: one a home, unguessable, static, versioned and revocable."""

from dataclasses import replace

from mashangban.domains.homes import events, permissions
from mashangban.domains.homes.repository import estates
from mashangban.domains.homes.repository import homes as repository
from mashangban.domains.homes.rules.home import Home
from mashangban.domains.homes.schemas import DoorCard, HomeDone
from mashangban.domains.homes.terms import DOOR_CODE
from mashangban.kernel import codes, crypto, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.settings import settings


def body_of(home_id: str, version: int) -> str:
    """The same ten characters for the same door and version, so that a row written twice prints one code."""
    number = int.from_bytes(crypto.mac("code-key", f"{DOOR_CODE}|{home_id}|{version}")[:8])
    return ids.base32(number & (1 << 50) - 1, 10)


def code_of(home: Home) -> str:
    """What the QR picture carries."""
    return codes.issue(DOOR_CODE, home.code_body)


def url_of(home: Home) -> str:
    """The address in the QR picture."""
    return f"{settings().public_url}/j/d/{code_of(home)}"


def home_of(code: str) -> Home:
    """The home behind a scanned door. Raises AlteredCode, CodeRevoked, NotFound."""
    return repository.of_code(codes.read(DOOR_CODE, code))


def read_code(code: str) -> DoorCard:
    """What anybody sees after scanning a door, before signing in. Raises AlteredCode, CodeRevoked, NotFound."""
    home = home_of(code)
    builder = estates.get(home.estate_id).builder
    return DoorCard(
        home_id=home.id, estate_name=home.estate_name, label=home.door.label, builder_name=builder.name
    )


def renew_code(act: Act, home_id: str) -> HomeDone:
    """A lost or torn code: the old one is void."""
    home = repository.own(home_id, act.actor.reach(permissions.MANAGE_ESTATE))
    number = home.code_version + 1
    after = replace(home, code_version=number, code_body=body_of(home.id, number))
    role = act.actor.role_for(permissions.MANAGE_ESTATE, home.office)
    event = following(act, events.CODE_RENEWED, home, role, {"code_version": number})
    answer = done(replace(after, version=event.version))
    repository.renew_code(act, home, after, event, answer)
    return answer


def done(home: Home) -> HomeDone:
    """A home after an office's act."""
    return HomeDone(
        id=home.id,
        label=home.door.label,
        handed_over_on=home.handed_over_on,
        code=code_of(home),
        code_url=url_of(home),
        version=home.version,
    )
