"""Checking SM2 signatures (GB/T 32918.2, 7.1; curve of GB/T 32918.5): public keys only, no secret is ever here.

OpenSSL's SM2 is not in Python's `cryptography`; python-ecdsa brings the arithmetic of any curve.
"""

import hashlib
from functools import lru_cache

from asn1crypto import algos, x509
from ecdsa.ellipticcurve import INFINITY, CurveFp, PointJacobi
from ecdsa.errors import MalformedPointError

CURVE_OID, SIGNATURE_OID = "1.2.156.10197.1.301", "1.2.156.10197.1.501"
_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
_A = _P - 3
_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
_GX = 0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7
_GY = 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0
_CURVE = CurveFp(_P, _A, _B, 1)
_G = PointJacobi(_CURVE, _GX, _GY, 1, _N, generator=True)
SIGNER = b"1234567812345678"  # the id where no other was agreed (GM/T 0009)


def sm3(data: bytes) -> bytes:
    """The hash of GB/T 32905."""
    return hashlib.new("sm3", data).digest()


def public_key(certificate: x509.Certificate) -> bytes:
    """The uncompressed point of a certificate's key. Raises ValueError for a key of another kind."""
    info = certificate.public_key
    if info.algorithm != "ec" or info["algorithm"]["parameters"].chosen.dotted != CURVE_OID:
        raise ValueError("not an SM2 key")
    return bytes(info["public_key"].native)


def verifies(point: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a DER signature is the point's over a message."""
    try:
        public = PointJacobi.from_bytes(_CURVE, point, valid_encodings=("uncompressed",), order=_N)
        pair = algos.DSASignature.load(signature, strict=True)
        r, s = int(pair["r"].native), int(pair["s"].native)
        canonical = pair.dump(force=True) == signature
    except (ValueError, TypeError, MalformedPointError):
        return False
    if not canonical or not (0 < r < _N and 0 < s < _N) or (r + s) % _N == 0:
        return False
    found = _G.mul_add(s, public, (r + s) % _N)
    number = int.from_bytes(sm3(_preamble(point) + message), "big")
    return bool(found != INFINITY and (number + found.x()) % _N == r)


@lru_cache(maxsize=64)
def _preamble(point: bytes) -> bytes:
    """Z of GB/T 32918.2, 5.5: whose signature it is, on which curve, by which key."""
    numbers = b"".join(one.to_bytes(32, "big") for one in (_A, _B, _GX, _GY))
    return sm3((len(SIGNER) * 8).to_bytes(2, "big") + SIGNER + numbers + point[1:])
