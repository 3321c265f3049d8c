"""What must hold of money whatever was killed: it is held, paid and counted once, and every room says the same of it.

Like tests/chaos/invariants.py these look at the stored items themselves; each tells what does not hold.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.chaos.invariants import Item, Tables, text

HELD = {"approved", "ordered", "paid", "returned", "recovering", "recovered"}
STILL_ARRIVING = {"collecting", "mismatch"}
WITH_THE_WORKER = {"paid", "received", "not_received", "wrong_amount"}


def fen(item: Item, name: str) -> int:
    """An amount; nothing is none."""
    return int(text(item, name) or 0)


def budgets_add_up(tables: Tables) -> Iterator[str]:
    """What lines have in all is what is left in their parts and what claims hold or spent, to the fen."""
    items = tables["claims"]
    total = sum(fen(one, "total_fen") for one in items if text(one, "SK") == "BUDGETLINE")
    left = sum(fen(one, "left_fen") for one in items if text(one, "SK").startswith("SHARD#"))
    held = sum(
        fen(one, "amount_fen") for one in items if text(one, "SK") == "CLAIM" and text(one, "state") in HELD
    )
    if total != left + held:
        yield f"budgets of {total} fen: {left} left, {held} held"
    yield from (
        f"{text(one, 'PK')} {text(one, 'SK')} is overdrawn" for one in items if fen(one, "left_fen") < 0
    )


def nothing_is_paid_twice(tables: Tables) -> Iterator[str]:
    """One paid transfer a wage line, one payment done a claim, however often each was sent."""
    paid = Counter(text(one, "line") for one in _transfers(tables) if text(one, "state") == "paid")
    yield from (f"line {line} was paid {times} times" for line, times in paid.items() if times > 1)
    done = Counter(
        text(one, "claim_id")
        for one in tables["claims"]
        if text(one, "SK").startswith("ORDER#payment#") and text(one, "state") == "done"
    )
    yield from (f"claim {claim} was paid {times} times" for claim, times in done.items() if times > 1)


def runs_add_up(tables: Tables) -> Iterator[str]:
    """A run pays what its transfers sum up to, and has counted each of them where it stands."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for one in _transfers(tables):
        sums[text(one, "run_id")].update(
            {"arrived": fen(one, "amount_fen"), text(one, "state"): fen(one, "amount_fen")}
        )
    for run in tables["payments"]:
        if text(run, "SK") != "PAYRUN":
            continue
        name, found = text(run, "id"), sums[text(run, "id")]
        if text(run, "state") not in STILL_ARRIVING and found["arrived"] != fen(run, "total_fen"):
            yield f"run {name} pays {fen(run, 'total_fen')} fen, its transfers are {found['arrived']}"
        tallies = [
            one
            for one in tables["payments"]
            if text(one, "PK") == f"PAYRUN#{name}" and "TALLY#" in text(one, "SK")
        ]
        for kind in ("arrived", "paid", "returned", "failed"):
            counted = sum(fen(one, f"{kind}_fen") for one in tallies)
            if counted != found[kind]:
                yield f"run {name} counted {counted} fen as {kind}, its transfers say {found[kind]}"


def lines_say_what_the_bank_said(tables: Tables) -> Iterator[str]:
    """A wage line has its money exactly when its newest transfer has arrived."""
    newest: dict[str, Item] = {}
    for one in _transfers(tables):
        line = text(one, "line")
        if line not in newest or fen(one, "attempt") > fen(newest[line], "attempt"):
            newest[line] = one
    for one in tables["wages"]:
        line = text(one, "PK").partition("#")[2]
        transfer = newest.get(line) if text(one, "SK") == "PAYLINE" else None
        arrived = transfer is not None and text(transfer, "state") == "paid"
        if transfer is not None and (text(one, "state") in WITH_THE_WORKER) is not arrived:
            yield f"line {line} is {text(one, 'state')}, its transfer {text(transfer, 'state')}"


def _transfers(tables: Tables) -> list[Item]:
    return [one for one in tables["payments"] if text(one, "SK") == "TRANSFER"]


ALL = (budgets_add_up, nothing_is_paid_twice, runs_add_up, lines_say_what_the_bank_said)
