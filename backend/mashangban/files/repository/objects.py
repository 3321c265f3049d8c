"""Bytes in the object store. What a phone sends lands apart from what is kept: an address that was given out for
an upload can't reach a file that has been checked.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from botocore.exceptions import ClientError

from mashangban.kernel import objects as store
from mashangban.kernel.errors import Stale

UPLOAD_SECONDS = 3600
LINK_SECONDS = 300
_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store knows of an object."""

    size: int
    etag: str


def incoming(file_id: str) -> str:
    """Where an upload lands; the bucket's lifecycle rule clears this prefix."""
    return f"files/incoming/{file_id}"


def original(file_id: str) -> str:
    """The checked file as it was sent; read by the platform only when it is a picture."""
    return f"files/kept/{file_id}/original"


def shown(file_id: str) -> str:
    """A picture redrawn without what it carried."""
    return f"files/kept/{file_id}/shown.jpg"


def thumbnail(file_id: str) -> str:
    """The same, small."""
    return f"files/kept/{file_id}/thumbnail.jpg"


def film(file_id: str) -> str:
    """A film without what its camera wrote beside it."""
    return f"files/kept/{file_id}/shown.mp4"


def kept(file_id: str) -> tuple[str, ...]:
    """Every key under which something of a file may lie."""
    return tuple(key(file_id) for key in (incoming, original, shown, thumbnail, film))


def upload_address(key: str, content_type: str, size: int, sha256: str) -> tuple[str, dict[str, str]]:
    """An address that takes exactly this content, and the headers to send with it.

    Type, length and SHA-256 are part of the signature: the store itself refuses anything else.
    """
    checksum = b64encode(bytes.fromhex(sha256)).decode()
    parameters = {"ContentType": content_type, "ContentLength": size, "ChecksumSHA256": checksum}
    url = store.address("put_object", key, parameters, UPLOAD_SECONDS)
    return url, {"Content-Type": content_type, "x-amz-checksum-sha256": checksum}


def begin_parts(key: str, content_type: str) -> str:
    """Open an upload in parts; returns its id."""
    answer = store.client().create_multipart_upload(Bucket=store.bucket(), Key=key, ContentType=content_type)
    return str(answer["UploadId"])


def part_address(key: str, upload_id: str, number: int, size: int) -> str:
    """Where one part goes."""
    parameters = {"UploadId": upload_id, "PartNumber": number, "ContentLength": size}
    return store.address("upload_part", key, parameters, UPLOAD_SECONDS)


def parts(key: str, upload_id: str) -> dict[int, Stored]:
    """The parts that have arrived, by number; none if the upload is unknown (given up, or complete)."""
    try:
        found = store.client().list_parts(Bucket=store.bucket(), Key=key, UploadId=upload_id)
    except ClientError as refused:
        if _status(refused) == 404:
            return {}
        raise
    return {part["PartNumber"]: Stored(part["Size"], part["ETag"]) for part in found.get("Parts", [])}


def complete_parts(key: str, upload_id: str, arrived: Mapping[int, Stored]) -> None:
    """Make one object of the parts; nothing happens if it was done a moment ago."""
    listed = [{"PartNumber": number, "ETag": arrived[number].etag} for number in sorted(arrived)]
    with _gone_is_fine():
        store.client().complete_multipart_upload(
            Bucket=store.bucket(), Key=key, UploadId=upload_id, MultipartUpload={"Parts": listed}
        )


def give_up_parts(key: str, upload_id: str) -> None:
    """Drop an upload in parts; nothing happens if it is gone already."""
    with _gone_is_fine():
        store.client().abort_multipart_upload(Bucket=store.bucket(), Key=key, UploadId=upload_id)


def find(key: str) -> Stored | None:
    """Size and tag of an object, None if there is none."""
    try:
        found = store.client().head_object(Bucket=store.bucket(), Key=key)
    except ClientError as refused:
        if _status(refused) == 404:
            return None
        raise
    return Stored(found["ContentLength"], found["ETag"])


def chunks(key: str, etag: str) -> Iterator[bytes]:
    """The content of that very object, a piece at a time. Raises Stale if it is no longer there."""
    with _gone_is_stale():
        body = store.client().get_object(Bucket=store.bucket(), Key=key, IfMatch=etag)["Body"]
    yield from body.iter_chunks(_CHUNK)


def read(key: str) -> bytes:
    """The whole content."""
    content: bytes = store.client().get_object(Bucket=store.bucket(), Key=key)["Body"].read()
    return content


def keep(source: str, etag: str, target: str, content_type: str) -> None:
    """Copy an object that was checked. Raises Stale if another has taken its place since."""
    with _gone_is_stale():
        store.client().copy_object(
            Bucket=store.bucket(),
            Key=target,
            CopySource={"Bucket": store.bucket(), "Key": source},
            CopySourceIfMatch=etag,
            ContentType=content_type,
            MetadataDirective="REPLACE",
        )


def put(key: str, content: bytes, content_type: str) -> None:
    """Store what we made."""
    store.client().put_object(Bucket=store.bucket(), Key=key, Body=content, ContentType=content_type)


def delete(key: str) -> None:
    """Remove an object; nothing happens if there is none."""
    store.client().delete_object(Bucket=store.bucket(), Key=key)


def link(key: str, filename: str, content_type: str) -> str:
    """An address that opens one object for five minutes; pictures and films are shown, everything else is saved."""
    manner = "inline" if content_type.startswith(("image/", "video/")) else "attachment"
    parameters = {
        "ResponseContentDisposition": f"{manner}; filename*=UTF-8''{quote(filename, safe='')}",
        "ResponseContentType": content_type,
    }
    return store.address("get_object", key, parameters, LINK_SECONDS)


@contextmanager
def _gone_is_fine() -> Iterator[None]:
    try:
        yield
    except ClientError as refused:
        if _status(refused) != 404:
            raise


@contextmanager
def _gone_is_stale() -> Iterator[None]:
    """What was there a moment ago is gone or another: someone else was faster, the act is run again."""
    try:
        yield
    except ClientError as refused:
        if _status(refused) in (404, 412):
            raise Stale() from refused
        raise


def _status(refused: ClientError) -> int:
    return int(refused.response["ResponseMetadata"]["HTTPStatusCode"])
