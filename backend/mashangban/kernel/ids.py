"""Identifiers: sortable by time inside, readable with a check character outside."""

import secrets
from datetime import datetime

from mashangban.kernel import clock

# Crockford's base 32: no I, L, O, U, so that a number read over the phone is not misheard.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def base32(value: int, length: int) -> str:
    """The lowest bits of a number as `length` characters of five bits each."""
    return "".join(ALPHABET[value >> (5 * place) & 31] for place in reversed(range(length)))


def new_id(at: datetime | None = None) -> str:
    """26 characters: UUIDv7 (RFC 9562: 48 bits of milliseconds, then random) in Crockford base 32."""
    millis = int((at or clock.now()).timestamp() * 1000)
    random = secrets.randbits(74)
    value = millis << 80 | 7 << 76 | (random >> 62) << 64 | 2 << 62 | random & (1 << 62) - 1
    return base32(value, 26)


def _check_character(text: str) -> str:
    """ISO 7064 MOD 37,36 finds every single wrong character and every swap of neighbours."""
    symbols = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 36
    for symbol in text:
        rest = (rest + symbols.index(symbol)) % 36 or 36
        rest = rest * 2 % 37
    return symbols[(37 - rest) % 36]


def public_number(prefix: str, at: datetime) -> str:
    """A number for people, e.g. `HT-20261123-7K3M9QTB-X`: kind, day, random part, check character."""
    day = clock.local_date(at).strftime("%Y%m%d")
    body = base32(secrets.randbits(40), 8)
    return f"{prefix}-{day}-{body}-{_check_character(prefix + day + body)}"


def is_public_number(text: str) -> bool:
    """Whether a typed number can be one of ours (form and check character)."""
    parts = text.strip().upper().split("-")
    if len(parts) != 4 or not all(part.isascii() and part.isalnum() for part in parts):
        return False
    return _check_character("".join(parts[:3])) == parts[3]
