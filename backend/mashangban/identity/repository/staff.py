"""Accounts of staff: user name, password hash, authenticator secret."""

from dataclasses import dataclass, field
from datetime import datetime

from pynamodb.exceptions import DoesNotExist

from mashangban.identity import errors
from mashangban.identity.models import StaffRecord
from mashangban.kernel import crypto
from mashangban.kernel.transaction import Transaction

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class StaffAccount:
    """A user name that signs in with a password and a one-time code; until `initial_until` it may be with the password
    that an administrator handed over."""

    username: str
    person_id: str
    password: str = field(repr=False)
    totp: str = field(repr=False)
    last_step: int = 0
    initial_until: datetime | None = None


def find(username: str) -> StaffAccount | None:
    """The account, or None (one consistent read; none for what can't be a user name)."""
    if len(username) > _LONGEST:
        return None
    try:
        record = StaffRecord.get(_pk(username), "STAFF", consistent_read=True)
    except DoesNotExist:
        return None
    totp = crypto.unseal(record.totp_sealed, _context(username))
    step = int(record.last_step)
    return StaffAccount(username, record.person_id, record.password, totp, step, record.initial_until)


def add(tx: Transaction, account: StaffAccount) -> None:
    """Write a new account. The transaction raises UsernameTaken."""
    tx.create(_record(account), otherwise=errors.UsernameTaken())


def replace(tx: Transaction, account: StaffAccount) -> None:
    """Write new credentials of an account."""
    tx.put(_record(account))


def use_step(tx: Transaction, account: StaffAccount, step: int) -> None:
    """Spend a one-time code: of two uses at once only one gets through."""
    tx.update(
        StaffRecord(_pk(account.username), "STAFF"),
        [StaffRecord.last_step.set(step)],
        condition=StaffRecord.last_step < step,
        otherwise=errors.StaffRefused(),
    )


def remove(tx: Transaction, username: str) -> None:
    """Delete an account."""
    tx.delete(StaffRecord(_pk(username), "STAFF"))


def _record(account: StaffAccount) -> StaffRecord:
    return StaffRecord(
        _pk(account.username),
        "STAFF",
        person_id=account.person_id,
        password=account.password,
        totp_sealed=crypto.seal(account.totp, _context(account.username)),
        last_step=account.last_step,
        initial_until=account.initial_until,
    )


def _pk(username: str) -> str:
    return f"STAFF#{username.lower()}"


def _context(username: str) -> str:
    return f"identity|{_pk(username)}|totp"
