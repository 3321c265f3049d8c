"""Checkpoints: the state of the log as four lines of text, signed with ECDSA P-256.

The text is what a signed note of a transparency log holds: origin, number of leaves, root, time. Its bytes are what
is signed, so `openssl dgst -sha256 -verify log.pub -signature sig text` checks it.
"""

from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from mashangban.audit import verifier
from mashangban.audit.rules.merkle import Tree
from mashangban.kernel import clock


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint with its signature (base64 of DER) and the id of the key."""

    text: str
    signature: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Head:
    """The log as it stands: what is needed to grow it, and its latest signed state."""

    tree: Tree
    checkpoint: SignedCheckpoint


@dataclass(frozen=True, slots=True)
class Signer:
    """The log's private key."""

    key: ec.EllipticCurvePrivateKey

    @classmethod
    def from_pem(cls, pem: bytes) -> "Signer":
        """Raises ValueError for a key that is not P-256."""
        key = load_pem_private_key(pem, password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != "secp256r1":
            raise ValueError("the log signs with a P-256 key")
        return cls(key)

    @property
    def spki(self) -> bytes:
        """The public key (DER SubjectPublicKeyInfo)."""
        return self.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    def sign(self, text: str) -> SignedCheckpoint:
        """Sign the text; of the two equally good signatures always the one that the verifier accepts."""
        r, s = decode_dss_signature(self.key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
        der = encode_dss_signature(r, min(s, verifier.N - s))
        return SignedCheckpoint(text, b64encode(der).decode(), verifier.key_id(self.spki))


def text_of(origin: str, tree: Tree, at: datetime) -> str:
    """The four lines that are signed."""
    return f"{origin}\n{tree.size}\n{b64encode(tree.root()).decode()}\n{clock.to_text(at)}\n"


def pem_of(spki: bytes) -> str:
    """A public key as people keep it in a file."""
    body = b64encode(spki).decode()
    lines = [body[start : start + 64] for start in range(0, len(body), 64)]
    return "\n".join(["-----BEGIN PUBLIC KEY-----", *lines, "-----END PUBLIC KEY-----", ""])


def jwk_of(spki: bytes) -> dict[str, str]:
    """A public key as JSON Web Key (RFC 7517)."""
    x, y = (urlsafe_b64encode(part).decode().rstrip("=") for part in (spki[-64:-32], spki[-32:]))
    return {"kty": "EC", "crv": "P-256", "use": "sig", "kid": verifier.key_id(spki), "x": x, "y": y}
