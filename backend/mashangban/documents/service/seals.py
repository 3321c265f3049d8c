"""Enterprise seals: made by a registrar, stopped by the registrar or the enterprise, used only while active.

国务院令第716号第9条 and 电子签名法第13条 ask that a seal stays under its owner's control. A demonstration stage cuts
specimen seals only.
"""

from dataclasses import replace
from functools import lru_cache

from mashangban.documents import errors, events, permissions
from mashangban.documents.rendering import vectors
from mashangban.documents.repository import objects
from mashangban.documents.repository import seals as repository
from mashangban.documents.rules import decisions
from mashangban.documents.rules.records import Seal
from mashangban.documents.schemas.views import SealView
from mashangban.documents.service import views
from mashangban.documents.signing import authority as certificates
from mashangban.documents.signing.authority import Authority, Identity
from mashangban.documents.terms import CONTRACT_SEAL, SealState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, NotFound
from mashangban.kernel.events import happened
from mashangban.kernel.permissions import Permission, Place, Principal
from mashangban.kernel.settings import settings

find = repository.find
identity_of = repository.identity_of


def authority(act: Act) -> Authority:
    """The platform's certificates, made at the first need; of two processes that try at once one wins."""
    standing = repository.find_authority()
    if standing is not None:
        return standing
    made = certificates.found(act.at)
    if repository.keep_authority(act, made):
        return made
    winner = repository.find_authority()
    if winner is None:
        raise RuntimeError("an authority was stored and is gone")
    return winner


def root_certificate() -> bytes:
    """The certificate that vouches for all others, as PEM. Raises NotFound before the first seal was made."""
    standing = repository.find_authority()
    if standing is None:
        raise NotFound()
    return certificates.pem(standing.root)


def issue_seal(
    act: Act, enterprise_id: str, name: str, uscc: str, *, purpose: str = CONTRACT_SEAL, serial: str = ""
) -> SealView:
    """Makes an enterprise's seal: picture, key and certificate. Raises SealExists, SealRefused, Forbidden.

    `uscc` goes into the certificate; a revoked seal is replaced, one in force or suspended is not.
    """
    role = act.actor.role_for(permissions.ISSUE_SEAL, Place(orgs=frozenset({enterprise_id})))
    before = repository.find(enterprise_id)
    if before is not None and before.state is not SealState.REVOKED:
        raise errors.SealExists()
    seal = _cut(act, enterprise_id, name, uscc, purpose, serial)
    event = happened(
        act,
        events.SEAL_ISSUED,
        seal.subject,
        {"drawing": seal.drawing, "certificate": seal.certificate_serial, "specimen": seal.specimen},
        role=role,
        version=(before.version if before else 0) + 1,
        previous=before.chain if before else seal.chain,
    )
    view = views.of_seal(replace(seal, version=event.version))
    if before is None:
        repository.create(act, seal, event, view, errors.SealExists())
    else:
        repository.save(act, before, seal, event, view)
    return view


def suspend_seal(act: Act, enterprise_id: str, reason: str) -> SealView:
    """Stops the use of a seal for the time being."""
    return _move(
        act, enterprise_id, SealState.SUSPENDED, reason, permissions.STOP_SEAL, events.SEAL_SUSPENDED
    )


def resume_seal(act: Act, enterprise_id: str, reason: str) -> SealView:
    """Lets a suspended seal be used again."""
    return _move(act, enterprise_id, SealState.ACTIVE, reason, permissions.ISSUE_SEAL, events.SEAL_RESUMED)


def revoke_seal(act: Act, enterprise_id: str, reason: str) -> SealView:
    """Ends a seal for good; what it sealed before stays sealed."""
    return _move(act, enterprise_id, SealState.REVOKED, reason, permissions.STOP_SEAL, events.SEAL_REVOKED)


def view_seal(actor: Principal, enterprise_id: str) -> SealView:
    """The seal of an enterprise within reach. Raises NotFound."""
    return views.of_seal(_within_reach(actor, enterprise_id))


def picture(actor: Principal, enterprise_id: str) -> bytes:
    """The seal as a PNG for a screen. Raises NotFound."""
    return shown(_within_reach(actor, enterprise_id))


def shown(seal: Seal) -> bytes:
    """What the seal shows, as a PNG."""
    from mashangban.documents.rendering import typesetting  # typst is loaded by those who draw

    drawing = vectors.restored(objects.get(seal.drawing))
    return typesetting.picture(drawing.svg(), drawing.width, 200)


def stencil(seal: Seal) -> vectors.Stencil:
    """The stored picture of the seal as it was cut, ready for a page."""
    return _stencil(seal.drawing)


@lru_cache(maxsize=64)
def _stencil(sha256: str) -> vectors.Stencil:
    return vectors.restored(objects.get(sha256)).stencil()


def _within_reach(actor: Principal, enterprise_id: str) -> Seal:
    actor.reach(permissions.READ_SEAL).require(Place(orgs=frozenset({enterprise_id})))
    seal = repository.find(enterprise_id)
    if seal is None:
        raise NotFound()
    return seal


def _cut(act: Act, enterprise_id: str, name: str, uscc: str, purpose: str, serial: str) -> Seal:
    from mashangban.documents.seals import geometry  # fontTools is loaded by those who draw

    specimen = not settings().production
    face = geometry.SealFace(name, purpose, serial, specimen=specimen)
    problems = geometry.problems_of(face)
    if problems:
        raise errors.SealRefused("；".join(problems), errors=[FieldError("name", one) for one in problems])
    picture = geometry.draw(face)
    identity: Identity = certificates.issue(authority(act).issuer, f"{name} {purpose}", name, act.at, uscc)
    return Seal(
        enterprise_id=enterprise_id,
        name=name,
        uscc=uscc,
        purpose=purpose,
        serial=serial,
        specimen=specimen,
        state=SealState.ACTIVE,
        drawing=objects.put(picture.stored(), "application/json"),
        diameter=picture.width,
        certificate=identity.certificate,
        key=repository.protect_key(enterprise_id, identity.key),
        certificate_serial=identity.serial,
        issued_at=act.at,
        valid_to=identity.expires_at,
    )


def _move(
    act: Act, enterprise_id: str, to: SealState, reason: str, permission: Permission, kind: str
) -> SealView:
    role = act.actor.role_for(permission, Place(orgs=frozenset({enterprise_id})))
    before = repository.find(enterprise_id)
    if before is None:
        raise NotFound()
    decisions.check_seal_move(before, to)
    after = replace(before, state=to, reason=reason)
    event = happened(
        act,
        kind,
        before.subject,
        {"state": to.value},
        role=role,
        version=before.version + 1,
        previous=before.chain,
    )
    view = views.of_seal(replace(after, version=event.version))
    repository.save(act, before, after, event, view)
    return view
