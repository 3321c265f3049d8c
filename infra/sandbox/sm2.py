"""SM2 signatures and certificates (GB/T 32918.2, GB/T 20518) as an authority of the sandbox makes them.

The arithmetic is python-ecdsa's: fit for a sandbox on one developer's machine, not for keys that matter.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from asn1crypto import algos, core, keys, x509
from ecdsa.ellipticcurve import CurveFp, PointJacobi

CURVE_OID, SIGNATURE_OID = "1.2.156.10197.1.301", "1.2.156.10197.1.501"
P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
GX = 0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7
GY = 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0
G = PointJacobi(CurveFp(P, A, B, 1), GX, GY, 1, N, generator=True)
YEAR = timedelta(days=365)
SIGNER = b"1234567812345678"  # the id that GM/T 0009 names where no other was agreed


@dataclass(frozen=True, slots=True)
class Holder:
    """A private key with its certificate (DER)."""

    key: int
    certificate: bytes


def sm3(data: bytes) -> bytes:
    """GB/T 32905."""
    return hashlib.new("sm3", data).digest()


def public(key: int) -> bytes:
    """The uncompressed point of a private key."""
    point = G * key
    return b"\x04" + int(point.x()).to_bytes(32, "big") + int(point.y()).to_bytes(32, "big")


def sign(key: int, message: bytes) -> bytes:
    """A signature (DER) over SM3 of the signer's preamble and the message (GB/T 32918.2, 6.1)."""
    number = int.from_bytes(sm3(_preamble(public(key)) + message), "big")
    while True:
        once = secrets.randbelow(N - 1) + 1
        r = (number + (G * once).x()) % N
        s = pow(1 + key, -1, N) * (once - r * key) % N
        if r and s and (r + once) % N:
            return bytes(algos.DSASignature({"r": r, "s": s}).dump())


def new_key() -> int:
    """A private key."""
    return secrets.randbelow(N - 2) + 1


def certificate(
    subject: dict[str, str], key: int, issuer: Holder | None, years: int, since: datetime | None = None
) -> bytes:
    """A certificate (DER) of the key under an issuer, or under itself; clocks that check it may lag a little."""
    name = x509.Name.build(subject)
    begins = since or datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=10)
    known = x509.Certificate.load(issuer.certificate).subject if issuer else name
    body = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": secrets.randbits(120),
            "signature": {"algorithm": SIGNATURE_OID},
            "issuer": known,
            "validity": {
                "not_before": x509.Time({"utc_time": begins}),
                "not_after": x509.Time({"general_time": begins + years * YEAR}),
            },
            "subject": name,
            "subject_public_key_info": {
                "algorithm": {
                    "algorithm": "ec",
                    "parameters": keys.ECDomainParameters("named", keys.NamedCurve(CURVE_OID)),
                },
                "public_key": keys.ECPointBitString(public(key)),
            },
            "extensions": _extensions(authority=issuer is None),
        }
    )
    signed = sign(issuer.key if issuer else key, body.dump())
    made = x509.Certificate(
        {
            "tbs_certificate": body,
            "signature_algorithm": {"algorithm": SIGNATURE_OID},
            "signature_value": core.OctetBitString(signed),
        }
    )
    return bytes(made.dump())


def _extensions(*, authority: bool) -> list[dict[str, object]]:
    usage = {"key_cert_sign", "crl_sign"} if authority else {"digital_signature", "non_repudiation"}
    return [
        {"extn_id": "basic_constraints", "critical": True, "extn_value": {"ca": authority}},
        {"extn_id": "key_usage", "critical": True, "extn_value": usage},
    ]


def _preamble(point: bytes) -> bytes:
    """Z of GB/T 32918.2, 5.5: whose signature it is, on which curve, by which key."""
    numbers = b"".join(one.to_bytes(32, "big") for one in (A, B, GX, GY))
    return sm3((len(SIGNER) * 8).to_bytes(2, "big") + SIGNER + numbers + point[1:])
