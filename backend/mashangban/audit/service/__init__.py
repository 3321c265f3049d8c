"""Acts of the log: take events in, hand out proofs, check receipts.

For domains: `receipt_of` and `check_chain`, after their own permission has let the caller in.
"""

from mashangban.audit.service.appending import MOST_AT_ONCE, append
from mashangban.audit.service.receipts import (
    check_chain,
    event_receipt,
    receipt_of,
    subject_log,
    subject_receipt,
)
from mashangban.audit.service.state import consistency, latest_checkpoint, public_keys
from mashangban.audit.service.verification import MAX_RECEIPT, verify

__all__ = [
    "MAX_RECEIPT",
    "MOST_AT_ONCE",
    "append",
    "check_chain",
    "consistency",
    "event_receipt",
    "latest_checkpoint",
    "public_keys",
    "receipt_of",
    "subject_log",
    "subject_receipt",
    "verify",
]
