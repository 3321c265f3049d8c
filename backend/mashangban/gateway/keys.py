"""The secrets of a local run: made once, kept in a private folder, never committed.

On AWS the same names live in one Secrets Manager secret (docs/deploy-aws.md).
"""

import json
import os
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

_PARTNERS = ("sms-api-key", "identity-verifier-key", "wechat-app-secret")


def create_missing(folder: Path) -> None:
    """Make every secret that is not there yet; what exists is never touched."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in ("data-key", "lookup-key", "code-key", *_PARTNERS):
        _write_once(folder / name, lambda: b64encode(os.urandom(32)))
    _write_once(folder / "log-signing-key", _log_key)
    if not (folder / "jwt-signing-key").exists():
        _write_token_keys(folder)


def _write_once(path: Path, make: Callable[[], bytes]) -> None:
    if path.exists():
        return
    path.touch(mode=0o600)
    path.write_bytes(make())


def _log_key() -> bytes:
    """The Merkle log signs its checkpoints with ECDSA P-256, so that openssl can check them."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write_token_keys(folder: Path) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    kid = raw[:6].hex()
    public = {"kty": "OKP", "crv": "Ed25519", "x": urlsafe_b64encode(raw).decode().rstrip("="), "kid": kid}
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    _write_once(folder / "jwt-public-keys", lambda: json.dumps({"keys": [public]}).encode())
    _write_once(folder / "jwt-signing-key", lambda: json.dumps({"kid": kid, "pem": pem}).encode())
