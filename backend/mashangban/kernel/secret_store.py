"""Secrets by name: files of a private folder locally, one Secrets Manager secret on AWS, and one more for who signs."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from mashangban.kernel.settings import settings


@cache
def secret(name: str) -> bytes:
    """The secret's bytes. Raises KeyError where this deployment does not hold it."""
    scheme, _, place = settings().secrets.partition(":")
    if scheme == "file":
        path = Path(place) / name
        if not path.is_file():
            raise KeyError(f"secret {name!r} is not in {place}")
        return path.read_bytes()
    held = _from_secrets_manager(place)
    if name not in held and settings().signing_secrets:
        held = _from_secrets_manager(settings().signing_secrets.removeprefix("aws:"))
    return held[name].encode()


def forget() -> None:
    """What is asked for next is read anew: somebody may have added to it."""
    secret.cache_clear()
    _from_secrets_manager.cache_clear()


@cache
def _from_secrets_manager(arn: str) -> dict[str, str]:
    import botocore.session  # only the functions that run on AWS pay for a second client

    client: Any = botocore.session.get_session().create_client(
        "secretsmanager", region_name=settings().region
    )
    values: dict[str, str] = json.loads(client.get_secret_value(SecretId=arn)["SecretString"])
    return values
