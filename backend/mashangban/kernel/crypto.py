"""Keeping personal data unreadable at rest, and finding it again by exact value.

Envelope encryption: a data key encrypts (AES-256-GCM), a master key wraps the data key (KMS on AWS, a key file
locally with AES Key Wrap, RFC 3394). The context (table, key, field) is authenticated, so that a ciphertext moved to
another record does not open.
"""

import hashlib
import hmac
import os
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from mashangban.kernel.secret_store import secret
from mashangban.kernel.settings import settings

# First byte of a ciphertext: was the text deflated before encryption (long Chinese JSON shrinks to a third), and with
# what is known of messages beforehand (RFC 1950 calls it a preset dictionary; a short one shrinks by a third more)?
_PLAIN, _DEFLATED, _FAMILIAR = b"\x01", b"\x02", b"\x03"
# Never to be changed: what is stored opens with these bytes alone. Likelier text stands later.
_KNOWN = (
    '"city_officer@region:33"province_officer@region:33"project_manager@project:01"enterprise_admin@org:01'
    '"labour_clerk@project:01"county_officer@region:3301"operator@org:01"month":"2026年月"number":"-2026'
    '"worker":"*"what":""due":"月日（周一）24:00"contract":"01,"version":,"state":","amount_fen":,"line":"01'
    '有限公司{"dedupe":"01","kind":"notices.","link":"/console//pages//index?id=01","most":2,"people":["01'
    '"person_id":"01","place":{"orgs":["01","01"],"project":"01","region":"3301"},"posts":["'
    '"],"values":{"due":"","employer":"杭州建设劳务有限公司","project":"'
).encode()
_NONCE = 12


class MasterKey(Protocol):
    """Makes and opens wrapped data keys."""

    def new_data_key(self) -> tuple[bytes, bytes]: ...

    def unwrap(self, wrapped: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class FileMasterKey:
    """A 32-byte key file: local runs and single boxes."""

    key: bytes

    def new_data_key(self) -> tuple[bytes, bytes]:
        plain = os.urandom(32)
        return plain, aes_key_wrap(self.key, plain)

    def unwrap(self, wrapped: bytes) -> bytes:
        return aes_key_unwrap(self.key, wrapped)


class KmsMasterKey:
    """A customer master key in AWS KMS; the plain data key lives only in this process."""

    def __init__(self, key_id: str) -> None:
        import botocore.session

        self._key_id = key_id
        self._kms: Any = botocore.session.get_session().create_client("kms", region_name=settings().region)

    def new_data_key(self) -> tuple[bytes, bytes]:
        answer = self._kms.generate_data_key(KeyId=self._key_id, KeySpec="AES_256")
        return answer["Plaintext"], answer["CiphertextBlob"]

    def unwrap(self, wrapped: bytes) -> bytes:
        plain: bytes = self._kms.decrypt(KeyId=self._key_id, CiphertextBlob=wrapped)["Plaintext"]
        return plain


@cache
def _master() -> MasterKey:
    kms_key = settings().kms_key
    return KmsMasterKey(kms_key) if kms_key else FileMasterKey(b64decode(secret("data-key")))


@cache
def _data_key() -> tuple[bytes, bytes]:
    """One data key a process: a warm function calls KMS once, not once a field."""
    return _master().new_data_key()


@lru_cache(maxsize=256)
def _unwrapped(wrapped: bytes) -> bytes:
    return _master().unwrap(wrapped)


class Unreadable(Exception):
    """The ciphertext was altered, moved to another place, or made with another key."""


def seal(plain: str, context: str) -> str:
    """Encrypt text for one place; `context` names table, key and field. Returns base64 text."""
    key, wrapped = _data_key()
    nonce = os.urandom(_NONCE)
    text, deflated = plain.encode(), _deflated(plain.encode())
    form, content = (_FAMILIAR, deflated) if len(deflated) < len(text) else (_PLAIN, text)
    body = AESGCM(key).encrypt(nonce, content, context.encode())
    return b64encode(form + len(wrapped).to_bytes(2) + wrapped + nonce + body).decode()


def unseal(sealed: str, context: str) -> str:
    """Open what `seal` made for the same context. Raises Unreadable."""
    raw = b64decode(sealed)
    end = 3 + int.from_bytes(raw[1:3])
    try:
        key = _unwrapped(raw[3:end])
        content = AESGCM(key).decrypt(raw[end : end + _NONCE], raw[end + _NONCE :], context.encode())
        return _inflated(raw[:1], content).decode()
    except (InvalidTag, InvalidUnwrap, ValueError, zlib.error) as problem:
        raise Unreadable(context) from problem


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
