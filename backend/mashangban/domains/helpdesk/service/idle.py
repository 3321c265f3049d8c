"""The clock of conversations: each open one is looked at every two minutes, at no cost for what is said meanwhile."""

import logging
from datetime import datetime

from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.repository import duties, talks
from mashangban.domains.helpdesk.rules import idling
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules.idling import Step
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.service import present, seating, shifts, talk_steps
from mashangban.domains.helpdesk.terms.talking import LineKind, TalkState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)
_A_SHARD = 50


def sweep(now: datetime) -> int:
    """Look at what is due; how many. What is left or fails comes with the next run."""
    act = system_act("helpdesk_clock", now)
    found = [one for shard in range(talks.SHARDS) for one in talks.due(shard, now, _A_SHARD)]
    for stale in found:
        try:
            _look(act, talks.get(stale.id))
        except AppError as refused:
            log.warning("a conversation was not looked at: %s", refused.code)
    return len(found)


def _look(act: Act, one: Talk) -> None:
    # The index may be behind: somebody said or did something since.
    if one.due_at is None or one.due_at > act.at:
        return
    step = idling.step(one, act.at, manned=_manned(act, one))
    if step in (Step.LOOK, Step.SEAT):
        talks.look_again(one, idling.look_again(one, act.at))
        if step is Step.SEAT:
            seating.seat(act, one.desk.id)
        return
    _DEEDS[step](act, one)


def _manned(act: Act, one: Talk) -> bool:
    if one.state is TalkState.TALKING:
        return duties.of(one.agent_id).there(act.at)
    return bool(present.there_at(act, one.desk.id, one.topic, one.post, one.asker_id))


def _nobody(act: Act, one: Talk) -> None:
    after = idling.tell_nobody(one, act.at)
    opens = shifts.next_at(one.desk, act.at)
    then = f"，{clock.spoken(opens)}有人" if opens else ""
    text = f"{one.desk.name}现在没有人值班{then}。您说的都在，可以转为提问，有人上班就答复；也可以接着等"
    line = talk_steps.line(act, after, LineKind.NOBODY, text)
    told = talk_steps.tell_asker(one, "helpdesk.talk-unmanned")
    talk_steps.write(act, one, after, events.TALK_UNMANNED, line, Role.SYSTEM, told=told)


def _release(act: Act, one: Talk) -> None:
    after = rules.release(one, act.at)
    line = talk_steps.line(
        act, after, LineKind.RELEASED, "工作人员的连接断了，正在为您换一位，您还排在原来的位置"
    )
    talk_steps.write(act, one, after, events.TALK_RELEASED, line, Role.SYSTEM)


def _warn(act: Act, one: Talk) -> None:
    after = idling.warn(one, act.at)
    line = talk_steps.line(act, after, LineKind.WARNED, "还在吗？5分钟内没有回话就先结束，说过的都在")
    told = talk_steps.tell_asker(one, "helpdesk.talk-warned")
    talk_steps.write(act, one, after, events.TALK_WARNED, line, Role.SYSTEM, told=told)


def _end(act: Act, one: Talk) -> None:
    after = rules.end(one, act.at)
    line = talk_steps.line(
        act, after, LineKind.ENDED, "一直没有回话，对话先结束。说过的都在，7天内可以转为提问"
    )
    told = talk_steps.tell_asker(one, "helpdesk.talk-ended")
    talk_steps.write(act, one, after, events.TALK_ENDED, line, Role.SYSTEM, told=told)


_DEEDS = {Step.NOBODY: _nobody, Step.RELEASE: _release, Step.WARN: _warn, Step.END: _end}
