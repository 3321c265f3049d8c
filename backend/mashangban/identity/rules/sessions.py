"""A sign-in, how long it lasts, and what a refresh token may still do."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from mashangban.identity import terms
from mashangban.identity.terms import SignInMethod


@dataclass(frozen=True, slots=True)
class LiveSession:
    """One sign-in of a person, as its owner sees it in the list."""

    id: str
    method: SignInMethod
    device: str
    console: bool
    created_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class RefreshState:
    """Which refresh token of a session is the valid one."""

    generation: int
    rotated_at: datetime


class Verdict(Enum):
    """What to do with a refresh token whose seal is ours."""

    ROTATE = auto()
    REPEAT = auto()  # the answer with the newer token was lost on the way: give the same one again
    REUSE = auto()


def judge(presented: int, state: RefreshState, at: datetime) -> Verdict:
    """Decide by generation and time since the last rotation."""
    if presented == state.generation:
        return Verdict.ROTATE
    if presented == state.generation - 1 and at - state.rotated_at <= terms.REFRESH_GRACE:
        return Verdict.REPEAT
    return Verdict.REUSE


def end_of(method: SignInMethod, created_at: datetime, at: datetime) -> datetime:
    """When a session ends if nothing more happens: phones slide while they are used, offices and kiosks do not."""
    if method is SignInMethod.STAFF:
        return created_at + terms.STAFF_LONGEST
    if method is SignInMethod.KIOSK:
        return created_at + terms.KIOSK_LONGEST
    return min(at + terms.PHONE_IDLE, created_at + terms.PHONE_LONGEST)


def displaced(sessions: list[LiveSession]) -> list[LiveSession]:
    """The oldest sessions that a new one pushes out, so that ten stay at most."""
    surplus = len(sessions) + 1 - terms.SESSIONS_AT_ONCE
    return sorted(sessions, key=lambda one: one.created_at)[: max(0, surplus)]
