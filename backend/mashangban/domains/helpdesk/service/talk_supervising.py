"""What 督办 sees and does of conversations: a department's or a county's, and who goes on with one that is stuck."""

from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import departments, rows, talks
from mashangban.domains.helpdesk.rules import duty, routing
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules.department import Desk, city_of
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.rules.tally import ENDED
from mashangban.domains.helpdesk.schemas import DeskTalkRow, TalkAssign, TalkDone, TalkSeat, TalksQuery
from mashangban.domains.helpdesk.service import lists, present, seating, talk_access, talk_steps, talk_views
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.domains.helpdesk.terms.talking import LineKind
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page

_MOST_DESKS = 4


def at_place(act: Act, query: TalksQuery) -> Page[DeskTalkRow]:
    """A department's or a county's conversations, open or ended, as they stand now. Raises NotFound beyond reach."""
    lists.require(act.actor, query.where)
    find = rows.of_county if lists.is_county(query.where) else rows.of_desk
    ended = query.bucket == ENDED
    found = find(rows.TALKS, query.where, query.bucket, query.page, newest_first=ended)
    known = talks.some(one.id for one in found.items)
    return Page([talk_views.at_desk(one) for one in known], found.next_cursor)


def seats(act: Act, talk_id: str) -> list[TalkSeat]:
    """Who is on duty with a free hand at its department, then at those that may take its topic. Raises WrongPost."""
    one, _ = talk_access.over(act, talk_id)
    return [
        TalkSeat(
            department_id=desk.id,
            person_id=each.person_id,
            label=f"{desk.name}：{identity.person(each.person_id).label}（手上 {each.talks} 个）",
        )
        for desk in _desks(one)
        for each in present.there_at(act, desk.id, one.topic, _post(one, desk), one.asker_id)
        if each.free(act.at) and each.person_id != one.agent_id
    ]


def assign(act: Act, talk_id: str, given: TalkAssign) -> TalkDone:
    """Somebody on duty goes on with it at once; both who talk read why.

    Raises WrongPost, TalkEnded, TalkHeld, OutOfCity, UnknownDepartment, AgentNotFree.
    """
    one, role = talk_access.over(act, talk_id)
    desk = departments.get(given.department_id).desk
    after = rules.assign(one, desk, given.person_id, act.at)
    if given.person_id == one.asker_id or given.person_id not in duty.fit(
        one.topic, after.post, departments.posts_at(desk.id)
    ):
        raise errors.AgentNotFree()
    line = talk_steps.line(
        act, after, LineKind.MOVED, f"督办请{desk.name}的另一位工作人员接着说：{given.text}"
    )
    told = (*seating.greeting(act, one, after), *talk_steps.tell_agent(after, "helpdesk.talk-assigned"))
    return talk_steps.write(act, one, after, events.TALK_ASSIGNED, line, role, told=told)


def _desks(one: Talk) -> list[Desk]:
    known = departments.all_in(one.region) + departments.all_in(city_of(one.region))
    ranked = [found.desk for found in routing.departments_for(one.topic, one.region, known)[:_MOST_DESKS]]
    return [one.desk, *(desk for desk in ranked if desk.id != one.desk.id)]


def _post(one: Talk, desk: Desk) -> PostKind:
    return one.post if desk.id == one.desk.id else PostKind.FRONT
