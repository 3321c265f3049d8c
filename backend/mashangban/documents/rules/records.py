"""Documents and seals as the rest of the service sees them."""

from dataclasses import dataclass
from datetime import datetime

from mashangban.documents.rendering.boxes import SignatureBox
from mashangban.documents.terms import (
    DocumentState,
    RevisionKind,
    SealKind,
    SealMatter,
    SealState,
    Stage,
    Template,
)
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """The room that ordered the document, and its subject (`contract:<id>`)."""

    service: str
    subject: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of the file. `stored` is false for a revision that only its hash is kept of."""

    kind: RevisionKind
    sha256: str
    size: int
    at: datetime
    stored: bool = True


@dataclass(frozen=True, slots=True)
class Party:
    """A party as anyone may see it: organisations in full, people masked."""

    role: str
    name: str
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong last, for the ordering room and the reader."""

    stage: Stage
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with all its revisions. Times are aware, UTC."""

    id: str
    template: Template
    number: str
    state: DocumentState
    origin: Origin
    place: Place
    code: str
    parties: tuple[Party, ...]
    made_at: datetime
    revisions: tuple[Revision, ...] = ()
    pages: int = 0
    boxes: tuple[SignatureBox, ...] = ()
    failure: Failure | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("document", self.id)

    @property
    def latest(self) -> Revision | None:
        """The newest revision, None while nothing could be printed."""
        return self.revisions[-1] if self.revisions else None

    @property
    def filename(self) -> str:
        """What the file is called on a phone."""
        return f"{self.template.label}-{self.number}.pdf"

    def box(self, name: str) -> SignatureBox:
        return next(box for box in self.boxes if box.name == name)


@dataclass(frozen=True, slots=True)
class SealUsed:
    """One use of an enterprise's seal: on which paper, when, on whose word; kept as long as the paper."""

    enterprise_id: str
    document_id: str
    template: Template
    number: str
    sha256: str
    certificate_serial: str
    authorisation: str
    authorisation_id: str | None
    operator_id: str | None
    operator_name: str
    confirmed_at: datetime
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Seal:
    """An enterprise's seal: what is cut, the hash of its stored drawing, its certificate (DER), its encrypted key.

    `matters` are the papers it was approved for, `custodian` is who keeps it (masked).
    """

    enterprise_id: str
    name: str
    uscc: str
    purpose: str
    serial: str
    specimen: bool
    state: SealState
    drawing: str
    diameter: float
    certificate: bytes
    key: str
    certificate_serial: str
    issued_at: datetime
    valid_to: datetime
    matters: tuple[SealMatter, ...] = tuple(SealMatter)
    custodian_id: str | None = None
    custodian: str = ""
    stopped_by_office: bool = False
    reason: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("seal", self.enterprise_id)

    @property
    def kind_label(self) -> str:
        """What it is called: the line below its star, and without one it is the official seal."""
        return self.purpose or SealKind.OFFICIAL.label
