"""Whether an enterprise could seal a paper now; for rooms that ask before they order."""

from datetime import datetime

from mashangban.documents import errors
from mashangban.documents.repository import seals
from mashangban.documents.rules import decisions


def may_seal(enterprise_id: str, at: datetime) -> bool:
    """Whether the enterprise has a seal in force."""
    try:
        decisions.check_seal(seals.find(enterprise_id), at)
    except errors.SealUnavailable:
        return False
    return True
