"""Whether a seal's signature holds: the checks of GB/T 38540-2020, 6.3 and 7.3, in their order; nothing is raised."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from asn1crypto import core, x509

from mashangban.documents.ses import sm2
from mashangban.documents.ses.structures import (
    BY_CERTIFICATE,
    BY_DIGEST,
    MARK,
    VERSION,
    Certificates,
    Digests,
    ElectronicSeal,
    SealSignature,
)

log = logging.getLogger(__name__)
_COVERS = re.compile(r"PDF;rev=0;len=(\d{1,9})")


class Fault(StrEnum):
    """Why a seal's signature does not hold."""

    UNREADABLE = "unreadable"
    SEAL_FORGED = "seal-forged"
    NOT_TRUSTED = "not-trusted"
    NOT_A_SIGNER = "not-a-signer"
    OUT_OF_PERIOD = "out-of-period"
    CONTENT_CHANGED = "content-changed"
    SIGNATURE_WRONG = "signature-wrong"

    @property
    def words(self) -> str:
        """For the person who asks."""
        return _WORDS[self]


_WORDS = {
    Fault.UNREADABLE: "国密签章数据读不出来",
    Fault.SEAL_FORGED: "印章不是制章机构做的",
    Fault.NOT_TRUSTED: "印章的证书不是本平台认可的机构发的",
    Fault.NOT_A_SIGNER: "签章的证书不在这枚印章的名单里",
    Fault.OUT_OF_PERIOD: "签章时印章或证书不在有效期内",
    Fault.CONTENT_CHANGED: "盖章之后文件内容有改动",
    Fault.SIGNATURE_WRONG: "国密签名核对不通过",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A seal on a paper: its name and number, who made it, when it was set, and what is wrong."""

    name: str
    es_id: str
    maker: str
    signed_at: datetime | None
    faults: tuple[Fault, ...]


def covers(length: int) -> str:
    """How a signature says what it covers: the first so many bytes, the file as it was printed."""
    return f"PDF;rev=0;len={length}"


def check(der: bytes, pdf: bytes, roots: Sequence[bytes]) -> Checked:
    """All that is wrong with a signature on a file; `roots`: certificates (DER) whose issues are trusted."""
    try:
        one = SealSignature.load(der, strict=True)
        return _checked(one, pdf, [x509.Certificate.load(root) for root in roots])
    except Exception as broken:  # a stranger's bytes break a parser in ways that it does not list
        log.info("a seal's signature is unreadable: %s", type(broken).__name__)
        return Checked("", "", "", None, (Fault.UNREADABLE,))


def _checked(one: SealSignature, pdf: bytes, roots: list[x509.Certificate]) -> Checked:
    body, seal = one["toSign"], one["toSign"]["eseal"]
    signer, maker = (x509.Certificate.load(part["cert"].native, strict=True) for part in (one, seal))
    about, at = seal["eSealInfo"]["property"], body["timeInfo"].native
    if (seal["eSealInfo"]["header"]["ID"].native, body["version"].native) != (MARK, VERSION):
        raise ValueError("another version")
    if any(name != sm2.SIGNATURE_OID for name in _algorithms(one, signer, maker)):
        raise ValueError("another kind of signature")
    held = (
        (Fault.SEAL_FORGED, _signed(maker, seal["eSealInfo"].dump(), _whole(seal["signedValue"]))),
        (Fault.NOT_TRUSTED, all(_issued(part, roots) for part in (maker, signer)) and _signs(signer)),
        (Fault.NOT_A_SIGNER, one["cert"].native in _listed(seal, one["cert"].native)),
        (Fault.OUT_OF_PERIOD, all(begin <= at <= end for begin, end in _periods(about, signer, maker))),
        (Fault.CONTENT_CHANGED, _whole(body["dataHash"]) == _hash(body["propertyInfo"].native, pdf)),
        (Fault.SIGNATURE_WRONG, _signed(signer, body.dump(), _whole(one["signature"]))),
    )
    return Checked(
        about["name"].native,
        seal["eSealInfo"]["esID"].native,
        str(maker.subject.native.get("common_name", "")),
        at,
        tuple(fault for fault, holds in held if not holds),
    )


def _whole(bits: core.OctetBitString) -> bytes:
    """The bytes of a bit string; one that says that its last bits mean nothing is another writing of the same."""
    content = bytes(bits.native)
    if bits.unused_bits:
        raise ValueError("a bit string of no whole bytes")
    return content


def _signed(certificate: x509.Certificate, message: bytes, signature: bytes) -> bool:
    return sm2.verifies(sm2.public_key(certificate), message, signature)


def _algorithms(one: SealSignature, signer: x509.Certificate, maker: x509.Certificate) -> Iterator[str]:
    """Every place that names how something was signed; some of them no signature covers."""
    yield one["signatureAlgID"].dotted
    yield one["toSign"]["eseal"]["signAlgID"].dotted
    for certificate in (signer, maker):
        yield certificate["signature_algorithm"]["algorithm"].dotted
        yield certificate["tbs_certificate"]["signature"]["algorithm"].dotted


def _issued(certificate: x509.Certificate, roots: list[x509.Certificate]) -> bool:
    body, signature = certificate["tbs_certificate"].dump(), _whole(certificate["signature_value"])
    return any(certificate.issuer == root.subject and _signed(root, body, signature) for root in roots)


def _signs(certificate: x509.Certificate) -> bool:
    """A signer's certificate is for signing, and nobody's authority."""
    usage, constraints = certificate.key_usage_value, certificate.basic_constraints_value
    may = usage is not None and bool({"digital_signature", "non_repudiation"} & set(usage.native))
    return may and not (constraints is not None and constraints["ca"].native)


def _listed(seal: ElectronicSeal, certificate: bytes) -> list[bytes]:
    """The certificates that may use the seal, as far as this one is concerned."""
    about = seal["eSealInfo"]["property"]
    raw = about["certList"].dump()
    if about["certListType"].native == BY_CERTIFICATE:
        return [part.native for part in Certificates.load(raw, strict=True)]
    if about["certListType"].native == BY_DIGEST:
        digests = [part["value"].native for part in Digests.load(raw, strict=True)]
        return [certificate] if sm2.sm3(certificate) in digests else []
    return []


def _periods(
    about: object, signer: x509.Certificate, maker: x509.Certificate
) -> Iterator[tuple[datetime, datetime]]:
    yield about["validStart"].native, about["validEnd"].native  # type: ignore[index]
    for certificate in (signer, maker):
        yield certificate.not_valid_before, certificate.not_valid_after


def _hash(covered: str, pdf: bytes) -> bytes:
    """The hash that the paper has where the signature says that it covers it."""
    found = _COVERS.fullmatch(covered)
    if found is None or int(found[1]) > len(pdf):
        return b""
    return sm2.sm3(pdf[: int(found[1])])
