"""By which two browsers find each other: STUN as it is, TURN with a name and password that end with the sharing. Pure.

The name is the instant of its end and whose it is, the password the relay's shared secret over that name (long-term
credentials of RFC 8489 Art. 9.2, filled in as coturn's REST scheme does, draft-uberti-behave-turn-rest): the relay
needs no list of people and we need to tell it nothing.
"""

import hmac
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RtcServer:
    """One server; a relay has a name and a password."""

    urls: str
    username: str = ""
    credential: str = ""


def known(
    plain: Sequence[str], relays: Sequence[str], secret: bytes, whose: str, until: datetime
) -> list[RtcServer]:
    """Every server for one sharing; `secret` is what we share with the relays."""
    username = f"{int(until.timestamp())}:{whose}"
    # The scheme fixes SHA-1; as a MAC it is not broken (RFC 6151).
    credential = b64encode(hmac.digest(secret, username.encode(), "sha1")).decode() if relays else ""
    return [RtcServer(one) for one in plain] + [RtcServer(one, username, credential) for one in relays]
