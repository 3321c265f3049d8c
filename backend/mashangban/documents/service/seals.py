"""Enterprise seals: cut for an approved application, enabled by their custodian, used only while active.

国务院令第716号第9条 and 电子签名法第13条 ask that a seal stays under its owner's control. A demonstration stage cuts
specimen seals only.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from mashangban.documents import errors, events, permissions
from mashangban.documents.models import TABLE
from mashangban.documents.rendering import vectors
from mashangban.documents.repository import objects
from mashangban.documents.repository import seals as repository
from mashangban.documents.repository import steps as timeline
from mashangban.documents.rules import applications, decisions
from mashangban.documents.rules.records import Seal
from mashangban.documents.schemas.seals import SealView
from mashangban.documents.service import views
from mashangban.documents.service.steps import place_of, step
from mashangban.documents.signing import authority as certificates
from mashangban.documents.signing.authority import Authority, Identity
from mashangban.documents.terms import CONTRACT_SEAL, SealMatter, SealState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, NotFound
from mashangban.kernel.events import Event, happened
from mashangban.kernel.permissions import Permission, Place, Principal, Role
from mashangban.kernel.settings import settings
from mashangban.kernel.transaction import Transaction

find = repository.find
identity_of = repository.identity_of
_ENTERPRISE = frozenset({Role.OPERATOR, Role.ENTERPRISE_ADMIN})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be cut: its owner, the line below the star, the papers it may close and who keeps it."""

    enterprise_id: str
    name: str
    uscc: str
    purpose: str = CONTRACT_SEAL
    serial: str = ""
    matters: tuple[SealMatter, ...] = tuple(SealMatter)
    custodian_id: str | None = None
    custodian: str = ""


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
    """A registrar's own seal for an enterprise, in force at once. Raises SealExists, SealRefused, Forbidden.

    `uscc` goes into the certificate; a revoked seal is replaced, one in force or suspended is not.
    """
    role = act.actor.role_for(permissions.ISSUE_SEAL, Place(orgs=frozenset({enterprise_id})))
    wanted = Wanted(enterprise_id, name, uscc, purpose, serial)
    with Transaction(act, TABLE) as tx:
        view, event = cut(tx, act, wanted, SealState.ACTIVE, role)
        timeline.note(tx, step(act, enterprise_id, event))
        tx.answer(view)
    return view


def cut(tx: Transaction, act: Act, wanted: Wanted, state: SealState, role: Role) -> tuple[SealView, Event]:
    """Makes picture, key and certificate within an act's transaction. Raises SealExists, SealRefused."""
    before = repository.find(wanted.enterprise_id)
    applications.check_free(before)
    seal = _made(act, wanted, state)
    event = happened(
        act,
        events.SEAL_ISSUED,
        seal.subject,
        {"drawing": seal.drawing, "certificate": seal.certificate_serial, "specimen": seal.specimen},
        role=role,
        version=(before.version if before else 0) + 1,
        previous=before.chain if before else seal.chain,
    )
    if before is None:
        repository.create(tx, seal, event, errors.SealExists())
    else:
        repository.save(tx, before, seal, event)
    return views.of_seal(replace(seal, version=event.version)), event


def enable_seal(act: Act, enterprise_id: str) -> SealView:
    """The custodian, or who leads the enterprise, takes a cut seal into use. Raises NotCustodian, SealStateConflict."""
    place = place_of(enterprise_id)
    role = act.actor.role_for(permissions.ENABLE_SEAL, place)
    before = _standing(enterprise_id)
    leads = any(
        one.role is Role.ENTERPRISE_ADMIN and one.scope.covers(place, act.actor.person_id)
        for one in act.actor.grants
    )
    applications.check_enabling(before, act.actor.person_id, leads=leads)
    return _write(act, before, replace(before, state=SealState.ACTIVE), events.SEAL_ENABLED, role)


def suspend_seal(act: Act, enterprise_id: str, reason: str) -> SealView:
    """Stops the use of a seal for the time being."""
    return _move(
        act, enterprise_id, SealState.SUSPENDED, reason, permissions.SUSPEND_SEAL, events.SEAL_SUSPENDED
    )


def resume_seal(act: Act, enterprise_id: str, reason: str) -> SealView:
    """Lets a suspended seal be used again. Raises StoppedByOffice to the enterprise."""
    return _move(act, enterprise_id, SealState.ACTIVE, reason, permissions.STOP_SEAL, events.SEAL_RESUMED)


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
    actor.reach(permissions.READ_SEAL).require(place_of(enterprise_id))
    return _standing(enterprise_id)


def _standing(enterprise_id: str) -> Seal:
    seal = repository.find(enterprise_id)
    if seal is None:
        raise NotFound()
    return seal


def check_face(name: str, purpose: str, serial: str = "") -> None:
    """Whether a seal can be cut with these words. Raises SealRefused."""
    from mashangban.documents.seals import geometry  # as below

    problems = geometry.problems_of(geometry.SealFace(name, purpose, serial))
    if problems:
        raise errors.SealRefused("；".join(problems), errors=[FieldError("name", one) for one in problems])


def _made(act: Act, wanted: Wanted, state: SealState) -> Seal:
    from mashangban.documents.seals import geometry  # fontTools is loaded by those who draw

    check_face(wanted.name, wanted.purpose, wanted.serial)
    specimen = not settings().production
    picture = geometry.draw(geometry.SealFace(wanted.name, wanted.purpose, wanted.serial, specimen=specimen))
    common_name = f"{wanted.name} {wanted.purpose}".strip()
    identity: Identity = certificates.issue(
        authority(act).issuer, common_name, wanted.name, act.at, wanted.uscc
    )
    return Seal(
        enterprise_id=wanted.enterprise_id,
        name=wanted.name,
        uscc=wanted.uscc,
        purpose=wanted.purpose,
        serial=wanted.serial,
        specimen=specimen,
        state=state,
        drawing=objects.put(picture.stored(), "application/json"),
        diameter=picture.width,
        certificate=identity.certificate,
        key=repository.protect_key(wanted.enterprise_id, identity.key),
        certificate_serial=identity.serial,
        issued_at=act.at,
        valid_to=identity.expires_at,
        matters=wanted.matters,
        custodian_id=wanted.custodian_id,
        custodian=wanted.custodian,
    )


def _move(
    act: Act, enterprise_id: str, to: SealState, reason: str, permission: Permission, kind: str
) -> SealView:
    role = act.actor.role_for(permission, place_of(enterprise_id))
    before, by_office = _standing(enterprise_id), role not in _ENTERPRISE
    decisions.check_seal_move(before, to)
    if to is SealState.ACTIVE:
        applications.check_resumption(before, by_office=by_office)
    stopped_by_office = by_office and to is SealState.SUSPENDED
    after = replace(before, state=to, reason=reason, stopped_by_office=stopped_by_office)
    return _write(act, before, after, kind, role)


def _write(act: Act, before: Seal, after: Seal, kind: str, role: Role) -> SealView:
    event = happened(
        act,
        kind,
        before.subject,
        {"state": after.state.value},
        role=role,
        version=before.version + 1,
        previous=before.chain,
    )
    view = views.of_seal(replace(after, version=event.version))
    with Transaction(act, TABLE) as tx:
        repository.save(tx, before, after, event)
        if after.state is SealState.REVOKED:
            repository.end_certificate(tx, after, act.at)
        timeline.note(tx, step(act, before.enterprise_id, event, after.reason))
        tx.answer(view)
    return view
