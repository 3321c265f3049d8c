"""Kiosks that wait to be let in: one item a picture, let in once, used once."""

import hmac
from datetime import datetime

from pynamodb.exceptions import DoesNotExist

from mashangban.identity import errors
from mashangban.identity.models import ScanRecord
from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


def ask(code: str, secret: str, label: str, ends_at: datetime) -> None:
    """A kiosk shows this code from now on; its secret never leaves it."""
    ScanRecord(
        _pk(code),
        "SCAN",
        label=label,
        secret_hash=_digest(secret),
        ends_at=ends_at,
        expires_at=int(ends_at.timestamp()),
    ).save()


def get(code: str, at: datetime) -> ScanRecord:
    """What waits under a code. Raises ScanOver."""
    try:
        found = ScanRecord.get(_pk(code), "SCAN", consistent_read=True)
    except DoesNotExist as missing:
        raise errors.ScanOver() from missing
    if at >= found.ends_at:
        raise errors.ScanOver()
    return found


def let_in(act: Act, code: str) -> None:
    """Somebody says on their phone that they stand there. Raises ScanOver for a second one."""
    with Transaction(act, IDENTITY) as tx:
        tx.update(
            ScanRecord(_pk(code), "SCAN"),
            [ScanRecord.person_id.set(act.actor.person_id)],
            condition=ScanRecord.ends_at.exists() & ScanRecord.person_id.does_not_exist(),
            otherwise=errors.ScanOver(),
        )
        tx.answer(None)


def knows(found: ScanRecord, secret: str) -> bool:
    """Whether it is the kiosk itself that asks."""
    return hmac.compare_digest(found.secret_hash, _digest(secret))


def spend(tx: Transaction, code: str) -> None:
    """Use the code up in the sign-in that it opens."""
    tx.delete(
        ScanRecord(_pk(code), "SCAN"), condition=ScanRecord.person_id.exists(), otherwise=errors.ScanOver()
    )


def _pk(code: str) -> str:
    return f"SCAN#{crypto.keyed_hash('scan', code)}"


def _digest(secret: str) -> str:
    return crypto.keyed_hash("scan-secret", secret)
