"""The index in the object store, and the item that says which one stands."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from mashangban.domains.answers.models import ArtefactRecord
from mashangban.kernel import ids
from mashangban.kernel import objects as store

_PK, _SK = "ANSWERINDEX", "CURRENT"


@dataclass(frozen=True, slots=True)
class Artefact:
    """An index that was built: what changed at or after `upto` may not be in it."""

    key: str
    before: str
    sha256: str
    size: int
    pairs: int
    upto: datetime


def current() -> Artefact | None:
    """The index that stands, if one was ever built."""
    try:
        one = ArtefactRecord.get(_PK, _SK, consistent_read=True)
    except ArtefactRecord.DoesNotExist:
        return None
    return Artefact(one.key, one.before or "", one.sha256, int(one.size), int(one.pairs), one.upto)


def read(one: Artefact) -> bytes:
    """An index as it was stored. Raises ValueError for another content than was stored."""
    content: bytes = store.client().get_object(Bucket=store.bucket(), Key=one.key)["Body"].read()
    if hashlib.sha256(content).hexdigest() != one.sha256:
        raise ValueError(f"{one.key} is not what was built")
    return content


def put(content: bytes, pairs: int, upto: datetime) -> Artefact:
    """Let an index stand. The one before stays for whoever is about to read it; the one before that goes."""
    former = current()
    new = Artefact(
        f"answers/index/{ids.new_id(upto)}.tar.gz",
        former.key if former else "",
        hashlib.sha256(content).hexdigest(),
        len(content),
        pairs,
        upto,
    )
    store.client().put_object(Bucket=store.bucket(), Key=new.key, Body=content)
    ArtefactRecord(
        _PK,
        _SK,
        key=new.key,
        before=new.before or None,
        sha256=new.sha256,
        size=new.size,
        pairs=pairs,
        upto=upto,
    ).save()
    if former and former.before:
        store.client().delete_object(Bucket=store.bucket(), Key=former.before)
    return new
