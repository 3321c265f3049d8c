"""Affairs as the offices of their zones see them."""

from contextlib import suppress

from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.errors import UnknownAffair
from mashangban.domains.crossregion.repository import affairs as repository
from mashangban.domains.crossregion.repository import alliances
from mashangban.domains.crossregion.rules import affair as rules
from mashangban.domains.crossregion.rules.affair import Affair, Part
from mashangban.domains.crossregion.schemas.affairs import (
    AffairPartView,
    AffairRow,
    AffairsQuery,
    AffairView,
)
from mashangban.domains.crossregion.service import access, affairs, views
from mashangban.domains.crossregion.service import alliances as alliance_acts
from mashangban.domains.crossregion.service.wayline import name_of
from mashangban.domains.crossregion.terms.affairs import AffairState
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal


def listed(actor: Principal, alliance_id: str, query: AffairsQuery) -> Page[AffairRow]:
    """An alliance's affairs of a kind, as far as the caller's zones have a part in them. Raises NotFound."""
    alliance_acts.seen(actor, alliance_id, permissions.LIST_ALLIANCES)
    reach = actor.reach(permissions.LIST_ALLIANCES)
    found = repository.of_alliance(alliance_id, query.kind, query.page)
    mine = [one for one in found.items if one.shared or any(reach.covers(Place(zone)) for zone in one.zones)]
    return Page([row(one) for one in mine], found.next_cursor)


def show(act: Act, affair_id: str, page: PageRequest) -> AffairView:
    """An affair with a page of its parts, the newest first. Raises UnknownAffair, NotFound beyond reach."""
    one = affairs.seen(act.actor, affair_id)
    return _view(act.actor, one, page, _own(act.actor, one))


def postings(actor: Principal, page: PageRequest) -> Page[AffairRow]:
    """Where the caller is or was sent, the newest first."""
    return repository.of_person(actor.person_id, page).map(row)


def posting(actor: Principal, affair_id: str, page: PageRequest) -> AffairView:
    """One's own posting: where, until when, what was reported. Raises UnknownAffair for anybody else."""
    one = repository.get(affair_id)
    if one.person_id != actor.person_id:
        raise UnknownAffair()
    return _view(actor, one, page, set())


def _view(actor: Principal, one: Affair, page: PageRequest, mine: set[str]) -> AffairView:
    parts = repository.parts_of(one, page)
    is_open = one.state is AffairState.OPEN
    return AffairView(
        row=row(one),
        alliance_id=one.alliance_id,
        alliance_name=alliances.get(one.alliance_id).name,
        kind=one.kind,
        kind_label=one.kind.label,
        part_label=one.manner.part,
        text=one.text,
        person=(identity.person(one.person_id).name_masked or "未实名") if one.person_id else "",
        case_id=_case(actor, one),
        zones={zone: name_of(zone) for zone in one.zones},
        parts=[_part(part, mine) for part in parts.items],
        next_cursor=parts.next_cursor,
        writers=[zone for zone in rules.writers(one) if zone in mine] if is_open else [],
        host=one.host if is_open and one.host in mine else "",
        log=views.log(one.subject),
    )


def row(one: Affair) -> AffairRow:
    """An affair in a list."""
    return AffairRow(
        id=one.id,
        title=one.title,
        host_name=name_of(one.host),
        guest_names=[name_of(zone) for zone in one.guests],
        first=one.first,
        last=one.last,
        state=one.state.value,
        state_label=one.state.label,
        parts=one.parts,
        made_at=one.made_at,
    )


def _case(actor: Principal, one: Affair) -> str:
    """The case a question is about, for whom that case shows itself."""
    with suppress(NotFound):
        return access.seen(actor, one.case_id)[0].id if one.case_id else ""
    return ""


def _own(actor: Principal, one: Affair) -> set[str]:
    if not actor.holds(permissions.TAKE_PART):
        return set()
    reach = actor.reach(permissions.TAKE_PART)
    return {zone for zone in one.zones if reach.covers(Place(zone))}


def _part(one: Part, mine: set[str]) -> AffairPartView:
    return AffairPartView(
        number=one.number,
        zone_name=name_of(one.zone),
        text=one.text,
        source=one.source,
        owner=one.owner,
        owner_name=name_of(one.owner),
        due=one.due,
        done_at=one.done_at,
        at=one.at,
        mine=one.owner in mine and one.done_at is None,
    )
