"""Boards: roll-up counters that listeners keep, read in one query of a few items whatever the number of subjects.

A subject's listener knows what the subject counted before and counts now; one transaction replaces that contribution
and ADDs the differences (`additions`) to each board. Counters are named `<group>.<key>`.

A board is one item, except a county's: its many projects stand on three pages beside it, for a write is paid by the
size of the item. What moves a project's counter is added to its page, sums and all; everything else to the first item.
Reading adds the items up, so it does not matter where a counter stands. Each item also counts its `moves`: a recount
sees by them that somebody counted meanwhile.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Busy
from mashangban.kernel.settings import Table

Counters = dict[str, int]
PAGES = ("BOARD#1", "BOARD#2", "BOARD#3")
_FIRST = "BOARD"
_TRIES = 8
_COUNTY = re.compile(r"(?<![0-9A-Z])[0-9]{6}(?![0-9A-Z])")
_HAS_ID = re.compile(r"\.[0-9A-Z]{26}$")


def difference(before: Mapping[str, int], after: Mapping[str, int]) -> Counters:
    """What to ADD so that the boards count `after` instead of `before`."""
    moves = Counter(after)
    moves.subtract(before)
    return {key: step for key, step in moves.items() if step}


def counters(table: Table, name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board, e.g. `{"state.sealed": 12}`; empty for a board nothing counted on yet."""
    total: Counter[str] = Counter()
    for item in _items(table, name, consistent=consistent):
        total.update({counter: int(value["N"]) for counter, value in item.items() if "." in counter})
    return dict(total)


def additions(table: Table, name: str, moves: Mapping[str, int]) -> list[dict[str, Any]]:
    """The writes that move a board, for a transaction together with the subject's contribution."""
    pages, paged = defaultdict[str, Counters](dict), _is_paged(name)
    for counter, step in moves.items():
        pages[_place(counter, paged=paged)][counter] = step
    sums = pages.pop(_FIRST, {})
    pages[next(iter(pages), _FIRST)].update(sums)
    return [_addition(table, name, place, {**steps, "moves": 1}) for place, steps in pages.items()]


def _addition(table: Table, name: str, place: str, steps: Counters) -> dict[str, Any]:
    names = {f"#c{n}": key for n, key in enumerate(steps)}
    values = {f":c{n}": {"N": str(step)} for n, step in enumerate(steps.values())}
    return {
        "Update": {
            "TableName": table.physical,
            "Key": _key(name, place),
            "UpdateExpression": "ADD " + ", ".join(f"#c{n} :c{n}" for n in range(len(steps))),
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
    }


def write(writes: list[dict[str, Any]]) -> bool:
    """Write contributions and their additions together; False when the condition of a contribution was refused,
    because another delivery counted first."""
    try:
        client().transact_write_items(TransactItems=writes)
    except client().exceptions.TransactionCanceledException as refused:
        if "ConditionalCheckFailed" in {one.get("Code") for one in refused.response["CancellationReasons"]}:
            return False
        raise
    return True


def replace(table: Table, name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them; once more when somebody counted meanwhile. Raises Busy."""
    for _ in range(_TRIES):
        seen = {item["SK"]["S"]: item for item in _items(table, name, consistent=True)}
        found = {counter: n for counter, n in recount().items() if n}
        if not seen and not found:
            return found
        if _put(table, name, found, seen):
            return found
    raise Busy()


def _put(table: Table, name: str, found: Counters, seen: Mapping[str, Mapping[str, Any]]) -> bool:
    paged = _is_paged(name)
    pages: dict[str, Counters] = {place: {} for place in (_FIRST, *(PAGES if paged else ()))}
    for counter, n in found.items():
        pages[_place(counter, paged=paged)][counter] = n
    return write([_unmoved(table, name, place, n, seen.get(place, {})) for place, n in pages.items()])


def _unmoved(
    table: Table, name: str, place: str, counted: Counters, seen: Mapping[str, Any]
) -> dict[str, Any]:
    """Put an item as it was counted, if nobody moved it since it was seen."""
    moves = int(seen.get("moves", {"N": "0"})["N"])
    return {
        "Put": {
            "TableName": table.physical,
            "Item": {**_key(name, place), **_numbers({**counted, "moves": moves + 1})},
            "ConditionExpression": "moves = :seen" if moves else "attribute_not_exists(moves)",
            **({"ExpressionAttributeValues": {":seen": {"N": str(moves)}}} if moves else {}),
        }
    }


def _numbers(counted: Counters) -> dict[str, Any]:
    return {counter: {"N": str(n)} for counter, n in counted.items()}


def _items(table: Table, name: str, *, consistent: bool) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client().query(
        TableName=table.physical,
        KeyConditionExpression="PK = :board",
        ExpressionAttributeValues={":board": _key(name, _FIRST)["PK"]},
        ConsistentRead=consistent,
    )["Items"]
    return found


def _is_paged(name: str) -> bool:
    """Whether a board is a county's, whose projects stand on pages."""
    return _COUNTY.search(name) is not None


def _place(counter: str, *, paged: bool) -> str:
    """Where a counter stands: that of a project on its page, where there are pages."""
    if paged and _HAS_ID.search(counter):
        return PAGES[zlib.crc32(counter[-26:].encode()) % len(PAGES)]
    return _FIRST


def _key(name: str, place: str) -> dict[str, Any]:
    return {"PK": {"S": f"BOARD#{name}"}, "SK": {"S": place}}
