"""A machine that the platform knows, in its own words, signed: `name|until|seal`. Pure but for the seal's key.

The room that keeps the machines gives one out with each sign of life; identity shows its words to whoever lets the
machine in, so nobody is asked to sign in at a machine that does not exist, or under another one's name.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

from mashangban.kernel import clock, crypto


def vouch(label: str, at: datetime, life: timedelta) -> str:
    """Words for a machine, good for a while."""
    body = f"{clock.to_text(at + life)}|{label}"
    return urlsafe_b64encode(f"{_seal(body)}|{body}".encode()).decode().rstrip("=")


def vouched(text: str, at: datetime) -> str | None:
    """The machine's words; None when they are not ours, or no longer good."""
    try:
        given, until, label = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split("|", 2)
    except ValueError:
        return None
    if not hmac.compare_digest(given.encode(), _seal(f"{until}|{label}").encode()):
        return None
    return label if clock.to_text(at) < until else None


def _seal(body: str) -> str:
    return urlsafe_b64encode(crypto.mac("code-key", f"voucher|{body}")).decode().rstrip("=")
