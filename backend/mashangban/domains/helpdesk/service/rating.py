"""好差评: stars for an ended ticket or conversation; a bad word is looked into, mended, and the asker is called."""

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.helpdesk import errors, events, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import clocks, ratings, rows, talks
from mashangban.domains.helpdesk.rules import department, ladder
from mashangban.domains.helpdesk.rules import rating as rules
from mashangban.domains.helpdesk.rules import talk as talk_rules
from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.domains.helpdesk.schemas import (
    RatingCall,
    RatingDone,
    RatingFinding,
    RatingForm,
    RatingRow,
    RatingsQuery,
    TalkDone,
    TicketReason,
    TicketView,
)
from mashangban.domains.helpdesk.service import access, lists, talk_access, talk_steps, telling, views
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.domains.helpdesk.terms.rating import MendingState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, Message, following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.stars import Stars
from mashangban.kernel.transaction import Transaction


def rate(act: Act, ticket_id: str, given: RatingForm) -> RatingDone:
    """The asker's stars, once a ticket. Raises NotRatable, RatedAlready."""
    one = access.own(act, ticket_id)
    new = rules.rate(one, Stars(given.stars), tuple(dict.fromkeys(given.tags)), act.at)
    event, turn = _beginning(act, new)
    answer = _done(new)
    ratings.create(act, new, event, given.text, turn, answer)
    return answer


def rate_talk(act: Act, talk_id: str, given: RatingForm) -> TalkDone:
    """The asker's stars, once a conversation. Raises TalkGoesOn, RatedAlready."""
    one = talk_access.own(act, talk_id)
    after = talk_rules.rate(one, given.stars)
    new = rules.rate_talk(one, Stars(given.stars), tuple(dict.fromkeys(given.tags)), act.at)
    event, turn = _beginning(act, new)
    step = talk_steps.event(act, events.TALK_RATED, one, after, Role.PERSON, stars=given.stars)
    with Transaction(act, TABLE) as tx:
        talks.step(tx, one, after, step)
        ratings.begin(tx, new, event, given.text, turn)
        tx.answer(answer := talk_steps.done(after))
    return answer


def verify(act: Act, rated_id: str, given: RatingFinding) -> RatingDone:
    """Supervision looked into it; the asker reads what it found. Raises WrongPost, NothingToMend."""
    one = _within(act, rated_id)
    role = _over(act, one)
    after = rules.verify(one, founded=given.founded)
    told = (*telling.menders(one, "helpdesk.to-mend" if given.founded else "helpdesk.to-call"),)
    turn = Turn(ends=tuple(clocks.running(one.subject, ladder.VERIFY)))
    data = {"founded": given.founded}
    return _write(act, one, after, events.VERIFIED, role, given.text, data, told, turn)


def mend(act: Act, rated_id: str, given: TicketReason) -> RatingDone:
    """The department says what it mended. Raises WrongPost, NothingToMend."""
    one = _within(act, rated_id)
    role = _at_desk(act, one)
    after = rules.mend(one, act.actor.person_id)
    told = (*telling.rater(one, "helpdesk.mended"), *telling.watchers(one, "helpdesk.mended"))
    return _write(act, one, after, events.MENDED, role, given.text, {}, told)


def call(act: Act, rated_id: str, given: RatingCall) -> RatingDone:
    """Somebody who did not mend it called the asker. Raises WrongPost, NothingToMend, SameMender."""
    one = _within(act, rated_id)
    role = _over(act, one) if _watches(act, one) else _at_desk(act, one)
    running = clocks.running(one.subject)
    late = any((due := deadlines.due_time_of(c).due_at) is not None and due <= act.at for c in running)
    after = rules.call(one, act.actor.person_id, act.at, content=given.content, late=late)
    turn = Turn(ends=tuple(running)) if after.state is MendingState.DONE else STILL
    told = telling.menders(one, "helpdesk.to-mend") if after.state is MendingState.MEND else ()
    return _write(
        act, one, after, events.MEND_CALLED, role, given.text, {"content": given.content}, told, turn
    )


def show(act: Act, ticket_id: str) -> TicketView:
    """A ticket whole, with what the caller may do with its rating too. Raises NotFound for who has no part in it."""
    return lists.show(act, ticket_id, actions(act, ratings.find(ticket_id)))


def at_place(actor: Principal, query: RatingsQuery) -> Page[RatingRow]:
    """A department's or a county's ratings that are to be mended, or the others. Raises NotFound beyond reach."""
    lists.require(actor, query.where)
    find = rows.of_county if lists.is_county(query.where) else rows.of_desk
    return find(rows.RATINGS, query.where, query.bucket, query.page).map(views.rating_row)


def actions(act: Act, one: Rating | None) -> list[str]:
    """What the caller may do with a rating now."""
    if one is None or not one.state.open or not act.actor.holds(permissions.LIST):
        return []
    watch, desk = _watches(act, one), PostKind.LEAD in _posts(act, one)
    if one.state is MendingState.VERIFY:
        return ["verify"] if watch else []
    if one.state is MendingState.MEND:
        return ["mend"] if desk else []
    return ["call-rating"] if (watch or desk) and one.mender_id != act.actor.person_id else []


def _beginning(act: Act, new: Rating) -> tuple[Event, Turn]:
    """A bad word is looked into: supervision hears of it, and its clocks run."""
    bad = new.stars.bad
    begins = (ladder.verify_clock(new, act.at), ladder.mend_clock(new, act.at)) if bad else ()
    told = telling.watchers(new, "helpdesk.rated-badly") if bad else ()
    event = following(act, events.RATED, new, Role.PERSON, {"stars": int(new.stars)}, told)
    return event, Turn(begins=begins)


def _write(
    act: Act,
    one: Rating,
    after: Rating,
    kind: str,
    role: Role,
    text: str,
    data: dict[str, bool],
    told: tuple[Message, ...],
    turn: Turn = STILL,
) -> RatingDone:
    event = following(act, kind, one, role, {"state": after.state.value, **data}, told)
    answer = _done(after)
    ratings.move(act, one, after, event, answer, text=text, turn=turn)
    return answer


def _within(act: Act, rated_id: str) -> Rating:
    """A rating for its department or supervision. Raises NotFound."""
    one = ratings.get(rated_id)
    if not (_posts(act, one) or _watches(act, one)):
        raise NotFound()
    return one


def _posts(act: Act, one: Rating) -> list[PostKind]:
    held = access.posts_within(act.actor, permissions.LIST)
    return [kind for post in held if post.desk.id == one.desk.id for kind in post.kinds]


def _watches(act: Act, one: Rating) -> bool:
    held = access.posts_within(act.actor, permissions.LIST)
    return any(department.watches(post, one.region) for post in held)


def _at_desk(act: Act, one: Rating) -> Role:
    if PostKind.LEAD not in _posts(act, one):
        raise errors.WrongPost()
    return access.role_at(act, one.desk)


def _over(act: Act, one: Rating) -> Role:
    if not _watches(act, one):
        raise errors.WrongPost()
    reach = act.actor.reach(permissions.SUPERVISE)
    place = one.place if reach.covers(one.place) else one.desk.place
    return act.actor.role_for(permissions.SUPERVISE, place)


def _done(one: Rating) -> RatingDone:
    return RatingDone(
        ticket_id=one.ticket_id,
        talk_id=one.talk_id,
        number=one.number,
        state=one.state.value,
        state_label=one.state.label,
    )
