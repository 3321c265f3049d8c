"""Items of the documents table. Access patterns: docs/data/documents.md."""

from dataclasses import astuple
from typing import Any

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    DiscriminatorAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from mashangban.documents.rendering.boxes import SignatureBox
from mashangban.documents.rules.records import Failure, Origin, Party, Revision
from mashangban.documents.terms import (
    ApplicationState,
    DocumentState,
    RevisionKind,
    SealKind,
    SealMatter,
    SealState,
    Stage,
    Template,
)
from mashangban.kernel import clock
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.permissions import Place
from mashangban.kernel.settings import Table

TABLE = Table("documents")


# Lists rather than named values: with them a sealed document stays near the kilobyte that one write unit covers.
def _dump_place(place: Place) -> list[Any]:
    return [place.region, sorted(place.orgs), place.project, sorted(place.persons)]


def _load_place(stored: list[Any]) -> Place:
    region, orgs, project, persons = stored
    return Place(region, frozenset(orgs), project, frozenset(persons))


def _dump_revisions(revisions: tuple[Revision, ...]) -> list[list[Any]]:
    return [[one.kind.value, one.sha256, one.size, clock.to_text(one.at), one.stored] for one in revisions]


def _load_revisions(stored: list[list[Any]]) -> tuple[Revision, ...]:
    return tuple(
        Revision(RevisionKind(kind), sha256, size, clock.from_text(at), kept)
        for kind, sha256, size, at, kept in stored
    )


def _dump_parties(parties: tuple[Party, ...]) -> list[list[str | None]]:
    return [[one.role, one.name, clock.to_text(one.signed_at) if one.signed_at else None] for one in parties]


def _load_parties(stored: list[list[str | None]]) -> tuple[Party, ...]:
    return tuple(
        Party(str(role), str(name), clock.from_text(at) if at else None) for role, name, at in stored
    )


def _dump_boxes(boxes: tuple[SignatureBox, ...]) -> list[tuple[Any, ...]]:
    return [astuple(box) for box in boxes]


def _load_boxes(stored: list[list[Any]]) -> tuple[SignatureBox, ...]:
    return tuple(SignatureBox(*box) for box in stored)


def _dump_matters(matters: tuple[SealMatter, ...]) -> list[str]:
    return [one.value for one in matters]


def _load_matters(stored: list[str]) -> tuple[SealMatter, ...]:
    return tuple(map(SealMatter, stored))


def _dump_failure(failure: Failure) -> list[str]:
    return [failure.stage.value, failure.code, failure.reason]


def _load_failure(stored: list[str]) -> Failure:
    stage, code, reason = stored
    return Failure(Stage(stage), code, reason)


