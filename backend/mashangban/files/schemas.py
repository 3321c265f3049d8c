"""Wire shapes of files."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mashangban.files.terms import FileState, Purpose, ScanState
from mashangban.kernel.http import Schema


class Announcement(Schema):
    """What the phone is about to send. `sha256` is hexadecimal, over the whole file."""

    filename: str = Field(min_length=1, max_length=255)
    content_type: str = Field(min_length=3, max_length=100)
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    purpose: Purpose


class BlurRegion(Schema):
    """A rectangle in parts of the picture's width and height, from the upper left corner as the picture is shown."""

    x: float = Field(ge=0, le=0.99)
    y: float = Field(ge=0, le=0.99)
    width: float = Field(gt=0, le=1)
    height: float = Field(gt=0, le=1)


class BlurForm(Schema):
    """Faces, number plates: what nobody but its owner has seen from now on. An empty list takes it back."""

    regions: list[BlurRegion] = Field(max_length=20)


class Taken(Schema):
    """A file that came whole."""

    id: str


class Nothing(Schema):
    """An empty body."""


class UploadView(Schema):
    """How to send it. `PUT`: one request with exactly these headers. `PARTS`: ask `/parts` for the addresses."""

    method: Literal["PUT", "PARTS"]
    url: str | None = None
    headers: dict[str, str] = {}
    part_size: int | None = None
    parts: int | None = None


class AnnouncedView(Schema):
    """The place kept for a file until `expires_at`."""

    file_id: str
    upload: UploadView
    expires_at: datetime


class PartView(Schema):
    """Where to PUT one part (numbers from 1)."""

    number: int
    url: str
    size: int


class PartsView(Schema):
    """Which parts have arrived and where the missing ones go: what a phone asks after the network came back."""

    part_size: int
    arrived: list[int]
    missing: list[PartView]


class PlaceView(Schema):
    """Where and when a photo says it was taken; shown to nobody but its owner."""

    latitude: float | None = None
    longitude: float | None = None
    taken_at: str | None = None


class FileView(Schema):
    """A file for its owner. Addresses open it for five minutes; they are there once it is usable."""

    file_id: str
    state: FileState
    state_label: str
    scan: ScanState
    scan_label: str
    filename: str
    content_type: str
    size: int
    sha256: str
    purpose: Purpose
    seconds: int | None = None
    url: str | None = None
    thumbnail_url: str | None = None
    place: PlaceView | None = None
    blurs: list[BlurRegion] = []
    upload: UploadView | None = None


class LinkView(Schema):
    """A file for others, as a domain hands it on."""

    file_id: str
    filename: str
    content_type: str
    url: str | None = None
    thumbnail_url: str | None = None


class OwnUpload(LinkView):
    """A file in the list that its owner takes along: named as others see it, without an address. `size` is bytes of
    what was sent."""

    purpose_label: str
    state_label: str
    size: int
    sha256: str
