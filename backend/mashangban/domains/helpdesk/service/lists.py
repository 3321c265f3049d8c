"""Looking at tickets: one whole, one's own, a desk's, an agent's, a county's; and what may be done now."""

from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.repository import departments, ratings, rows, tickets
from mashangban.domains.helpdesk.rules import department as rules
from mashangban.domains.helpdesk.rules import merging, tally
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import TicketRow, TicketsQuery, TicketView
from mashangban.domains.helpdesk.service import access, views
from mashangban.domains.helpdesk.service.access import Standing
from mashangban.domains.helpdesk.terms import PostKind, TicketClass, TicketState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest
from mashangban.kernel.permissions import Principal

_S = TicketState
_CANDIDATES = PageRequest(limit=MAX_LIMIT)
_MOST_ALIKE = 10


def show(act: Act, ticket_id: str, more: list[str] | None = None) -> TicketView:
    """A ticket for its asker, the desks that have a part in it, and supervision. Raises NotFound for others."""
    one, standing = access.find(act, ticket_id)
    return views.view(act.at, one, [*_acts(act, one, standing), *(more or [])])


def mine(actor: Principal, page: PageRequest) -> Page[TicketRow]:
    """What one asked oneself, the newest first."""
    return tickets.of_asker(actor.person_id, page).map(views.row)


def in_hand(actor: Principal, page: PageRequest) -> Page[TicketRow]:
    """What somebody of a desk holds now, the oldest first."""
    actor.reach(permissions.LIST)
    return rows.of_agent(actor.person_id, page).map(views.listed)


def at_place(actor: Principal, query: TicketsQuery) -> Page[TicketRow]:
    """A department's or a county's tickets of one bucket, the oldest first. Raises NotFound beyond reach."""
    require(actor, query.where)
    find = rows.of_county if is_county(query.where) else rows.of_desk
    return find(rows.TICKETS, query.where, query.bucket, query.page).map(views.listed)


def alike(act: Act, ticket_id: str) -> list[TicketRow]:
    """What its department has in hand that it may belong to, the likeliest first. Raises NotFound, WrongPost."""
    one, _ = access.at_desk(act, ticket_id)
    known = [
        row
        for bucket in (tally.LATE, tally.OPEN)
        for row in rows.of_desk(rows.TICKETS, one.desk.id, bucket, _CANDIDATES).items
    ]
    return [views.listed(row) for row in merging.likely(one, known)[:_MOST_ALIKE]]


def require(actor: Principal, where: str) -> None:
    """A list is for whoever is at a post of the department, or supervises it or the county. Raises NotFound."""
    held = access.posts_within(actor, permissions.LIST)
    region = where if is_county(where) else departments.get(where).region
    own = any(post.desk.id == where for post in held)
    if not own and not any(rules.watches(post, region) for post in held):
        raise NotFound()


def is_county(where: str) -> bool:
    """Whether a place is a region's code and not a department's id."""
    return len(where) == 6 and where.isdecimal()


def _acts(act: Act, one: Ticket, standing: Standing) -> list[str]:
    found = _asker_acts(one) if standing.asker else []
    kinds = standing.at(one.desk)
    fits = PostKind.LEAD in kinds or (PostKind.FRONT in kinds and one.post is PostKind.FRONT)
    if fits:
        found += _desk_acts(act, one)
    waited = {partner.desk.id for partner in one.partners if not partner.answer}
    if one.state.running and any(post.desk.id in waited for post in standing.posts):
        found.append("contribute")
    if standing.watch:
        found += _watch_acts(one)
    called = one.state is _S.ANSWERED and one.marks.answered_by != act.actor.person_id
    return [*found, "call"] if called and (fits or standing.watch) else found


def _asker_acts(one: Ticket) -> list[str]:
    if one.state.running:
        softened = ["insist"] if one.marks.softened else []
        return ["add", *softened, "withdraw"]
    acts = {
        _S.JOINED: ["withdraw"],
        _S.ANSWERED: ["confirm"],
        _S.CLOSED: ["reopen", *([] if ratings.find(one.id) else ["rate"])],
    }
    return acts.get(one.state, [])


def _desk_acts(act: Act, one: Ticket) -> list[str]:
    held = one.charge_id == act.actor.person_id
    if one.state is _S.PAUSED:
        return ["resume"]
    if one.state is _S.JOINED:
        return ["leave"]
    if one.state is _S.RECEIVED:
        return ["take", "join"]
    if one.state is not _S.WORKING:
        return []
    return _held_acts(one) if held else ["take"]


def _held_acts(one: Ticket) -> list[str]:
    found = ["answer", "relabel", "invite", "join"]
    if any(not partner.answer for partner in one.partners):
        found.append("release")
    if one.klass is not TicketClass.URGENT:
        found.append("pause")
    if one.post is PostKind.FRONT:
        found.append("deepen")
    if not one.ordered:
        found += ["hand-over", *(["return"] if one.desk.id != one.first.id else [])]
    return found


def _watch_acts(one: Ticket) -> list[str]:
    if one.state is _S.PAUSED:
        return ["urge", "relabel"]
    if one.state not in (_S.RECEIVED, _S.WORKING):
        return []
    return ["urge", "assign", "relabel", *([] if one.marks.extended else ["extend"])]
