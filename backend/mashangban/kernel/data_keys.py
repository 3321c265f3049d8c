"""The keys that personal data is sealed with: few, named by a number of 1 to 255, kept as long as anything sealed with
them.

They lie in the secret `data-keys`: a JSON object of base64 texts by number. On AWS each is wrapped by a key of KMS that
never leaves it, so whoever reads the secret alone has nothing, and a process asks KMS once, not once a text (AWS calls
this a hierarchical keyring). A local run keeps them as they are, in a folder that only its owner may read.
"""

import json
from base64 import b64decode
from functools import cache
from typing import Any

from mashangban.kernel import secret_store
from mashangban.kernel.settings import settings


def newest() -> tuple[int, bytes]:
    """The key for what is sealed from now on, with its number. Raises KeyError where there is none."""
    number = max(_held())
    return number, numbered(number)


def numbered(number: int) -> bytes:
    """The key of 32 bytes. Raises KeyError for a number that this deployment does not know.

    Another process may have sealed with a key that was added since this one read them: then they are read once more.
    """
    if number not in _held():
        secret_store.forget()
        _held.cache_clear()
    return _opened(_held()[number])


@cache
def _held() -> dict[int, bytes]:
    kept: dict[str, str] = json.loads(secret_store.secret("data-keys"))
    return {int(number): b64decode(text) for number, text in kept.items()}


@cache
def _opened(kept: bytes) -> bytes:
    if settings().kms_key is None:
        return kept
    plain: bytes = _kms().decrypt(KeyId=settings().kms_key, CiphertextBlob=kept)["Plaintext"]
    return plain


@cache
def _kms() -> Any:
    import botocore.session  # only the functions that run on AWS pay for a second client

    return botocore.session.get_session().create_client("kms", region_name=settings().region)
