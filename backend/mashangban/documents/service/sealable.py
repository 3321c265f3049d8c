"""Whether an enterprise could seal a paper now; for rooms that ask before they order."""

from datetime import datetime

from mashangban.documents import errors
from mashangban.documents.repository import seals
from mashangban.documents.rules import decisions
from mashangban.documents.terms import Template


def may_seal(enterprise_id: str, template: Template, at: datetime) -> bool:
    """Whether the enterprise has a seal in force for such a paper."""
    try:
        decisions.check_seal(seals.find(enterprise_id), template, at)
    except errors.SealUnavailable:
        return False
    return True
