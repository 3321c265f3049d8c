"""The four transparencies: entered by the builder, told by other scenarios, read by those who live there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.repository import facts as repository
from mashangban.domains.homes.rules import fact as rules
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.fact import Fact, Link
from mashangban.domains.homes.rules.home import Door, home_id
from mashangban.domains.homes.schemas import (
    Correction,
    EstateView,
    FactDone,
    FactForm,
    FactListQuery,
    FactView,
    Withdrawal,
)
from mashangban.domains.homes.schemas.facts import FactLink
from mashangban.domains.homes.service import access, presenting
from mashangban.domains.homes.terms import FactKind
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import GENESIS, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Role

_PAPERS = frozenset({Purpose.ATTACHMENT, Purpose.CERTIFICATE, Purpose.EVIDENCE, Purpose.SITE_PHOTO})
_A_SCOPE = PageRequest(limit=50)


def enter(act: Act, estate_id: str, form: FactForm) -> FactDone:
    """The builder tells a fact. Raises UnknownBuilding, FactInFuture, and what the files room says."""
    estate = estates.own(estate_id, act.actor.reach(permissions.TELL_FACTS))
    door = Door(form.building, form.unit, "", form.room)
    _require_known(estate, door)
    if form.happened_on > clock.local_date(act.at):
        raise errors.FactInFuture()
    for paper in form.files:
        files.hold(act, "homes", paper, _PAPERS)
    link = Link(form.link.room, form.link.subject, form.link.event) if form.link else None
    new = replace(
        blank(estate, ids.new_id(act.at), door, form.model_dump(exclude={"files", "link"}), act),
        files=tuple(form.files),
        link=link,
    )
    role = act.actor.role_for(permissions.TELL_FACTS, estate.office)
    event = following(act, events.FACT_TOLD, new, role, _told(new))
    answer = FactDone(id=new.id, version=1)
    repository.create(act, new, event, answer)
    return answer


def withdraw(act: Act, fact_id: str, form: Withdrawal) -> FactDone:
    """It was wrong; it stays to be read, with the reason. Raises FactWithdrawn."""
    before = repository.own(fact_id, act.actor.reach(permissions.TELL_FACTS))
    role = act.actor.role_for(permissions.TELL_FACTS, before.office)
    event = following(act, events.FACT_WITHDRAWN, before, role, {"kind": before.kind.value})
    answer = FactDone(id=before.id, version=event.version)
    repository.change(act, (before, rules.withdraw(before, form.reason), event), answer)
    return answer


def correct(act: Act, fact_id: str, form: Correction) -> FactDone:
    """Tell it anew for the same place with the same papers; the wrong one is withdrawn in the same step.

    Raises FactWithdrawn, FactInFuture.
    """
    before = repository.own(fact_id, act.actor.reach(permissions.TELL_FACTS))
    withdrawn = rules.withdraw(before, form.reason)
    if form.happened_on > clock.local_date(act.at):
        raise errors.FactInFuture()
    said = form.model_dump(exclude={"reason"})
    new = replace(
        before, **said, id=ids.new_id(act.at), entered_at=act.at, link=None, version=0, chain=GENESIS
    )
    role = act.actor.role_for(permissions.TELL_FACTS, before.office)
    told = following(act, events.FACT_TOLD, new, role, {**_told(new), "instead_of": before.id})
    event = following(act, events.FACT_WITHDRAWN, before, role, {"kind": before.kind.value, "now": new.id})
    answer = FactDone(id=new.id, version=1)
    repository.change(act, (before, withdrawn, event), answer, (new, told))
    return answer


def heard(act: Act, body: Mapping[str, Any]) -> None:
    """Another scenario tells a fact of its building: kept once however often it comes, with its link."""
    link = Link(str(body["room"]), str(body["subject"]), str(body.get("event", "")))
    try:
        estate = estates.get(str(body["project"]))
    except NotFound:
        return  # a project that is no estate has no homes to tell it to
    door = Door(*(str(body.get(name, "")) for name in ("building", "unit", "floor", "home_room")))
    identity = rules.fact_id(estate.id, link.room, link.subject, link.event, rules.scope_of(door))
    keep(act, replace(blank(estate, identity, door, body, act), link=link))


def keep(act: Act, new: Fact) -> None:
    """Write a fact that may come more than once."""
    if repository.exists(new.id):
        return
    try:
        repository.create(act, new, following(act, events.FACT_TOLD, new, Role.SYSTEM, _told(new)))
    except Stale:
        return  # it came twice at once


def blank(estate: Estate, identity: str, door: Door, given: Mapping[str, Any], act: Act) -> Fact:
    """A fact of an estate from what a form, a row or a message says."""
    day = given["happened_on"]
    return Fact(
        id=identity,
        estate_id=estate.id,
        region=estate.region,
        builder_id=estate.builder.id,
        door=door,
        kind=FactKind(given["kind"]),
        title=given["title"],
        words=given.get("words", ""),
        source=given["source"],
        number=given.get("number", ""),
        happened_on=day if isinstance(day, date) else date.fromisoformat(day),
        entered_at=act.at,
    )


def of_home(actor: Principal, wanted: str, kind: FactKind, at: datetime) -> list[FactView]:
    """What is known of a home: its own facts first, then those of its unit, building and estate."""
    home = access.at_home(actor, wanted, permissions.VIEW_HOME, at)
    scopes = reversed(rules.scopes_over(home))
    return [
        _view(one)
        for scope in scopes
        for one in repository.listed(home.estate_id, scope, kind, _A_SCOPE).items
    ]


def of_estate(actor: Principal, estate_id: str, query: FactListQuery) -> Page[FactView]:
    """Facts of one kind that reach exactly so far, for the builder and the regulators."""
    estates.get(estate_id, actor.reach(permissions.VIEW_ESTATE))
    scope = rules.scope_of(Door(query.building, query.unit, "", query.room))
    return repository.listed(estate_id, scope, query.kind, query.page).map(_view)


def show(actor: Principal, fact_id: str) -> tuple[EstateView, FactView]:
    """One fact and its estate, for the builder and the regulators. Raises NotFound beyond reach."""
    found = repository.get(fact_id)
    estate = estates.get(found.estate_id, actor.reach(permissions.VIEW_ESTATE))
    return presenting.estate_view(estate), _view(found)


def _require_known(estate: Estate, door: Door) -> None:
    rules.require_known(estate, door)
    if door.room and not homes.many([home_id(estate.id, door.label)]):
        raise errors.UnknownBuilding("小区里没有这一户")


def _told(new: Fact) -> dict[str, Any]:
    link = {"link": f"{new.link.room}|{new.link.subject}|{new.link.event}"} if new.link else {}
    return {"kind": new.kind.value, "scope": new.scope, "files": list(new.files), **link}


def _view(one: Fact) -> FactView:
    link = one.link
    return FactView(
        id=one.id,
        kind=one.kind,
        kind_label=one.kind.label,
        reaches=one.door.label or "整个小区",
        title=one.title,
        words=one.words,
        source=one.source,
        number=one.number,
        happened_on=one.happened_on,
        entered_at=one.entered_at,
        papers=files.links(list(one.files)) if one.files else [],
        link=FactLink(room=link.room, subject=link.subject, event=link.event) if link else None,
        withdrawn=one.withdrawn or None,
        version=one.version,
    )
