"""Secrets by name: files of a private folder locally; on AWS a secret of Secrets Manager for all functions, one for
those that sign, one for those that speak with partners."""

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
    for arn in (place, *_further()):
        if name in (held := _from_secrets_manager(arn)):
            return held[name].encode()
    raise KeyError(f"secret {name!r} is in none that this function may read")


def _further() -> list[str]:
    """Those of signing and of speaking with partners, where that is this function's trade."""
    named = (settings().signing_secrets, settings().partner_secrets)
    return [one.removeprefix("aws:") for one in named if one]


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
