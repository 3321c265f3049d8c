"""What the API answers."""

from datetime import datetime

from pydantic import Field

from mashangban.kernel.http import Schema


class DocumentRevision(Schema):
    """One state of the file."""

    number: int
    kind: str
    label: str
    sha256: str
    size: int
    at: datetime


class DocumentFailure(Schema):
    stage: str
    code: str
    reason: str


class DocumentView(Schema):
    """A document with the hashes of all its revisions."""

    id: str
    template: str
    template_label: str
    number: str
    state: str
    state_label: str
    sha256: str | None
    pages: int
    revisions: list[DocumentRevision]
    verify_url: str
    failure: DocumentFailure | None
    made_at: datetime
    version: int


class FileQuery(Schema):
    """`redirect=1` answers 302 to the file itself; `revision` 0 is the unsigned print."""

    redirect: int = Field(0, ge=0, le=1)
    revision: int | None = Field(None, ge=0, le=9)


class FileLink(Schema):
    """An address that opens the file until `expires_at`."""

    url: str
    expires_at: datetime
    sha256: str
    filename: str


class DocumentParty(Schema):
    """A party as anyone may see it: people masked."""

    role: str
    name: str
    signed_at: datetime | None = None


class VerifiedDocument(Schema):
    """What anyone may know of a document of this platform."""

    template: str
    template_label: str
    number: str
    state: str
    state_label: str
    made_at: datetime
    sealed_at: datetime | None
    parties: list[DocumentParty]
    sha256: str | None


class FileSignature(Schema):
    """One signature found in an uploaded file."""

    label: str
    signer: str
    signed_at: datetime | None
    problems: list[str]


class FileCheck(Schema):
    """The answer about an uploaded file: a verdict in a word, in plain words, and what it rests on."""

    verdict: str
    accepted: bool
    title: str
    advice: str
    sha256: str
    size: int
    document: VerifiedDocument | None = None
    signatures: list[FileSignature] = Field(default_factory=list)


class CodeQuery(Schema):
    """What a person typed into the box of the verify page."""

    code: str | None = Field(None, max_length=300)
