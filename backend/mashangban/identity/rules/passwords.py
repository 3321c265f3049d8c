"""Passwords of staff: kept only as scrypt (RFC 7914), never in plain."""

import hashlib
import hmac
import os
from base64 import b64decode, b64encode
from itertools import pairwise

SHORTEST = 12
LONGEST = 128
_N, _R, _P = (
    2**16,
    8,
    2,
)  # 64 MiB, about a fifth of a second here; one of OWASP's equal choices of memory and time
_MEMORY = 96 * 1024 * 1024
# Compared with when the user name is unknown, so that the answer takes as long; nothing hashes to zeros.
NOBODY = f"scrypt${_N}${_R}${_P}${b64encode(bytes(16)).decode()}${b64encode(bytes(32)).decode()}"
_COMMON = ("password", "qwerty", "letmein", "welcome", "admin", "mashangban", "1q2w3e", "iloveyou")


def hash_password(password: str) -> str:
    """`scrypt$n$r$p$salt$hash`, so that the cost can rise without locking anyone out."""
    salt = os.urandom(16)
    return f"scrypt${_N}${_R}${_P}${b64encode(salt).decode()}${b64encode(_scrypt(password, salt, _N, _R, _P)).decode()}"


def matches(password: str, stored: str) -> bool:
    """Whether the password is the stored one, in constant time."""
    _, n, r, p, salt, expected = stored.split("$")
    given = _scrypt(password, b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(given, b64decode(expected))


def is_weak(password: str, username: str) -> bool:
    """Too short, holds the user name or a well-known word, or is made of few characters or of one run."""
    plain = password.lower()
    return (
        not SHORTEST <= len(password) <= LONGEST
        or username.lower() in plain
        or any(word in plain for word in _COMMON)
        or len(set(plain)) < 6
        or _is_run(plain)
    )


def _is_run(text: str) -> bool:
    """Mostly neighbours of the alphabet or of the digits: `abcdef123456`."""
    steps = [abs(ord(right) - ord(left)) == 1 for left, right in pairwise(text)]
    return sum(steps) >= len(steps) * 0.75


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32)
