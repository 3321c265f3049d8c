"""Keeping personal data unreadable at rest, and finding it again by exact value.

XAES-256-GCM (c2sp.org/XAES-256-GCM): a key of its own for every text, derived from a data key (`data_keys`) and the
first half of a random nonce (NIST SP 800-108r1, counter mode, CMAC), then AES-256-GCM with the other half. So random
nonces are safe for 2^80 texts, and a sealed text carries no key. The context (table, key, field) is authenticated: a
ciphertext moved to another record does not open.
"""

import hashlib
import hmac
import os
import zlib
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.kdf.kbkdf import KBKDFCMAC, CounterLocation, Mode
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from mashangban.kernel import data_keys
from mashangban.kernel.secret_store import secret

# First byte of a ciphertext: was the text deflated before encryption (long Chinese JSON shrinks to a third), with what
# is known of messages beforehand (RFC 1950 calls it a preset dictionary; a short one shrinks by a third more)?
_PLAIN, _FAMILIAR = b"\x04", b"\x05"
# Of texts that carry their own wrapped key, as all did once; the middle one was deflated without a dictionary.
_INLINE = {b"\x01": _PLAIN, b"\x02": b"", b"\x03": _FAMILIAR}
# Never to be changed: what is stored opens with these bytes alone. Likelier text stands later.
_KNOWN = (
    '"city_officer@region:33"province_officer@region:33"project_manager@project:01"enterprise_admin@org:01'
    '"labour_clerk@project:01"county_officer@region:3301"operator@org:01"month":"2026年月"number":"-2026'
    '"worker":"*"what":""due":"月日（周一）24:00"contract":"01,"version":,"state":","amount_fen":,"line":"01'
    '有限公司{"dedupe":"01","kind":"notices.","link":"/console//pages//index?id=01","most":2,"people":["01'
    '"person_id":"01","place":{"orgs":["01","01"],"project":"01","region":"3301"},"posts":["'
    '"],"values":{"due":"","employer":"杭州建设劳务有限公司","project":"'
).encode()
_NONCE = 24
_HALF = 12


class Unreadable(Exception):
    """The ciphertext was altered, moved to another place, or made with another key."""


def seal(plain: str, context: str) -> str:
    """Encrypt text for one place; `context` names table, key and field. Returns base64 text."""
    number, key = data_keys.newest()
    nonce = os.urandom(_NONCE)
    text, deflated = plain.encode(), _deflated(plain.encode())
    form, content = (_FAMILIAR, deflated) if len(deflated) < len(text) else (_PLAIN, text)
    body = encrypted(key, nonce, content, context.encode())
    return b64encode(form + bytes([number]) + nonce + body).decode()


def unseal(sealed: str, context: str) -> str:
    """Open what `seal` made for the same context. Raises Unreadable."""
    raw = b64decode(sealed)
    try:
        if raw[:1] in _INLINE:
            return _inflated(_INLINE[raw[:1]], _opened_by_its_own_key(raw, context.encode())).decode()
        nonce, body = raw[2 : 2 + _NONCE], raw[2 + _NONCE :]
        content = decrypted(data_keys.numbered(raw[1]), nonce, body, context.encode())
        return _inflated(raw[:1], content).decode()
    except (InvalidTag, InvalidUnwrap, ValueError, KeyError, zlib.error) as problem:
        raise Unreadable(context) from problem


def encrypted(key: bytes, nonce: bytes, plain: bytes, context: bytes) -> bytes:
    """XAES-256-GCM: key of 32 bytes, nonce of 24; the tag stands at the end."""
    return AESGCM(_derived(key, nonce)).encrypt(nonce[_HALF:], plain, context)


def decrypted(key: bytes, nonce: bytes, body: bytes, context: bytes) -> bytes:
    """What `encrypted` was given. Raises InvalidTag."""
    return AESGCM(_derived(key, nonce)).decrypt(nonce[_HALF:], body, context)


def _derived(key: bytes, nonce: bytes) -> bytes:
    kdf = KBKDFCMAC(
        algorithm=AES, mode=Mode.CounterMode, length=32, rlen=2, llen=None, location=CounterLocation.BeforeFixed,
        label=None, context=None, fixed=b"X\0" + nonce[:_HALF],
    )  # fmt: skip
    return kdf.derive(key)


def _opened_by_its_own_key(raw: bytes, context: bytes) -> bytes:
    """Form, length of the key, key wrapped (RFC 3394), nonce, body."""
    end = 3 + int.from_bytes(raw[1:3])
    key = aes_key_unwrap(b64decode(secret("data-key")), raw[3:end])
    return AESGCM(key).decrypt(raw[end : end + _HALF], raw[end + _HALF :], context)


def _deflated(text: bytes) -> bytes:
    packer = zlib.compressobj(9, zdict=_KNOWN)
    return packer.compress(text) + packer.flush()


def _inflated(form: bytes, content: bytes) -> bytes:
    if form == _PLAIN:
        return content
    known = _KNOWN if form == _FAMILIAR else b""
    return zlib.decompressobj(zdict=known).decompress(content)


def keyed_hash(purpose: str, value: str) -> str:
    """A blind index: equal values of one purpose meet, nobody without the key can guess them. 32 hex digits."""
    return mac("lookup-key", f"{purpose}|{value}")[:16].hex()


def mac(key_name: str, text: str) -> bytes:
    """HMAC-SHA256 under a named secret."""
    return hmac.new(b64decode(secret(key_name)), text.encode(), hashlib.sha256).digest()
