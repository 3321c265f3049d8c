"""Who waits gets whoever is free: in the order of the queue, to the one who talks with the fewest."""

from collections.abc import Mapping
from datetime import datetime

from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import departments, duties, talks
from mashangban.domains.helpdesk.rules import duty, roster
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules.department import Post
from mashangban.domains.helpdesk.rules.duty import Duty
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.service import shifts, talk_steps
from mashangban.domains.helpdesk.terms.talking import TOLD_AFTER, LineKind, TalkState
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role

_TRIES = 3
_LOOKED_AT = 20


def seat(act: Act, desk_id: str, just_come: Talk | None = None) -> int:
    """Give away whom a department can talk with now; how many. `just_come` may not stand in the index yet."""
    for _ in range(_TRIES):
        try:
            return _seat(act, desk_id, just_come)
        except (Stale, errors.AgentNotFree, errors.TalkEnded):
            # Somebody was faster with this conversation or this agent: look again at what is left.
            just_come = talks.get(just_come.id) if just_come is not None else None
    return 0


def greeting(act: Act, before: Talk, after: Talk) -> tuple[Message, ...]:
    """Whoever waited long may have put the phone away."""
    waited = before.taken_at is None and act.at >= before.opened_at + TOLD_AFTER
    return talk_steps.tell_asker(after, "helpdesk.talk-taken") if waited else ()


def _seat(act: Act, desk_id: str, just_come: Talk | None) -> int:
    waiting = _waiting(desk_id, just_come)
    if not waiting:
        return 0
    posts = departments.posts_at(desk_id)
    known, given = duties.of_all(post.person_id for post in posts), 0
    running = shifts.running(waiting[0].desk, act.at)
    for one in waiting:
        agent = _agent_for(one, posts, known, roster.down_for(running, one.topic), act.at)
        if agent is None:
            continue
        _give(act, one, agent.person_id)
        known[agent.person_id] = duties.of(agent.person_id)
        given += 1
    return given


def _waiting(desk_id: str, just_come: Talk | None) -> list[Talk]:
    found = {one.id: one for one in talks.waiting_at(desk_id, _LOOKED_AT)}
    if just_come is not None and just_come.state is TalkState.WAITING and just_come.desk.id == desk_id:
        found[just_come.id] = just_come
    return sorted(found.values(), key=lambda one: (one.opened_at, one.id))


def _agent_for(
    one: Talk, posts: list[Post], known: Mapping[str, Duty], on_shift: list[str], at: datetime
) -> Duty | None:
    people = [person for person in duty.fit(one.topic, one.post, posts) if person != one.asker_id]
    return duty.chosen(people, known, at, on_shift)


def _give(act: Act, one: Talk, agent_id: str) -> None:
    after = rules.take(one, agent_id, act.at)
    line = talk_steps.line(act, after, LineKind.TAKEN, f"{after.desk.name}的工作人员接入了对话")
    told = greeting(act, one, after)
    talk_steps.write(act, one, after, events.TALK_TAKEN, line, Role.SYSTEM, told=told)
