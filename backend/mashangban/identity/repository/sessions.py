"""Sessions: the item the kernel reads on each request, and the person's own list of them."""

from datetime import datetime

from pynamodb.exceptions import DoesNotExist

from mashangban.identity.models import SessionEntryRecord, SessionRecord
from mashangban.identity.rules.people import Person, subject
from mashangban.identity.rules.sessions import LiveSession
from mashangban.identity.terms import SignInMethod
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Grant
from mashangban.kernel.sessions import IDENTITY, grants_to_text, session_pk
from mashangban.kernel.transaction import Transaction

Carried = list[tuple[Grant, datetime | None]]


def of_person(person_id: str, at: datetime) -> list[LiveSession]:
    """The person's live sessions, newest first (one consistent query)."""
    records = SessionEntryRecord.query(
        subject(person_id).pk,
        SessionEntryRecord.SK.startswith("SESSION#"),
        consistent_read=True,
        scan_index_forward=False,
    )
    return [_live(record) for record in records if at < record.ends_at]


def _live(record: SessionEntryRecord) -> LiveSession:
    return LiveSession(
        record.SK.removeprefix("SESSION#"),
        record.method,
        record.device,
        record.console,
        record.created_at,
        record.ends_at,
    )


def read(session_id: str, at: datetime) -> SessionRecord | None:
    """The session item if it still lives."""
    try:
        record = SessionRecord.get(session_pk(session_id), "SESSION", consistent_read=True)
    except DoesNotExist:
        return None
    return record if at < record.ends_at else None


def open_session(
    tx: Transaction,
    holder: Person,
    session: LiveSession,
    grants: Carried,
    salt: str,
    secret: tuple[str, str] | None = None,
) -> None:
    """Write a new session; `secret` is hash and CSRF token of a console cookie."""
    expires = int(session.ends_at.timestamp())
    record = SessionRecord(
        session_pk(session.id),
        "SESSION",
        person_id=holder.id,
        epoch=1,
        grants=grants_to_text(grants),
        real_name=holder.is_verified,
        label=holder.label,
        ends_at=session.ends_at,
        method=session.method,
        created_at=session.created_at,
        generation=1,
        rotated_at=session.created_at,
        refresh_salt=salt,
        expires_at=expires,
    )
    if secret is not None:
        record.secret_hash, record.csrf = secret
    tx.create(record)
    entry = SessionEntryRecord(
        holder.subject.pk,
        f"SESSION#{session.id}",
        method=session.method,
        device=session.device,
        console=session.console,
        created_at=session.created_at,
        ends_at=session.ends_at,
        expires_at=expires,
    )
    tx.create(entry)


def end(tx: Transaction, person_id: str, session_id: str) -> None:
    """Remove a session; ending it twice is no error."""
    tx.delete(SessionRecord(session_pk(session_id), "SESSION"))
    tx.delete(SessionEntryRecord(subject(person_id).pk, f"SESSION#{session_id}"))


def carry_grants(tx: Transaction, sessions: list[LiveSession], grants: Carried) -> None:
    """Put changed rights into each live session; the epoch makes phones fetch a new token. A kiosk's has none."""
    for session in sessions:
        if session.method is SignInMethod.KIOSK:
            continue
        tx.update(
            SessionRecord(session_pk(session.id), "SESSION"),
            [SessionRecord.grants.set(grants_to_text(grants)), SessionRecord.epoch.add(1)],
            condition=SessionRecord.epoch.exists(),
        )


def carry_name(tx: Transaction, sessions: list[LiveSession], holder: Person) -> None:
    """Put a proven (or withdrawn) name into each live session; tokens stay good."""
    for session in sessions:
        tx.update(
            SessionRecord(session_pk(session.id), "SESSION"),
            [SessionRecord.real_name.set(holder.is_verified), SessionRecord.label.set(holder.label)],
            condition=SessionRecord.epoch.exists(),
        )


def rotate(act: Act, record: SessionRecord, grants: Carried, ends_at: datetime) -> None:
    """Make the next refresh token the valid one. Raises Stale when rights or token changed meanwhile."""
    expires = int(ends_at.timestamp())
    session_id = record.PK.removeprefix("SESSION#")
    unchanged = (SessionRecord.generation == record.generation) & (SessionRecord.epoch == record.epoch)
    with Transaction(act, IDENTITY) as tx:
        tx.update(
            record,
            [
                SessionRecord.generation.add(1),
                SessionRecord.rotated_at.set(act.at),
                SessionRecord.grants.set(grants_to_text(grants)),
                SessionRecord.ends_at.set(ends_at),
                SessionRecord.expires_at.set(expires),
            ],
            condition=unchanged,
        )
        tx.update(
            SessionEntryRecord(subject(record.person_id).pk, f"SESSION#{session_id}"),
            [SessionEntryRecord.ends_at.set(ends_at), SessionEntryRecord.expires_at.set(expires)],
            condition=SessionEntryRecord.created_at.exists(),
        )
