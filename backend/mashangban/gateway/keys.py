"""The secrets of a local run: made once, kept in a private folder, never committed.

On AWS the same names live in three secrets of Secrets Manager (docs/deploy-aws.md).
"""

import json
import os
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from mashangban.gateway.settings import ROOT

PARTNERS = (
    "sms-api-key",
    "identity-verifier-key",
    "wechat-app-secret",
    "bank-api-key",
    "reporting-api-key",
    "treasury-api-key",
    "eseal-api-key",
    "licence-api-key",
    "catalogue-api-key",
)


def create_missing(folder: Path) -> None:
    """Make every secret that is not there yet; what exists is never touched."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in ("lookup-key", "code-key", "origin-key", "password-key", *PARTNERS):
        _write_once(folder / name, lambda: _random().encode())
    _write_once(folder / "data-keys", lambda: json.dumps({"1": _random()}).encode())
    _write_once(folder / "eseal-roots", (ROOT / "infra/sandbox/eseal-root.pem").read_bytes)
    _write_once(folder / "log-signing-key", _log_key)
    _write_once(folder / "jwt-signing-key", _token_key)
    _write_once(folder / "jwt-public-keys", lambda: _token_public_keys(folder / "jwt-signing-key"))


def object_store_keys(folder: Path) -> dict[str, str]:
    """Access key and secret of the local object store, under the names by which botocore reads them."""
    _write_once(folder / "object-store-key", lambda: os.urandom(20).hex().encode())
    secret = (folder / "object-store-key").read_text("ascii")
    return {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": secret}


def _write_once(path: Path, make: Callable[[], bytes]) -> None:
    if path.exists():
        return
    # Written beside and renamed: a start that is cut short leaves no half secret.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_bytes(make())
    draft.replace(path)


def _random() -> str:
    return b64encode(os.urandom(32)).decode()


def _log_key() -> bytes:
    """The Merkle log signs its checkpoints with ECDSA P-256, so that openssl can check them."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _token_key() -> bytes:
    key = ed25519.Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return json.dumps({"kid": os.urandom(6).hex(), "pem": pem}).encode()


def _token_public_keys(signing_key: Path) -> bytes:
    value = json.loads(signing_key.read_bytes())
    key = load_pem_private_key(value["pem"].encode(), password=None)
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    x = urlsafe_b64encode(raw).decode().rstrip("=")
    return json.dumps({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": x, "kid": value["kid"]}]}).encode()
