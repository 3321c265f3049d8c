"""Files in the object store, named by their content: writing the same bytes twice is writing them once."""

import hashlib
from collections.abc import Iterator
from urllib.parse import quote

from mashangban.kernel import objects

PREFIX = "documents/"
LINK_SECONDS = 300
_CHUNK = 256 * 1024


def put(body: bytes, content_type: str) -> str:
    """Stores bytes and returns their SHA-256, by which they are found again."""
    sha256 = hashlib.sha256(body).hexdigest()
    objects.client().put_object(
        Bucket=objects.bucket(), Key=_key(sha256), Body=body, ContentType=content_type
    )
    return sha256


def get(sha256: str) -> bytes:
    """The bytes of that hash; a ValueError when the store gives others."""
    body: bytes = objects.client().get_object(Bucket=objects.bucket(), Key=_key(sha256))["Body"].read()
    if hashlib.sha256(body).hexdigest() != sha256:
        raise ValueError(f"stored object {sha256} was changed")
    return body


def chunks(sha256: str) -> Iterator[bytes]:
    """The same a piece at a time; the ValueError comes after the last."""
    body = objects.client().get_object(Bucket=objects.bucket(), Key=_key(sha256))["Body"]
    digest = hashlib.sha256()
    for piece in body.iter_chunks(_CHUNK):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != sha256:
        raise ValueError(f"stored object {sha256} was changed")


def delete(sha256: str) -> None:
    """Removes an object; nothing happens when there is none."""
    objects.client().delete_object(Bucket=objects.bucket(), Key=_key(sha256))


def link(sha256: str, filename: str) -> str:
    """An address that opens this one file for five minutes."""
    shown = f"inline; filename*=UTF-8''{quote(filename)}"
    parameters = {"ResponseContentDisposition": shown, "ResponseContentType": "application/pdf"}
    return objects.address("get_object", _key(sha256), parameters, LINK_SECONDS)


def _key(sha256: str) -> str:
    return f"{PREFIX}{sha256[:2]}/{sha256}"
