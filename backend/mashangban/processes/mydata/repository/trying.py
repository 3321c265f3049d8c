"""The tries of a package: that one began, that it did not come to its end, that another follows."""

from pynamodb.exceptions import UpdateError

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import Due, Turn
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.transaction import Transaction
from mashangban.processes.mydata.models import TABLE, PackageRecord
from mashangban.processes.mydata.models.clocks import PackageDeadlineRecord
from mashangban.processes.mydata.repository import SK
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.rules.trying import waits_for


def begin(one: Package) -> bool:
    """Note that packing begins; False when a run that began with the same version never came to its end."""
    record, begun = PackageRecord(one.subject.pk, SK), PackageRecord.begun
    try:
        record.update([begun.set(one.version)], condition=begun.does_not_exist() | (begun < one.version))
    except UpdateError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise
        return False
    return True


def fail(act: Act, after: Package, event: Event) -> None:
    """Write that a try did not come to its end, and start the clock of the next where it waits for one."""
    actions = [
        PackageRecord.tries.set(after.tries),
        PackageRecord.stuck_at.set(after.stuck_at),
        PackageRecord.again_at.set(after.again_at) if after.again_at else PackageRecord.again_at.remove(),
        *([PackageRecord.failed_at.set(after.failed_at)] if after.failed_at else []),
    ]
    waits = waits_for(after, act.at)
    with Transaction(act, TABLE) as tx:
        tx.amend(PackageRecord(after.subject.pk, SK), event, actions)
        deadlines.turn(tx, PackageDeadlineRecord, Turn(begins=(waits,) if waits else ()))


def again(act: Act, one: Package, event: Event, due: Due) -> None:
    """Write that it is tried again, together with the firing that says so."""
    with Transaction(act, TABLE) as tx:
        tx.amend(PackageRecord(one.subject.pk, SK), event, [])
        deadlines.turn(tx, PackageDeadlineRecord, Turn(settles=due))
