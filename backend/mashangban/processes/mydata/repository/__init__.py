"""Packages and their files: nobody's name is in a key, and the store clears each file after three days by itself."""

import hashlib
from typing import IO

from mashangban.kernel import clock, objects, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction
from mashangban.processes.mydata.models import TABLE, PackageRecord
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.terms import LISTED

SK, _ZIP = "PACKAGE", "application/zip"
_LINK_SECONDS = 300
_CHUNK = 1024 * 1024


def get(package_id: str) -> Package:
    """A package (consistent). Raises NotFound."""
    try:
        found = PackageRecord.get(f"DATAPACKAGE#{package_id}", SK, consistent_read=True)
    except PackageRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return _package(found)


def of_person(person_id: str, page: PageRequest) -> Page[Package]:
    """What somebody asked for in the last thirty days, the newest first."""
    found = pagination.query(PackageRecord, f"PACKAGES-OF#{person_id}", page, index="GSI1", newest_first=True)
    return found.map(_package)


def ask(act: Act, new: Package, event: Event, answer: Schema) -> None:
    """Write that somebody asked."""
    record = PackageRecord(
        new.subject.pk,
        SK,
        GSI1PK=f"PACKAGES-OF#{new.person_id}",
        GSI1SK=clock.to_text(new.asked_at),
        person_id=new.person_id,
        asked_at=new.asked_at,
        size=0,
        expires_at=int((new.asked_at + LISTED).timestamp()),
    )
    with Transaction(act, TABLE) as tx:
        tx.create(record, event)
        tx.answer(answer)


def finish(act: Act, after: Package, event: Event) -> None:
    """Write that it lies ready."""
    actions = [
        PackageRecord.ready_at.set(after.ready_at),
        PackageRecord.size.set(after.size),
        PackageRecord.sha256.set(after.sha256),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(PackageRecord(after.subject.pk, SK), event, actions)


def store(package_id: str, file: IO[bytes]) -> tuple[int, str]:
    """Put a packed file where it can be fetched; its size in bytes and its SHA-256."""
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    objects.client().put_object(
        Bucket=objects.bucket(), Key=_key(package_id), Body=file, ContentType=_ZIP, ContentLength=size
    )
    return size, digest.hexdigest()


def link(package_id: str) -> str:
    """An address that saves the file, for five minutes."""
    named = {"ResponseContentDisposition": 'attachment; filename="my-data.zip"', "ResponseContentType": _ZIP}
    return objects.address("get_object", _key(package_id), named, _LINK_SECONDS)


def _key(package_id: str) -> str:
    return f"mydata/{package_id}.zip"


def _package(record: PackageRecord) -> Package:
    return Package(
        id=str(record.PK).partition("#")[2],
        person_id=record.person_id,
        asked_at=record.asked_at,
        ready_at=record.ready_at,
        size=int(record.size),
        sha256=record.sha256 or "",
        tries=int(record.tries or 0),
        stuck_at=record.stuck_at or "",
        again_at=record.again_at,
        failed_at=record.failed_at,
        version=int(record.version),
        chain=record.chain,
    )