class DocumentsRecord(Record):
    """Any item of this table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class DocumentRecord(DocumentsRecord, discriminator="document"):
    """PK DOCUMENT#<id>, SK DOCUMENT. GSI1 CODE#<body>: the way from a scanned code."""

    template = EnumAttribute(Template)
    number = UnicodeAttribute()
    state = EnumAttribute(DocumentState)
    origin = JsonAttribute(lambda origin: [origin.service, origin.subject], lambda stored: Origin(*stored))
    place = JsonAttribute(_dump_place, _load_place)
    code = UnicodeAttribute()
    parties = JsonAttribute(_dump_parties, _load_parties)
    made_at = InstantAttribute()
    revisions = JsonAttribute(_dump_revisions, _load_revisions)
    pages = NumberAttribute()
    boxes = JsonAttribute(_dump_boxes, _load_boxes)
    failure = JsonAttribute(_dump_failure, _load_failure, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class HashRecord(DocumentsRecord, discriminator="hash"):
    """PK HASH#<sha256>, SK HASH: which document a file is a revision of."""

    document_id = UnicodeAttribute()


class SealRecord(DocumentsRecord, discriminator="seal"):
    """PK SEAL#<enterprise id>, SK SEAL. The key is encrypted for exactly this item."""

    name = UnicodeAttribute()
    uscc = UnicodeAttribute()
    purpose = UnicodeAttribute()
    serial = UnicodeAttribute(default="")
    specimen = BooleanAttribute()
    state = EnumAttribute(SealState)
    drawing = UnicodeAttribute()
    diameter = NumberAttribute()
    certificate = BinaryAttribute(legacy_encoding=False)
    key = UnicodeAttribute()
    certificate_serial = UnicodeAttribute()
    issued_at = InstantAttribute()
    valid_to = InstantAttribute()
    matters = JsonAttribute(_dump_matters, _load_matters)
    custodian_id = UnicodeAttribute(null=True)
    custodian = UnicodeAttribute(default="")
    stopped_by_office = BooleanAttribute(default=False)
    reason = UnicodeAttribute(default="")
    version = NumberAttribute()
    chain = UnicodeAttribute()


class SealApplicationRecord(DocumentsRecord, discriminator="sealapplication"):
    """PK SEALAPPLICATION#<id>, SK APPLICATION. GSI1 SEALAPPLICATIONS#<enterprise id>: an enterprise's own.

    GSI2 SEALQUEUE#<province>#<open or done>, sorted by county and time: the offices' queue. Texts are encrypted.
    """

    enterprise_id = UnicodeAttribute()
    enterprise_name = UnicodeAttribute()
    uscc = UnicodeAttribute()
    county = UnicodeAttribute()
    seal_kind = EnumAttribute(SealKind)
    matters = JsonAttribute(_dump_matters, _load_matters)
    purpose = UnicodeAttribute()
    custodian_id = UnicodeAttribute()
    custodian = UnicodeAttribute()
    applicant_id = UnicodeAttribute()
    applicant = UnicodeAttribute()
    applied_at = InstantAttribute()
    state = EnumAttribute(ApplicationState)
    decided_at = InstantAttribute(null=True)
    decided_by = UnicodeAttribute(default="")
    refusal = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class SealOpenRecord(DocumentsRecord, discriminator="sealopen"):
    """PK SEAL#<enterprise id>, SK OPEN: stands while an application waits, so that there is one at a time."""

    application_id = UnicodeAttribute()


class EndedCertificateRecord(DocumentsRecord, discriminator="endedcertificate"):
    """PK CERTIFICATE#<serial>, SK ENDED: since when a seal's certificate vouches for nothing new."""

    enterprise_id = UnicodeAttribute()
    ended_at = InstantAttribute()


class SealStepRecord(DocumentsRecord, discriminator="sealstep"):
    """PK SEALSTEPS#<enterprise id>, SK <instant>#<event id>: what happened, for a timeline. The reason is encrypted."""

    step = UnicodeAttribute()
    by = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    hash = UnicodeAttribute()


class SealUseRecord(DocumentsRecord, discriminator="sealuse"):
    """PK SEALUSES#<enterprise id>, SK <instant>#<document id>: one paper sealed. The operator's name is encrypted."""

    document_id = UnicodeAttribute()
    template = EnumAttribute(Template)
    number = UnicodeAttribute()
    sha256 = UnicodeAttribute()
    certificate_serial = UnicodeAttribute()
    authorisation = UnicodeAttribute()
    authorisation_id = UnicodeAttribute(null=True)
    operator_id = UnicodeAttribute(null=True)
    operator_name = UnicodeAttribute()
    confirmed_at = InstantAttribute()
    sealed_at = InstantAttribute()


class AuthorityRecord(DocumentsRecord, discriminator="authority"):
    """PK AUTHORITY#1, SK AUTHORITY: the platform's certificates; keys encrypted, the root's key does not exist."""

    root = BinaryAttribute(legacy_encoding=False)
    issuer = BinaryAttribute(legacy_encoding=False)
    issuer_key = UnicodeAttribute()
    witness = BinaryAttribute(legacy_encoding=False)
    witness_key = UnicodeAttribute()
    founded_at = InstantAttribute()
