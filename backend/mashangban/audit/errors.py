"""What can go wrong with the log."""

from mashangban.kernel.errors import Conflict, NotFound


class NotSequenced(Conflict):
    """The act stands, the log has not taken it in yet (a moment after it happened)."""

    code = "audit.not-sequenced"
    title = "这件事刚办完，凭证还在登记"
    kept = "您办的事已经生效"
    next = "请过几秒再取"
    retry_after_seconds = 2


class NoSuchState(NotFound):
    """The log never had that size."""

    code = "audit.no-such-state"
    title = "日志没有过这个条数"
    next = "起始条数应不小于1，且不大于截止条数和日志的现有条数"


class HeadMoved(Conflict):
    """Another sequencer was faster; never shown, the append is planned again."""

    code = "audit.head-moved"
    title = "日志刚刚有变化"


class AlteredEvent(Exception):
    """An event does not carry the hash it was written with, or stands where the log already holds another one.

    Nobody can act on it in an application: it goes to the dead letters and raises the alarm.
    """

    def __init__(self, event_id: str) -> None:
        super().__init__(event_id)
        self.event_id = event_id
