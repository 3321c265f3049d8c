"""Seals and the certificates behind them; private keys are encrypted for the item they stand in."""

from base64 import b64decode, b64encode
from datetime import datetime

from pynamodb.expressions.update import Action

from mashangban.documents.models import TABLE, AuthorityRecord, EndedCertificateRecord, SealRecord
from mashangban.documents.rules.records import Seal
from mashangban.documents.signing.authority import Authority, Identity
from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.transaction import Transaction

_AUTHORITY = ("AUTHORITY#1", "AUTHORITY")


def find_authority() -> Authority | None:
    """The platform's certificates, None before the first run made them."""
    try:
        record = AuthorityRecord.get(*_AUTHORITY, consistent_read=True)
    except AuthorityRecord.DoesNotExist:
        return None
    return Authority(
        record.root,
        Identity(record.issuer, _open_key(record.issuer_key, "authority|issuer")),
        Identity(record.witness, _open_key(record.witness_key, "authority|witness")),
    )


def keep_authority(act: Act, authority: Authority) -> bool:
    """Stores a new authority unless another process was faster; says whether this one stands."""
    record = AuthorityRecord(
        *_AUTHORITY,
        root=authority.root,
        issuer=authority.issuer.certificate,
        issuer_key=_seal_key(authority.issuer.key, "authority|issuer"),
        witness=authority.witness.certificate,
        witness_key=_seal_key(authority.witness.key, "authority|witness"),
        founded_at=act.at,
    )
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(record)
    except Stale:
        return False
    return True


def find(enterprise_id: str) -> Seal | None:
    """The enterprise's seal (consistent), or None."""
    try:
        return _seal(SealRecord.get(f"SEAL#{enterprise_id}", "SEAL", consistent_read=True))
    except SealRecord.DoesNotExist:
        return None


def create(tx: Transaction, seal: Seal, event: Event, otherwise: AppError) -> None:
    """A first seal."""
    tx.create(_record(seal), event, otherwise=otherwise)


def save(tx: Transaction, before: Seal, after: Seal, event: Event) -> None:
    """The next state of a seal, or a new one in place of a revoked one."""
    kind = SealRecord
    actions: list[Action] = [
        kind.name.set(after.name),
        kind.uscc.set(after.uscc),
        kind.purpose.set(after.purpose),
        kind.serial.set(after.serial),
        kind.specimen.set(after.specimen),
        kind.state.set(after.state),
        kind.drawing.set(after.drawing),
        kind.diameter.set(after.diameter),
        kind.certificate.set(after.certificate),
        kind.key.set(after.key),
        kind.certificate_serial.set(after.certificate_serial),
        kind.issued_at.set(after.issued_at),
        kind.valid_to.set(after.valid_to),
        kind.matters.set(after.matters),
        kind.custodian_id.set(after.custodian_id) if after.custodian_id else kind.custodian_id.remove(),
        kind.custodian.set(after.custodian),
        kind.stopped_by_office.set(after.stopped_by_office),
        kind.reason.set(after.reason),
    ]
    tx.amend(_record(before), event, actions)


def end_certificate(tx: Transaction, seal: Seal, at: datetime) -> None:
    """The status that verifiers read, in the transaction that revokes the seal."""
    status = EndedCertificateRecord(
        f"CERTIFICATE#{seal.certificate_serial}", "ENDED", enterprise_id=seal.enterprise_id, ended_at=at
    )
    tx.create(status)


def certificate_ended(serial: str) -> datetime | None:
    """Since when a certificate vouches for nothing new; None while it stands or is none of ours."""
    try:
        return EndedCertificateRecord.get(f"CERTIFICATE#{serial}", "ENDED").ended_at
    except EndedCertificateRecord.DoesNotExist:
        return None


def protect_key(enterprise_id: str, key: bytes) -> str:
    """A seal's private key as it is stored: it opens for this enterprise's item only."""
    return _seal_key(key, f"seal|{enterprise_id}")


def identity_of(seal: Seal) -> Identity:
    """Certificate and opened key, for the moment of sealing."""
    return Identity(seal.certificate, _open_key(seal.key, f"seal|{seal.enterprise_id}"))


def _record(one: Seal) -> SealRecord:
    return SealRecord(
        f"SEAL#{one.enterprise_id}",
        "SEAL",
        name=one.name,
        uscc=one.uscc,
        purpose=one.purpose,
        serial=one.serial,
        specimen=one.specimen,
        state=one.state,
        drawing=one.drawing,
        diameter=one.diameter,
        certificate=one.certificate,
        key=one.key,
        certificate_serial=one.certificate_serial,
        issued_at=one.issued_at,
        valid_to=one.valid_to,
        matters=one.matters,
        custodian_id=one.custodian_id,
        custodian=one.custodian,
        stopped_by_office=one.stopped_by_office,
        reason=one.reason,
        version=one.version,
        chain=one.chain,
    )


def _seal(record: SealRecord) -> Seal:
    return Seal(
        enterprise_id=record.PK.partition("#")[2],
        name=record.name,
        uscc=record.uscc,
        purpose=record.purpose,
        serial=record.serial,
        specimen=record.specimen,
        state=record.state,
        drawing=record.drawing,
        diameter=float(record.diameter),
        certificate=record.certificate,
        key=record.key,
        certificate_serial=record.certificate_serial,
        issued_at=record.issued_at,
        valid_to=record.valid_to,
        matters=record.matters,
        custodian_id=record.custodian_id,
        custodian=record.custodian,
        stopped_by_office=record.stopped_by_office,
        reason=record.reason,
        version=int(record.version),
        chain=record.chain,
    )


def _seal_key(key: bytes, place: str) -> str:
    return crypto.seal(b64encode(key).decode(), f"documents|{place}|key")


def _open_key(sealed: str, place: str) -> bytes:
    return b64decode(crypto.unseal(sealed, f"documents|{place}|key"))
