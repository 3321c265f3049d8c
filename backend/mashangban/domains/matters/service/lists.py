"""Lists and figures of matters, one matter: for its person, and for the office that handles it."""

from mashangban.domains.matters import permissions
from mashangban.domains.matters.repository import matters, months
from mashangban.domains.matters.rules import acting, looking, rating
from mashangban.domains.matters.rules.figures import ItemMonth
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.schemas.matters import (
    MatterDeskQuery,
    MatterMonthQuery,
    MatterMonthView,
    MatterRow,
    MatterView,
)
from mashangban.domains.matters.service import access, offering, views
from mashangban.domains.matters.terms import Counted
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal


def mine(act: Act, page: PageRequest) -> Page[MatterRow]:
    """One's own matters, the newest first."""
    return matters.of_person(act.actor.person_id, page).map(views.row)


def show_own(act: Act, matter_id: str) -> MatterView:
    """One's own matter. Raises UnknownMatter, NotFound."""
    one = access.own(act, matter_id)
    rates = ["rate"] if rating.ratable(one, act.at) else []
    return views.show(act, one, [*acting.own(one), *rates], office=False)


def at_desk(actor: Principal, query: MatterDeskQuery) -> Page[MatterRow]:
    """What an office has. A page that is not full and has a next one was sifted out of part of the list only: whoever
    asks goes on. Raises NotFound beyond reach.
    """
    actor.reach(permissions.LIST).require(Place(query.region))
    found = pagination.sifted(
        lambda page: _listed(query, page),
        lambda one: looking.wanted(one, query.state, query.words, query.whose, actor.person_id),
        query.page,
    )
    return found.map(views.row)


def _listed(query: MatterDeskQuery, page: PageRequest) -> Page[Matter]:
    if query.stage is None:
        return matters.came_in(query.region, page)
    return matters.waiting(query.region, query.stage, page)


def show(act: Act, matter_id: str) -> MatterView:
    """A matter for its office. Raises UnknownMatter, NotFound beyond reach."""
    one = access.seen(act.actor, matter_id)
    return views.show(act, one, acting.office(one, act.actor.person_id), office=True)


def month(act: Act, query: MatterMonthQuery) -> list[MatterMonthView]:
    """What an office's items did in a month. Raises NotFound beyond reach."""
    act.actor.reach(permissions.LIST).require(Place(query.region))
    found = months.of_region(query.region, query.day or clock.local_date(act.at))
    known = offering.several(one.item_id for one in found)
    ordered = sorted(found, key=lambda one: -one.of(Counted.SUBMITTED))
    return [_month(one, known[one.item_id].name) for one in ordered]


def _month(one: ItemMonth, name: str) -> MatterMonthView:
    return MatterMonthView(
        item_id=one.item_id,
        name=name,
        submitted=one.of(Counted.SUBMITTED),
        first_pass_percent=one.first_pass_percent,
        asked=one.of(Counted.ASKED),
        refused=one.of(Counted.REFUSED),
        silent=one.of(Counted.SILENT),
        decided=one.of(Counted.DECIDED),
        granted=one.of(Counted.GRANTED),
        on_time_percent=one.on_time_percent,
        average_days=one.average_days,
        withdrawn=one.of(Counted.WITHDRAWN),
        lapsed=one.of(Counted.LAPSED),
        rated=one.of(Counted.RATED),
        average_stars=one.average_stars,
        content_percent=one.content_percent,
    )
