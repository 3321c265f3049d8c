"""What the two who talk do: begin, say, read, end."""

from dataclasses import replace

from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import talks
from mashangban.domains.helpdesk.rules import talk as rules
from mashangban.domains.helpdesk.rules.talk import Card, Line, Talk
from mashangban.domains.helpdesk.schemas import (
    TalkDone,
    TalkOpening,
    TalkPlace,
    TalkPresence,
    TalkRead,
    TalkSaid,
)
from mashangban.domains.helpdesk.service import present, shifts, talk_access, talk_steps
from mashangban.domains.helpdesk.terms.talking import CHECKED_EVERY, LineKind, Side
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def who_is_there(act: Act, place: TalkPlace) -> TalkPresence:
    """Whether somebody would talk now, and how many wait. Raises NoDepartment."""
    one, there = present.manned(act, place)
    waiting = talks.waiting_at(one.id)
    return TalkPresence(
        desk_name=one.name,
        on_duty=len(there),
        free=sum(1 for each in there if each.free(act.at)),
        waiting=len(waiting),
        opens_at=None if there else shifts.next_at(one.desk, act.at),
        open_id=talks.open_of(act.actor.person_id),
    )


def begin(act: Act, given: TalkOpening) -> TalkDone:
    """Stand in the queue with the first words; the stream gives it to whoever is free.

    Raises NobodyOnDuty, NoDepartment, AlreadyTalking, TooManyAsked.
    """
    one, there = present.manned(act, given)
    if not there:
        raise errors.NobodyOnDuty()
    new = Talk(
        id=ids.new_id(act.at),
        region=given.region,
        asker_id=act.actor.person_id,
        topic=given.topic,
        opened_at=act.at,
        first=one.desk,
        desk=one.desk,
        spoken_at=act.at,
        due_at=act.at + CHECKED_EVERY,
    )
    data = {"topic": new.topic.value, "desk": new.desk.name}
    event = following(act, events.TALK_OPENED, new, Role.PERSON, data)
    line = Line(1, Side.ASKER, LineKind.SAID, act.at, act.actor.person_id, given.text)
    answer = talk_steps.done(new)
    talks.begin(act, new, event, line, answer)
    return answer


def say(act: Act, talk_id: str, given: TalkSaid) -> TalkDone:
    """One more line. Raises TalkEnded, TalkNotHeld, TalkTooLong, CardsAreOfAgents, and as `files.hold` does."""
    one, side = talk_access.speaking(act, talk_id)
    if given.card and side is not Side.AGENT:
        raise errors.CardsAreOfAgents()
    after = rules.say(one, side, act.at)
    if given.file_id:
        files.hold(act, "helpdesk", given.file_id, {Purpose.ATTACHMENT, Purpose.EVIDENCE})
    line = _line(act, after, side, given)
    answer = talk_steps.done(after)
    talks.say(act, one, after, line, answer)
    return answer


def read(act: Act, talk_id: str, given: TalkRead) -> None:
    """Up to a line; whoever only looks on leaves no mark. Raises NotFound."""
    one, standing = talk_access.find(act, talk_id)
    if standing.asker or one.agent_id == act.actor.person_id:
        talks.read(one, rules.read(one, standing.side, given.number))


def end(act: Act, talk_id: str) -> TalkDone:
    """Enough was said. Raises TalkEnded, TalkNotHeld."""
    one, side = talk_access.speaking(act, talk_id)
    after = rules.end(one, act.at)
    line = talk_steps.line(act, after, LineKind.ENDED, f"{side.label}结束了对话")
    role = talk_access.role(act, one, side)
    return talk_steps.write(act, one, after, events.TALK_ENDED, line, role)


def _line(act: Act, after: Talk, side: Side, given: TalkSaid) -> Line:
    line = Line(after.lines, side, LineKind.SAID, act.at, act.actor.person_id, given.text)
    if given.card:
        card = Card(given.card.kind, given.card.target)
        return replace(line, kind=LineKind.CARD, text=given.card.title, card=card)
    return replace(line, kind=LineKind.FILE, file_id=given.file_id) if given.file_id else line
