"""How a file is shown: to its owner, and through a domain to others."""

from dataclasses import dataclass

from mashangban.files.repository import objects
from mashangban.files.rules import uploads
from mashangban.files.rules.uploads import File
from mashangban.files.schemas import BlurRegion, FileView, LinkView, OwnUpload, PlaceView, UploadView
from mashangban.files.terms import PART_SIZE, FileState


def upload(file: File) -> UploadView:
    """How the phone sends it."""
    if file.in_parts:
        count = len(uploads.part_sizes(file.size))
        return UploadView(method="PARTS", part_size=PART_SIZE, parts=count)
    key = objects.incoming(file.id)
    url, headers = objects.upload_address(key, file.content_type, file.size, file.sha256)
    return UploadView(method="PUT", url=url, headers=headers)


def view(file: File, *, with_addresses: bool = False) -> FileView:
    """A file for its owner."""
    given = link(file) if with_addresses else None
    awaited = with_addresses and file.state is FileState.ANNOUNCED
    return FileView(
        file_id=file.id,
        state=file.state,
        state_label=file.state.label,
        scan=file.scan,
        scan_label=file.scan.label,
        filename=file.filename,
        content_type=file.content_type.value,
        size=file.size,
        sha256=file.sha256,
        purpose=file.purpose,
        seconds=file.seconds,
        url=given.url if given else None,
        thumbnail_url=given.thumbnail_url if given else None,
        place=PlaceView.model_validate(file.place) if file.place else None,
        blurs=[BlurRegion.model_validate(one) for one in file.blurs],
        upload=upload(file) if awaited else None,
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What others get of a usable file: the object at `key`, under a name."""

    key: str
    filename: str
    content_type: str


def shown(file: File) -> Shown:
    """Pictures redrawn, films bare, papers as they came."""
    if file.is_image:
        return Shown(objects.shown(file.id), f"{file.filename.rpartition('.')[0]}.jpg", "image/jpeg")
    key = objects.film(file.id) if file.is_film else objects.original(file.id)
    return Shown(key, file.filename, file.content_type.value)


def link(file: File) -> LinkView:
    """A file for others, with its addresses once it is usable."""
    if file.state is not FileState.USABLE:
        return LinkView(file_id=file.id, filename=file.filename, content_type=file.content_type.value)
    one = shown(file)
    small = objects.thumbnail(file.id) if file.is_image else None
    return LinkView(
        file_id=file.id,
        filename=one.filename,
        content_type=one.content_type,
        url=objects.link(one.key, one.filename, one.content_type),
        thumbnail_url=objects.link(small, one.filename, one.content_type) if small else None,
    )


def own_upload(file: File) -> OwnUpload:
    """A line of the list that its owner takes along; named as `link` names it, so that it counts as the same file."""
    usable = file.state is FileState.USABLE
    return OwnUpload(
        file_id=file.id,
        filename=shown(file).filename if usable else file.filename,
        content_type=file.content_type.value,
        purpose_label=file.rule.label,
        state_label=file.state.label,
        size=file.size,
        sha256=file.sha256,
    )
