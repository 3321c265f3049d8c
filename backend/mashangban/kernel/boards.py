"""Boards: roll-up counters that listeners keep, one item each, read at once whatever the number of subjects.

A subject's listener knows what the subject counted before and counts now; one transaction replaces that contribution
and ADDs the differences (`addition`) to each board. `moves` is counted too: a recount sees by it that somebody counted
meanwhile. Counters are named `<group>.<key>`.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Busy
from mashangban.kernel.settings import Table

Counters = dict[str, int]
_TRIES = 8


def difference(before: Mapping[str, int], after: Mapping[str, int]) -> Counters:
    """What to ADD so that the boards count `after` instead of `before`."""
    moves = Counter(after)
    moves.subtract(before)
    return {key: step for key, step in moves.items() if step}


def counters(table: Table, name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board, e.g. `{"state.sealed": 12}`; empty for a board nothing counted on yet."""
    item = client().get_item(TableName=table.physical, Key=_key(name), ConsistentRead=consistent)
    return {counter: int(value["N"]) for counter, value in item.get("Item", {}).items() if "." in counter}


def addition(table: Table, name: str, moves: Mapping[str, int]) -> dict[str, Any]:
    """The write that moves a board, for a transaction together with the subject's contribution."""
    steps = {**moves, "moves": 1}
    names = {f"#c{n}": key for n, key in enumerate(steps)}
    values = {f":c{n}": {"N": str(step)} for n, step in enumerate(steps.values())}
    return {
        "Update": {
            "TableName": table.physical,
            "Key": _key(name),
            "UpdateExpression": "ADD " + ", ".join(f"#c{n} :c{n}" for n in range(len(steps))),
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
    }


def write(writes: list[dict[str, Any]]) -> bool:
    """Write a contribution (first) and its additions together; False when the contribution's condition was refused,
    because another delivery counted first."""
    try:
        client().transact_write_items(TransactItems=writes)
    except client().exceptions.TransactionCanceledException as refused:
        reasons = [reason.get("Code") for reason in refused.response["CancellationReasons"]]
        if reasons[0] == "ConditionalCheckFailed":
            return False
        raise
    return True


def replace(table: Table, name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them; once more when somebody counted meanwhile. Raises Busy."""
    for _ in range(_TRIES):
        seen = (
            client().get_item(TableName=table.physical, Key=_key(name), ConsistentRead=True).get("Item", {})
        )
        found = {counter: n for counter, n in recount().items() if n}
        if not seen and not found:
            return found
        if _put(table, name, found, int(seen.get("moves", {"N": "0"})["N"])):
            return found
    raise Busy()


def _put(table: Table, name: str, found: Counters, moves: int) -> bool:
    numbers = {counter: {"N": str(n)} for counter, n in {**found, "moves": moves + 1}.items()}
    try:
        client().put_item(
            TableName=table.physical,
            Item={**_key(name), **numbers},
            ConditionExpression="moves = :seen" if moves else "attribute_not_exists(moves)",
            **({"ExpressionAttributeValues": {":seen": {"N": str(moves)}}} if moves else {}),
        )
    except client().exceptions.ConditionalCheckFailedException:
        return False
    return True


def _key(name: str) -> dict[str, Any]:
    return {"PK": {"S": f"BOARD#{name}"}, "SK": {"S": "BOARD"}}
