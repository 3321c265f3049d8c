"""How a file is shown: to its owner, and through a domain to others."""

from mashangban.files.repository import objects
from mashangban.files.rules import uploads
from mashangban.files.rules.uploads import File
from mashangban.files.schemas import BlurRegion, FileView, LinkView, PlaceView, UploadView
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


def link(file: File) -> LinkView:
    """A file for others: pictures redrawn, films bare, papers as they came, once it is usable."""
    bare = LinkView(file_id=file.id, filename=file.filename, content_type=file.content_type.value)
    if file.state is not FileState.USABLE:
        return bare
    if not file.is_image:
        key = objects.film(file.id) if file.is_film else objects.original(file.id)
        url = objects.link(key, file.filename, file.content_type.value)
        return bare.model_copy(update={"url": url})
    name = f"{file.filename.rpartition('.')[0]}.jpg"
    return LinkView(
        file_id=file.id,
        filename=name,
        content_type="image/jpeg",
        url=objects.link(objects.shown(file.id), name, "image/jpeg"),
        thumbnail_url=objects.link(objects.thumbnail(file.id), name, "image/jpeg"),
    )
