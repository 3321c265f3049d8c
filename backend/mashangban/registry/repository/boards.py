"""Roll-ups: one item a region, moved by differences in the transaction that replaces a project's contribution."""

from pynamodb.expressions.operand import Path

from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.transaction import Transaction
from mashangban.registry.models import TABLE, CountedRecord
from mashangban.registry.rules.counting import NATION, Board, Contribution, board_of, moves
from mashangban.registry.rules.records import Project


def last_counted(project: Project) -> Contribution | None:
    """What this project contributed so far."""
    for item in CountedRecord.query(f"COUNTED#{project.id}", consistent_read=True):
        return Contribution(int(item.version), item.county, item.status)
    return None


def count(act: Act, project: Project, before: Contribution | None, after: Contribution) -> None:
    """Replace a contribution, move the roll-ups by the difference and keep the name among its county's. Raises Stale
    when someone counted meanwhile."""
    item = CountedRecord(
        f"COUNTED#{project.id}", "COUNTED", version=after.version, county=after.county, status=after.status
    )
    condition = CountedRecord.version == before.version if before else CountedRecord.PK.does_not_exist()
    with Transaction(act, TABLE) as tx:
        tx.put(item, condition=condition)
        for region, counters in moves(before, after).items():
            roll_up = CountedRecord(f"BOARD#{region}", "PROJECTS")
            tx.update(roll_up, [Path(name).add(step) for name, step in counters.items()])
        if before and before.county != project.county:
            tx.update(_names(before.county), [Path(project.id).remove()])
        tx.update(_names(project.county), [Path(project.id).set(project.name)])


def _names(county: str) -> CountedRecord:
    return CountedRecord(f"NAMES#{county}", "PROJECTS")


def board(region: str) -> Board:
    """The board of a region, the nation's for an empty code: one item."""
    key = {"PK": {"S": f"BOARD#{region or NATION}"}, "SK": {"S": "PROJECTS"}}
    item = client().get_item(TableName=TABLE.physical, Key=key).get("Item", {})
    return board_of(region, {name: int(value["N"]) for name, value in item.items() if "N" in value})
