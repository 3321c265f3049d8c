"""A package that does not come to its end holds up nobody: it is noted, and tried again behind the others.

At once the first time, then by the clock, then its person is told to ask again. A run that died (time, memory) is found
by the stream's next delivery and counts as such a try. Knows no rooms, so that the clock starts small.
"""

from mashangban.deadlines.service import Due
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role
from mashangban.kernel.telling import Whom, notice
from mashangban.processes.mydata import events, repository, service
from mashangban.processes.mydata.repository import trying as tries
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.rules import trying as rules


def fail(act: Act, one: Package, stuck_at: str) -> None:
    """Note that a try did not come to its end; the last one tells the person and gives the day's count back."""
    after = rules.fail(one, stuck_at, act.at)
    over = after.failed_at is not None
    kind, told = (events.FAILED, (_told(after),)) if over else (events.DELAYED, ())
    data = {"tries": after.tries, "stuck_at": stuck_at}
    tries.fail(act, after, following(act, kind, one, Role.SYSTEM, data, told))
    if over:
        service.give_back(after)


def again(due: Due) -> None:
    """The pause is over: the stream packs it."""
    act, one = system_act("mydata_clock", due.now), repository.get(due.firing.deadline.subject.id)
    tries.again(act, one, following(act, events.AGAIN, one, Role.SYSTEM, {"tries": one.tries}), due)


def _told(one: Package) -> Message:
    return notice(
        Whom(one.person_id),
        "mydata.package-failed",
        {},
        link="/pages/my-data/index",
        dedupe=f"datapackage:{one.id}:failed",
    )
