"""Files in the object store, named by their content: writing the same bytes twice is writing them once."""

import hashlib
from functools import cache
from typing import Any
from urllib.parse import quote

import botocore.session
from botocore.config import Config

from mashangban.kernel.settings import settings

PREFIX = "documents/"
LINK_SECONDS = 300


@cache
def _client() -> Any:
    return _new_client(None)


@cache
def _public_client() -> Any:
    """Signs links for the address under which a phone reaches the store (unset on AWS: the same one)."""
    return _new_client(settings().objects_public_url)


def _new_client(endpoint: str | None) -> Any:
    config = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path" if endpoint else "auto"},
        connect_timeout=2,
        read_timeout=10,
        retries={"total_max_attempts": 3, "mode": "standard"},
    )
    return botocore.session.get_session().create_client(
        "s3", region_name=settings().region, endpoint_url=endpoint, config=config
    )


def put(body: bytes, content_type: str) -> str:
    """Stores bytes and returns their SHA-256, by which they are found again."""
    sha256 = hashlib.sha256(body).hexdigest()
    _client().put_object(Bucket=_bucket(), Key=_key(sha256), Body=body, ContentType=content_type)
    return sha256


def get(sha256: str) -> bytes:
    """The bytes of that hash; a ValueError when the store gives others."""
    body: bytes = _client().get_object(Bucket=_bucket(), Key=_key(sha256))["Body"].read()
    if hashlib.sha256(body).hexdigest() != sha256:
        raise ValueError(f"stored object {sha256} was changed")
    return body


def link(sha256: str, filename: str) -> str:
    """An address that opens this one file for five minutes."""
    shown = f"inline; filename*=UTF-8''{quote(filename)}"
    parameters = {
        "Bucket": _bucket(),
        "Key": _key(sha256),
        "ResponseContentDisposition": shown,
        "ResponseContentType": "application/pdf",
    }
    url: str = _public_client().generate_presigned_url("get_object", parameters, ExpiresIn=LINK_SECONDS)
    return url


def _key(sha256: str) -> str:
    return f"{PREFIX}{sha256[:2]}/{sha256}"


def _bucket() -> str:
    bucket = settings().objects_bucket
    if bucket is None:
        raise KeyError("OBJECTS_BUCKET")
    return bucket
