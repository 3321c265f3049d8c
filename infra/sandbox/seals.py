"""Electronic seals and their signatures as an e-seal authority makes them (GB/T 38540-2020, version 4)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import core

from sandbox import sm2

VERSION, VENDOR = 4, "MSBSANDBOX"
BY_CERTIFICATE = 1  # the seal lists its signers' certificates, not their digests
UNIT_SEAL = 1


class Header(core.Sequence):  # type: ignore[misc]
    _fields = [("ID", core.IA5String), ("version", core.Integer), ("Vid", core.IA5String)]


class CertInfoList(core.SequenceOf):  # type: ignore[misc]
    _child_spec = core.OctetString


class PropertyInfo(core.Sequence):  # type: ignore[misc]
    _fields = [
        ("type", core.Integer),
        ("name", core.UTF8String),
        ("certListType", core.Integer),
        ("certList", CertInfoList),
        ("createDate", core.GeneralizedTime),
        ("validStart", core.GeneralizedTime),
        ("validEnd", core.GeneralizedTime),
    ]


class PictureInfo(core.Sequence):  # type: ignore[misc]
    _fields = [
        ("type", core.IA5String),
        ("data", core.OctetString),
        ("width", core.Integer),
        ("height", core.Integer),
    ]


class SealInfo(core.Sequence):  # type: ignore[misc]
    _fields = [
        ("header", Header),
        ("esID", core.IA5String),
        ("property", PropertyInfo),
        ("picture", PictureInfo),
    ]


class SESeal(core.Sequence):  # type: ignore[misc]
    _fields = [
        ("eSealInfo", SealInfo),
        ("cert", core.OctetString),
        ("signAlgID", core.ObjectIdentifier),
        ("signedValue", core.OctetBitString),
    ]


class ToBeSigned(core.Sequence):  # type: ignore[misc]
    _fields = [
        ("version", core.Integer),
        ("eseal", SESeal),
        ("timeInfo", core.GeneralizedTime),
        ("dataHash", core.OctetBitString),
        ("propertyInfo", core.IA5String),
    ]


class SESSignature(core.Sequence):  # type: ignore[misc]
    _fields = [
        ("toSign", ToBeSigned),
        ("cert", core.OctetString),
        ("signatureAlgID", core.ObjectIdentifier),
        ("signature", core.OctetBitString),
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an owner asks to be cut."""

    es_id: str
    name: str
    picture: bytes
    width_mm: int
    height_mm: int


def cut(asked: Asked, signer: bytes, maker: sm2.Holder, years: int) -> bytes:
    """A seal (DER) that its signer may use, made by the maker."""
    now = _now()
    info = SealInfo(
        {
            "header": {"ID": "ES", "version": VERSION, "Vid": VENDOR},
            "esID": asked.es_id,
            "property": {
                "type": UNIT_SEAL,
                "name": asked.name,
                "certListType": BY_CERTIFICATE,
                "certList": [signer],
                "createDate": now,
                "validStart": now,
                "validEnd": now + years * sm2.YEAR,
            },
            "picture": {
                "type": "PNG",
                "data": asked.picture,
                "width": asked.width_mm,
                "height": asked.height_mm,
            },
        }
    )
    made: dict[str, Any] = {
        "eSealInfo": info,
        "cert": maker.certificate,
        "signAlgID": sm2.SIGNATURE_OID,
        "signedValue": sm2.sign(maker.key, info.dump()),
    }
    return bytes(SESeal(made).dump())


def sign(seal: bytes, data_hash: bytes, property_info: str, signer: sm2.Holder) -> bytes:
    """The seal's signature (DER) over an SM3 hash."""
    body = ToBeSigned(
        {
            "version": VERSION,
            "eseal": SESeal.load(seal),
            "timeInfo": _now(),
            "dataHash": data_hash,
            "propertyInfo": property_info,
        }
    )
    made: dict[str, Any] = {
        "toSign": body,
        "cert": signer.certificate,
        "signatureAlgID": sm2.SIGNATURE_OID,
        "signature": sm2.sign(signer.key, body.dump()),
    }
    return bytes(SESSignature(made).dump())


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
