"""What a seal and its signature are made of (GB/T 38540-2020, version 4, DER)."""

from asn1crypto import core

VERSION, MARK = 4, "ES"
BY_CERTIFICATE, BY_DIGEST = 1, 2  # how a seal lists who may use it


class Header(core.Sequence):  # type: ignore[misc]
    """Which structure this is."""

    _fields = [("ID", core.IA5String), ("version", core.Integer), ("Vid", core.IA5String)]


class Certificates(core.SequenceOf):  # type: ignore[misc]
    """Certificates of the signers."""

    _child_spec = core.OctetString


class Digest(core.Sequence):  # type: ignore[misc]
    """A signer's certificate by its digest."""

    _fields = [("type", core.PrintableString), ("value", core.OctetString)]


class Digests(core.SequenceOf):  # type: ignore[misc]
    """Digests of the signers' certificates."""

    _child_spec = Digest


class Property(core.Sequence):  # type: ignore[misc]
    """Name, signers and period of a seal."""

    _fields = [
        ("type", core.Integer),
        ("name", core.UTF8String),
        ("certListType", core.Integer),
        ("certList", core.Any),
        ("createDate", core.GeneralizedTime),
        ("validStart", core.GeneralizedTime),
        ("validEnd", core.GeneralizedTime),
    ]


class Picture(core.Sequence):  # type: ignore[misc]
    """What a seal shows; width and height in millimetres."""

    _fields = [
        ("type", core.IA5String),
        ("data", core.OctetString),
        ("width", core.Integer),
        ("height", core.Integer),
    ]


class Extension(core.Sequence):  # type: ignore[misc]
    """What a maker added of its own."""

    _fields = [
        ("extnID", core.ObjectIdentifier),
        ("critical", core.Boolean, {"default": False}),
        ("extnValue", core.OctetString),
    ]


class Extensions(core.SequenceOf):  # type: ignore[misc]
    """Additions of a maker."""

    _child_spec = Extension


class SealInfo(core.Sequence):  # type: ignore[misc]
    """What the maker of a seal signs."""

    _fields = [
        ("header", Header),
        ("esID", core.IA5String),
        ("property", Property),
        ("picture", Picture),
        ("extDatas", Extensions, {"optional": True}),
    ]


class ElectronicSeal(core.Sequence):  # type: ignore[misc]
    """SESeal: a seal with its maker's signature."""

    _fields = [
        ("eSealInfo", SealInfo),
        ("cert", core.OctetString),
        ("signAlgID", core.ObjectIdentifier),
        ("signedValue", core.OctetBitString),
    ]


class ToBeSigned(core.Sequence):  # type: ignore[misc]
    """TBS_Sign: the seal, the moment and the hash of what it is set to."""

    _fields = [
        ("version", core.Integer),
        ("eseal", ElectronicSeal),
        ("timeInfo", core.GeneralizedTime),
        ("dataHash", core.OctetBitString),
        ("propertyInfo", core.IA5String),
        ("extDatas", Extensions, {"optional": True, "explicit": 0}),
    ]


class SealSignature(core.Sequence):  # type: ignore[misc]
    """SES_Signature: what a seal leaves on a paper."""

    _fields = [
        ("toSign", ToBeSigned),
        ("cert", core.OctetString),
        ("signatureAlgID", core.ObjectIdentifier),
        ("signature", core.OctetBitString),
        ("timeStamp", core.OctetBitString, {"optional": True, "explicit": 0}),
    ]
