"""One S3 client for the whole process, and addresses that a phone may use for a few minutes."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from mashangban.kernel.settings import settings


@cache
def client() -> Any:
    """The client that functions use themselves."""
    return _new(None)


@cache
def _public() -> Any:
    """Signs addresses under which a phone reaches the store (on AWS the same as ours)."""
    return _new(settings().objects_public_url)


def bucket() -> str:
    """The bucket of this stage. Raises KeyError where this function has none."""
    name = settings().objects_bucket
    if name is None:
        raise KeyError("OBJECTS_BUCKET")
    return name


def address(operation: str, key: str, parameters: dict[str, Any], seconds: int) -> str:
    """A presigned address for one operation on one object, good for `seconds`."""
    given = {"Bucket": bucket(), "Key": key, **parameters}
    url: str = _public().generate_presigned_url(operation, given, ExpiresIn=seconds)
    return url


@cache
def origin() -> str:
    """The origin of those addresses, for a page that shows pictures from there."""
    found = urlsplit(address("get_object", "-", {}, 60))
    return f"{found.scheme}://{found.netloc}"


def forget() -> None:
    """Let the next call make new clients (the store's address changed)."""
    client.cache_clear()
    _public.cache_clear()
    origin.cache_clear()


def _new(endpoint: str | None) -> Any:
    # Only the functions that touch files pay for a second client.
    import botocore.session
    from botocore.config import Config

    config = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path" if endpoint else "auto"},
        # The SDK's own extra checksums would become part of every signed address.
        request_checksum_calculation="when_required",
        connect_timeout=2,
        read_timeout=20,
        retries={"total_max_attempts": 3, "mode": "standard"},
    )
    return botocore.session.get_session().create_client(
        "s3", region_name=settings().region, endpoint_url=endpoint, config=config
    )
