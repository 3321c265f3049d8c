"""The rotating code: team and time step, good for half a minute and the half minute after."""

from datetime import UTC, datetime

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.terms import STEP_SECONDS, STEPS_VALID
from mashangban.kernel import ids

PURPOSE = "attendance"
_STEP_LENGTH = 7


def step_of(at: datetime) -> int:
    """The number of the half minute."""
    return int(at.timestamp()) // STEP_SECONDS


def body(team_id: str, step: int) -> str:
    """What the code carries, before its MAC."""
    return team_id + ids.base32(step, _STEP_LENGTH)


def ends_at(step: int) -> datetime:
    """When a code of this step is no longer shown."""
    return datetime.fromtimestamp((step + 1) * STEP_SECONDS, UTC)


def team_in(text: str, now: datetime) -> tuple[str, int]:
    """Team and step of a code's body. Raises CodeExpired, also for one from the future."""
    team_id, given = text[:-_STEP_LENGTH], text[-_STEP_LENGTH:]
    current = step_of(now)
    for step in range(current, current - STEPS_VALID, -1):
        if given == ids.base32(step, _STEP_LENGTH):
            return team_id, step
    raise errors.CodeExpired()
