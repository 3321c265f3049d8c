"""What an agent does with a conversation: take it, pass it on, give it back; and whether they are there."""

from mashangban.domains.helpdesk import errors, events, permissions
from mashangban.domains.helpdesk.repository import departments, duties, talks
from mashangban.domains.helpdesk.rules import duty as duty_rules
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules.talk import Line, Talk
from mashangban.domains.helpdesk.schemas import (
    DutyForm,
    DutyView,
    TalkChoice,
    TalkDone,
    TalkReason,
    TalkTo,
    WorkplaceView,
)
from mashangban.domains.helpdesk.service import present, seating, talk_access, talk_steps, talk_views
from mashangban.domains.helpdesk.terms.talking import LineKind, Side
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following


def take(act: Act, talk_id: str) -> TalkDone:
    """Take it by hand, also over from a colleague. Raises WrongPost, TalkEnded, TalkHeld, AgentNotFree."""
    one, role = talk_access.serving(act, talk_id)
    after = rules.take(one, act.actor.person_id, act.at)
    line = talk_steps.line(act, after, LineKind.TAKEN, f"{after.desk.name}的工作人员接入了对话")
    told = seating.greeting(act, one, after)
    return talk_steps.write(act, one, after, events.TALK_TAKEN, line, role, told=told)


def deepen(act: Act, talk_id: str, given: TalkReason) -> TalkDone:
    """To 主办 of the same department. Raises WrongPost, TalkEnded, TalkNotHeld, SameDesk, NobodyOnDuty."""
    one, role = talk_access.serving(act, talk_id)
    after = rules.deepen(one, act.actor.person_id, act.at)
    _require_there(act, after)
    line = _reason(act, after, LineKind.MOVED, "转给主办岗", given.text)
    return talk_steps.write(act, one, after, events.TALK_DEEPENED, line, role)


def hand_over(act: Act, talk_id: str, given: TalkTo) -> TalkDone:
    """To a colleague at once, or into the queue of another department in its old order.

    Raises WrongPost, TalkEnded, TalkNotHeld, SameDesk, OutOfCity, MovedTooOften, NobodyOnDuty, AgentNotFree.
    """
    if given.colleague_id:
        return _to_colleague(act, talk_id, given)
    one, role = talk_access.serving(act, talk_id)
    after = rules.hand_over(one, act.actor.person_id, departments.get(given.department_id).desk, act.at)
    _require_there(act, after)
    line = _reason(act, after, LineKind.MOVED, f"转给{after.desk.name}", given.text)
    return talk_steps.write(act, one, after, events.TALK_MOVED, line, role)


def give_back(act: Act, talk_id: str, given: TalkReason) -> TalkDone:
    """Back to whoever had it first. Raises WrongPost, TalkEnded, TalkNotHeld, FirstDesk, MovedTooOften."""
    one, role = talk_access.serving(act, talk_id)
    after = rules.give_back(one, act.actor.person_id, act.at)
    line = _reason(act, after, LineKind.RETURNED, f"退回{after.desk.name}", given.text)
    return talk_steps.write(act, one, after, events.TALK_RETURNED, line, role)


def turn(act: Act, given: DutyForm) -> DutyView:
    """Come on duty, be busy, go. Raises NoPost."""
    desks = tuple(post.desk for post in talk_access.require_post(act.actor))
    one = duties.of(act.actor.person_id)
    after = duty_rules.turn(one, given.state, given.most, desks, act.at)
    role = act.actor.role_for(permissions.SERVE, desks[0].place)
    event = following(act, events.DUTY_TURNED, one, role, {"state": given.state.value})
    answer = talk_views.duty(after, act.at)
    duties.turn(act, one, after, event, answer)
    return answer


def beat(act: Act) -> DutyView:
    """The screen is still there; whoever is away stays away. Raises NoPost."""
    talk_access.require_post(act.actor)
    duties.beat(act.actor.person_id, act.at)
    return talk_views.duty(duties.of(act.actor.person_id), act.at)


def workplace(act: Act) -> WorkplaceView:
    """What one has in hand, and who waits where one may answer."""
    posts, me = talk_access.posts(act.actor), act.actor.person_id
    waiting = [
        one
        for post in posts
        for one in talks.waiting_at(post.desk.id)
        if me in duty_rules.fit(one.topic, one.post, [post])
    ]
    return WorkplaceView(
        duty=talk_views.duty(duties.of(me), act.at),
        desks=[TalkChoice(id=post.desk.id, label=post.desk.name) for post in posts],
        talks=[talk_views.row(one, Side.AGENT) for one in talks.of_agent(me)],
        waiting=[talk_views.row(one, Side.AGENT) for one in sorted(waiting, key=lambda one: one.opened_at)],
    )


def _to_colleague(act: Act, talk_id: str, given: TalkTo) -> TalkDone:
    one, role = talk_access.serving(act, talk_id)
    rules.held(one, act.actor.person_id)
    fit = duty_rules.fit(one.topic, one.post, departments.posts_at(one.desk.id))
    if given.colleague_id not in fit or given.colleague_id == one.asker_id:
        raise errors.AgentNotFree()
    after = rules.take(one, given.colleague_id, act.at)
    line = _reason(act, after, LineKind.MOVED, "转给同事", given.text)
    return talk_steps.write(act, one, after, events.TALK_TAKEN, line, role)


def _require_there(act: Act, after: Talk) -> None:
    """Nobody is passed on into an empty room."""
    if not present.there_at(act, after.desk.id, after.topic, after.post, after.asker_id):
        raise errors.NobodyOnDuty()


def _reason(act: Act, after: Talk, kind: LineKind, what: str, text: str) -> Line:
    return talk_steps.line(act, after, kind, f"{what}：{text}")
