"""What one row of an import offers a register, and the record it makes of an old or a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mashangban.registry.rules.merge import Merge, merge
from mashangban.registry.rules.records import Enterprise, Party, Project
from mashangban.registry.terms import (
    ENTERPRISE_AUTHORITY,
    PROJECT_AUTHORITY,
    EnterpriseStatus,
    ProjectNature,
    ProjectStatus,
    Source,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A checked row: its number in the file, the record's code, the fields it fills (as text), its units."""

    row: int
    code: str
    fields: Mapping[str, str]
    parties: tuple[Party, ...] = ()


def weigh_project(held: Project, offer: Offer, source: Source) -> Merge:
    """What a row changes in a project, and what must wait for a person."""
    offered = dict(offer.fields)
    if offer.parties:
        offered["parties"] = replace(held, parties=_joined(held, offer)).fields()["parties"]
    return merge(held.fields(), held.sources, offered, source, PROJECT_AUTHORITY)


def weigh_enterprise(held: Enterprise, offer: Offer, source: Source) -> Merge:
    """The same for an enterprise."""
    return merge(held.fields(), held.sources, offer.fields, source, ENTERPRISE_AUTHORITY)


def _joined(held: Project, offer: Offer) -> tuple[Party, ...]:
    """A row names one unit of a kind: it replaces those of that kind and leaves the others."""
    kinds = {one.kind for one in offer.parties}
    return (*(one for one in held.parties if one.kind not in kinds), *offer.parties)


def project_with(
    held: Project, changes: Mapping[str, str], source: Source, parties: tuple[Party, ...]
) -> Project:
    """The project after some fields changed; `parties` are the units if they are among them."""
    fields = {**held.fields(), **changes}
    return replace(
        held,
        name=fields["name"],
        permit_number=fields["permit_number"],
        county=fields["county"],
        address=fields["address"],
        status=ProjectStatus(fields["status"]),
        nature=ProjectNature(fields["nature"]),
        starts_on=date.fromisoformat(fields["starts_on"]) if fields["starts_on"] else None,
        ends_on=date.fromisoformat(fields["ends_on"]) if fields["ends_on"] else None,
        parties=parties if "parties" in changes else held.parties,
        sources={**held.sources, **dict.fromkeys(changes, source)},
    )


def project_after(held: Project, offer: Offer, changes: Mapping[str, str], source: Source) -> Project:
    """The project after a row's changes."""
    return project_with(held, changes, source, _joined(held, offer))


def new_project(project_id: str, offer: Offer, source: Source) -> Project:
    """A project that a row tells for the first time; states it leaves open are the usual ones."""
    bare = Project(
        id=project_id,
        code=offer.code,
        name="",
        county="",
        address="",
        status=ProjectStatus.UNDER_CONSTRUCTION,
        nature=ProjectNature.NEW,
        sources={"code": source},
    )
    filled = {name: text for name, text in offer.fields.items() if name != "code"}
    changes = filled | ({"parties": "given"} if offer.parties else {})
    return project_with(bare, changes, source, offer.parties)


def enterprise_with(held: Enterprise, changes: Mapping[str, str], source: Source, masked: str) -> Enterprise:
    """The enterprise after some fields changed; `masked` is how its legal person is shown then."""
    fields = {**held.fields(), **changes}
    return replace(
        held,
        name=fields["name"],
        county=fields["county"],
        address=fields["address"],
        status=EnterpriseStatus(fields["status"]),
        legal_person=fields["legal_person"],
        legal_person_masked=masked,
        sources={**held.sources, **dict.fromkeys(changes, source)},
    )


def new_enterprise(enterprise_id: str, offer: Offer, source: Source, masked: str) -> Enterprise:
    """An enterprise that a row tells for the first time."""
    bare = Enterprise(
        id=enterprise_id,
        uscc=offer.code,
        name="",
        county="",
        address="",
        status=EnterpriseStatus.ACTIVE,
        legal_person="",
        legal_person_masked="",
        sources={"uscc": source},
    )
    filled = {name: text for name, text in offer.fields.items() if name != "uscc"}
    return enterprise_with(bare, filled, source, masked)
