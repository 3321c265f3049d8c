"""Passwords of staff: kept only as scrypt (RFC 7914) of what a secret key makes of them, never in plain.

The key lies apart from the table (`password-key`): whoever takes the table alone has nothing to guess against (OWASP
ASVS 2.4.5; NIST SP 800-63B, 5.1.1.2).
"""

import hashlib
import hmac
import os
from base64 import b64decode, b64encode

from mashangban.kernel import crypto

SHORTEST = 12
LONGEST = 128
_N, _R, _P = (
    2**16,
    8,
    2,
)  # 64 MiB, about a fifth of a second here; one of OWASP's equal choices of memory and time
_MEMORY = 96 * 1024 * 1024
# Compared with when the user name is unknown, so that the answer takes as long; nothing hashes to zeros.
NOBODY = f"hmac-scrypt${_N}${_R}${_P}${b64encode(bytes(16)).decode()}${b64encode(bytes(32)).decode()}"
_KEYED = "hmac-scrypt"
_STRONG = 4
"""zxcvbn's highest score: at least 10^10 guesses."""
_JUDGED = 72
"""As many characters are looked at: the time it takes grows with them."""


def hash_password(password: str) -> str:
    """`hmac-scrypt$n$r$p$salt$hash`, so that the cost can rise without locking anyone out."""
    salt = os.urandom(16)
    made = _scrypt(_keyed(password), salt, _N, _R, _P)
    return f"{_KEYED}${_N}${_R}${_P}${b64encode(salt).decode()}${b64encode(made).decode()}"


def matches(password: str, stored: str) -> bool:
    """Whether the password is the stored one, in constant time. What was kept before there was a key matches too."""
    form, n, r, p, salt, expected = stored.split("$")
    secret = _keyed(password) if form == _KEYED else password.encode()
    given = _scrypt(secret, b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(given, b64decode(expected))


def is_weak(password: str, username: str) -> bool:
    """Too short, holds the user name, or would be guessed: from lists of passwords that were found in breaches, words,
    names, years, runs, repeats and neighbours on the keyboard (zxcvbn; Wheeler, USENIX Security 2016)."""
    from zxcvbn import zxcvbn  # its word lists take a tenth of a second, and passwords are chosen seldom

    if not SHORTEST <= len(password) <= LONGEST or username.lower() in password.lower():
        return True
    return bool(zxcvbn(password[:_JUDGED], user_inputs=["mashangban"])["score"] < _STRONG)


def _keyed(password: str) -> bytes:
    return crypto.mac("password-key", password)


def _scrypt(secret: bytes, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(secret, salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32)
