"""What others may read of what somebody wrote: personal data masked, insults held for a human. Pure."""

from mashangban.domains.publicareas.terms import Wording
from mashangban.kernel.publicwords import insulting, masked


def judged(text: str) -> Wording:
    """Whether a text may be shown at once."""
    return Wording.HELD if insulting(text) else Wording.SHOWN


def public(text: str, wording: Wording) -> str:
    """What others read."""
    return masked(text) if wording is Wording.SHOWN else f"（{wording.label}）"
