"""Text-message codes: one valid code per phone, five tries, used once."""

import hmac
from datetime import datetime
from typing import Any

from pynamodb.exceptions import DoesNotExist, PutError, UpdateError

from mashangban.identity import errors
from mashangban.identity.models import CodeRecord
from mashangban.identity.terms import CODE_LIFE, CODE_RESEND, CODE_TRIES
from mashangban.kernel import crypto
from mashangban.kernel.transaction import Transaction

_REFUSED = "ConditionalCheckFailedException"


def keep(phone: str, code: str, at: datetime) -> None:
    """Make this the phone's code. Raises TooManyCodes within a minute of the last one, which a clock that was ahead
    does not make longer.
    """
    ends = at + CODE_LIFE
    record = CodeRecord(
        _pk(phone),
        "CODE",
        code_hash=_digest(phone, code),
        tries=0,
        resend_at=at + CODE_RESEND,
        ends_at=ends,
        expires_at=int(ends.timestamp()),
    )
    resend: Any = CodeRecord.resend_at
    try:
        record.save(condition=resend.does_not_exist() | (resend <= at) | (resend > at + CODE_RESEND))
    except PutError as early:
        if early.cause_response_code != _REFUSED:
            raise
        raise errors.TooManyCodes(int(CODE_RESEND.total_seconds())) from early


def allow_resend(phone: str, at: datetime) -> None:
    """Let the person ask again at once: the message may not have left."""
    CodeRecord(_pk(phone), "CODE").update([CodeRecord.resend_at.set(at)])


def check(phone: str, code: str, at: datetime) -> str:
    """Count a try, then compare; returns the digest to spend. Raises WrongCode or CodeSpent."""
    try:
        record = CodeRecord.get(_pk(phone), "CODE", consistent_read=True)
        record.update(
            [CodeRecord.tries.add(1)],
            condition=(CodeRecord.tries < CODE_TRIES) & (CodeRecord.code_hash == record.code_hash),
        )
    except DoesNotExist as missing:
        raise errors.WrongCode() from missing
    except UpdateError as refused:
        if refused.cause_response_code != _REFUSED:
            raise
        raise errors.CodeSpent() from refused
    given = _digest(phone, code)
    if at >= record.ends_at or not hmac.compare_digest(given, record.code_hash):
        raise errors.WrongCode()
    return given


def spend(tx: Transaction, phone: str, digest: str) -> None:
    """Use the code up in the act that it opens; of two at once only one gets through."""
    tx.delete(
        CodeRecord(_pk(phone), "CODE"),
        condition=CodeRecord.code_hash == digest,
        otherwise=errors.WrongCode(),
    )


def _pk(phone: str) -> str:
    return f"CODE#{crypto.keyed_hash('phone', phone)}"


def _digest(phone: str, code: str) -> str:
    """Keyed: six digits under a plain hash would be guessed in a moment by who reads the table."""
    return crypto.keyed_hash("sms-code", f"{phone}|{code}")
