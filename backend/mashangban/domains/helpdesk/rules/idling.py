"""What the clock does with a conversation in which nothing happens: look again, warn, end, seat. Pure."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.terms.talking import (
    ASKER_MAY_THINK,
    CHECKED_EVERY,
    ENDS_AFTER_WARNING,
    Side,
    TalkState,
)


class Step(StrEnum):
    """LOOK: nothing, come again. SEAT: try whether somebody is free. NOBODY: say once that nobody is on duty."""

    LOOK = "look"
    SEAT = "seat"
    NOBODY = "nobody"
    RELEASE = "release"
    WARN = "warn"
    END = "end"


def step(one: Talk, at: datetime, *, manned: bool) -> Step:
    """What is due. `manned`: its agent is there; while it waits, somebody who may take it is.

    Only who owes a word is hurried: an asker after whom nobody answered is never thrown out for silence.
    """
    if one.state is TalkState.WAITING:
        return Step.SEAT if manned else Step.LOOK if one.told else Step.NOBODY
    if not manned:
        return Step.RELEASE
    if one.warned_at is not None:
        return Step.END if at >= one.warned_at + ENDS_AFTER_WARNING else Step.LOOK
    silent = one.spoken_by is Side.AGENT and at >= one.spoken_at + ASKER_MAY_THINK
    return Step.WARN if silent else Step.LOOK


def look_again(one: Talk, at: datetime) -> Talk:
    """The clock comes back later."""
    return replace(one, due_at=at + CHECKED_EVERY)


def warn(one: Talk, at: datetime) -> Talk:
    """The asker reads that it ends soon."""
    return replace(one, warned_at=at, lines=one.lines + 1, due_at=at + ENDS_AFTER_WARNING)


def tell_nobody(one: Talk, at: datetime) -> Talk:
    """The asker reads, once, that nobody is on duty any more."""
    return replace(look_again(one, at), told=True, lines=one.lines + 1)
