"""Packages: head, draft, editions, what stands; each act is one transaction."""

from typing import Any

from mashangban.domains.guides import errors
from mashangban.domains.guides.models import (
    TABLE,
    OfferedRecord,
    PackageDraftRecord,
    PackageEditionRecord,
    PackageRecord,
)
from mashangban.domains.guides.models.packages import dump_package
from mashangban.domains.guides.repository import desks
from mashangban.domains.guides.rules.package import Offered, Package, PackageContent
from mashangban.domains.guides.rules.published import above
from mashangban.domains.guides.terms import GuideShelf
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event, canonical
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Package.__dataclass_fields__ if name not in ("version", "chain"))


def get(package_id: str) -> Package:
    """The head of a package; whoever calls asks for its place. Raises UnknownPackage."""
    try:
        return _package(PackageRecord.get(_pk(package_id), "PACKAGE", consistent_read=True))
    except PackageRecord.DoesNotExist as missing:
        raise errors.UnknownPackage() from missing


def of_region(region: str, shelf: GuideShelf | None, page: PageRequest) -> Page[Package]:
    """A region's own packages by name, on one shelf where it is named."""
    index, key = desks.where(_list(region), shelf)
    return pagination.query(PackageRecord, key, page, index=index).map(_package)


def draft_of(package_id: str) -> PackageContent | None:
    """What is being written, if anything is."""
    try:
        return PackageDraftRecord.get(_pk(package_id), "DRAFT", consistent_read=True).content
    except PackageDraftRecord.DoesNotExist:
        return None


def edition(package_id: str, number: int) -> PackageContent:
    """What an edition said. Raises UnknownPackage."""
    try:
        return PackageEditionRecord.get(_pk(package_id), _sk(number), consistent_read=True).content
    except PackageEditionRecord.DoesNotExist as missing:
        raise errors.UnknownPackage() from missing


def offered(package_id: str) -> Offered | None:
    """What stands now, if anything does."""
    try:
        return _offered(OfferedRecord.get(_pk(package_id), "CURRENT", consistent_read=True))
    except OfferedRecord.DoesNotExist:
        return None


def offered_in(region: str) -> list[Offered]:
    """What stands in a region and those above it, fifty of each: one query a level."""
    page = PageRequest(limit=MAX_LIMIT)
    return [
        _offered(one)
        for level in above(region)
        for one in pagination.query(OfferedRecord, f"PACKAGES#{level}", page, index="GSI1").items
    ]


def create(act: Act, new: Package, draft: PackageContent, event: Event, answer: Schema) -> None:
    """Write a new package's head and its draft."""
    given = {name: value for name, value in _stored(new).items() if value is not None}
    with Transaction(act, TABLE) as tx:
        tx.create(PackageRecord(new.subject.pk, "PACKAGE", **given), event)
        tx.put(PackageDraftRecord(new.subject.pk, "DRAFT", content=draft))
        tx.answer(answer)


def edit(
    act: Act, before: Package, after: Package, draft: PackageContent, event: Event, answer: Schema
) -> None:
    """Write what the draft says now."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.put(PackageDraftRecord(before.subject.pk, "DRAFT", content=draft))
        tx.answer(answer)


def move(act: Act, before: Package, after: Package, event: Event, answer: Schema | None = None) -> None:
    """Hand a draft to a second person, or back; note a poster."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.answer(answer)


def publish(
    act: Act, before: Package, after: Package, content: PackageContent, event: Event, answer: Schema
) -> None:
    """Let a draft stand."""
    pk, number = before.subject.pk, after.edition
    keys: dict[str, Any] = {"GSI1PK": f"PACKAGES#{after.region}", "GSI1SK": f"{content.name}#{after.id}"}
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.delete(PackageDraftRecord(pk, "DRAFT"))
        tx.create(PackageEditionRecord(pk, _sk(number), content=content))
        tx.put(
            OfferedRecord(
                pk, "CURRENT", id=after.id, region=after.region, edition=number, content=content, **keys
            )
        )
        tx.answer(answer)


def withdraw(act: Act, before: Package, after: Package, event: Event, answer: Schema) -> None:
    """Let what stands stand no longer; plans made of it go on."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.delete(OfferedRecord(before.subject.pk, "CURRENT"))
        tx.answer(answer)


def as_text(one: PackageContent) -> str:
    """An edition as one canonical text."""
    return canonical(dump_package(one))


def _amend(tx: Transaction, before: Package, after: Package, event: Event) -> None:
    actions = changes(PackageRecord, _stored(before), _stored(after))
    tx.amend(PackageRecord(before.subject.pk, "PACKAGE"), event, actions)


def _stored(one: Package) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in _FIELDS}
    rare = {name: plain[name] or None for name in (*desks.TEXTS, "writers", "posters")}
    return plain | rare | desks.keys(_list(one.region), one)


def _package(record: PackageRecord) -> Package:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    whole: dict[str, Any] = {"edition": int(record.edition), "draft": bool(record.draft)}
    texts = {name: values[name] or "" for name in desks.TEXTS}
    whole |= {"writers": record.writers or (), "posters": record.posters or ()}
    return Package(**values | texts | whole, version=int(record.version), chain=record.chain)


def _offered(one: OfferedRecord) -> Offered:
    return Offered(one.id, one.region, int(one.edition), one.content)


def _pk(package_id: str) -> str:
    return f"GUIDEPACKAGE#{package_id}"


def _sk(number: int) -> str:
    return f"EDITION#{number:04d}"


def _list(region: str) -> str:
    return f"PACKAGES-IN#{region}"
