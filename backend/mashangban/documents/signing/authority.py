"""The platform's own certificate authority: shows that a file is whole, not more.

Legal weight needs a licensed authority and a registered seal (电子签名法第13、16条); this one is made at the first
run. The root signs one issuing certificate and its key is then forgotten: whoever takes over the machine can't make a
second issuer. Signing keys are EC P-256.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT_YEARS, ISSUER_YEARS, SIGNER_YEARS = 30, 20, 5
YEAR = timedelta(days=365)
# Clocks of verifying machines may lag a little.
BACKDATE = timedelta(minutes=10)
PLATFORM = "码上办"


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate with its private key (PKCS #8, DER) as kept encrypted in the table."""

    certificate: bytes
    key: bytes

    @property
    def serial(self) -> str:
        """Certificate serial number in hexadecimal."""
        return f"{x509.load_der_x509_certificate(self.certificate).serial_number:x}"

    @property
    def expires_at(self) -> datetime:
        """Last instant of the certificate."""
        return x509.load_der_x509_certificate(self.certificate).not_valid_after_utc


@dataclass(frozen=True, slots=True)
class Authority:
    """Root certificate (its key no longer exists), the issuer and the witness that seals workers' signatures."""

    root: bytes
    issuer: Identity
    witness: Identity


def found(at: datetime) -> Authority:
    """Makes a new authority; done once for a data folder or stage."""
    root_key = _new_key()
    root_name = _name("码上办本地根证书", PLATFORM)
    root = _certificate(root_name, root_key.public_key(), root_name, root_key, at, ROOT_YEARS, authority=1)
    issuer_key = _new_key()
    issuer = _certificate(
        _name("码上办签章签发证书", PLATFORM),
        issuer_key.public_key(),
        root_name,
        root_key,
        at,
        ISSUER_YEARS,
        authority=0,
    )
    issuing = Identity(_der(issuer), _key_der(issuer_key))
    return Authority(_der(root), issuing, issue(issuing, "码上办平台见证", PLATFORM, at))


def issue(issuer: Identity, common_name: str, organisation: str, at: datetime, serial: str = "") -> Identity:
    """A signing certificate of one seal (or the witness) under the issuer; ``serial`` is an organisation's code."""
    issuing = x509.load_der_x509_certificate(issuer.certificate)
    issuer_key = serialization.load_der_private_key(issuer.key, None)
    if not isinstance(issuer_key, ec.EllipticCurvePrivateKey):
        raise ValueError("the issuer's key is not EC")
    key = _new_key()
    certificate = _certificate(
        _name(common_name, organisation, serial),
        key.public_key(),
        issuing.subject,
        issuer_key,
        at,
        SIGNER_YEARS,
    )
    return Identity(_der(certificate), _key_der(key))


def pem(certificate: bytes) -> bytes:
    """A certificate as PEM, for download."""
    return x509.load_der_x509_certificate(certificate).public_bytes(serialization.Encoding.PEM)


def _new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def _key_der(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _name(common_name: str, organisation: str, serial: str = "") -> x509.Name:
    """A subject; X.520 allows 64 characters for names."""
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]),
        x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64]),
    ]
    if serial:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, serial[:64]))
    return x509.Name(parts)


def _certificate(
    subject: x509.Name,
    public: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    at: datetime,
    years: int,
    authority: int | None = None,
) -> x509.Certificate:
    """RFC 5280 certificate; ``authority`` is the path length of a CA, None for a signer."""
    is_authority = authority is not None
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - BACKDATE)
        .not_valid_after(at + years * YEAR)
        .add_extension(x509.BasicConstraints(is_authority, authority), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
