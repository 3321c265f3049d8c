"""Each check of money finds the harm it is there for, and nothing where all is well."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.chaos import money

Tables = dict[str, list[dict[str, Any]]]


def item(pk: str, sk: str, **values: Any) -> dict[str, Any]:
    told = {name: {"N": str(one)} if isinstance(one, int) else {"S": one} for name, one in values.items()}
    return {"PK": {"S": pk}, "SK": {"S": sk}, **told}


def transfer(line: str, attempt: int, state: str, run: str = "r1") -> dict[str, Any]:
    name = f"{line}.{attempt}"
    return item(
        f"TRANSFER#{name}", "TRANSFER", line=line, attempt=attempt, state=state, run_id=run, amount_fen=500
    )


def sound() -> Tables:
    """A line of 1,000 fen with one claim paid of it; a run of two lines, one of them paid at the second try."""
    return {
        "claims": [
            item("BUDGETLINE#p1", "BUDGETLINE", total_fen=1_000),
            item("BUDGETLINE#p1", "SHARD#0", left_fen=300),
            item("BUDGETLINE#p1", "SHARD#1", left_fen=300),
            item("CLAIM#c1", "CLAIM", id="c1", state="paid", amount_fen=400),
            item("CLAIM#c1", "ORDER#payment#1", claim_id="c1", state="done", amount_fen=400),
            item("CLAIM#c2", "CLAIM", id="c2", state="review", amount_fen=900),
        ],
        "payments": [
            item("PAYRUN#r1", "PAYRUN", id="r1", state="done", total_fen=1_000),
            item("PAYRUN#r1", "TALLY#0", arrived_fen=500, paid_fen=500),
            item("PAYRUN#r1", "TALLY#1", arrived_fen=500, returned_fen=500),
            item("PAYRUN#r2", "PAYRUN", id="r2", state="done", total_fen=500),
            item("PAYRUN#r2", "TALLY#0", arrived_fen=500, paid_fen=500),
            transfer("l1", 1, "paid"),
            transfer("l2", 1, "returned"),
            transfer("l2", 2, "paid", "r2"),
        ],
        "wages": [
            item("PAYLINE#l1", "PAYLINE", state="received"),
            item("PAYLINE#l2", "PAYLINE", state="paid"),
        ],
    }


def found(tables: Tables) -> set[str]:
    return {check.__name__ for check in money.ALL if list(check(tables))}


def test_nothing_is_found_where_all_is_well() -> None:
    assert found(sound()) == set()


def _hold_without_drawing(tables: Tables) -> None:
    tables["claims"][5]["state"] = {"S": "approved"}


def _overdraw(tables: Tables) -> None:
    tables["claims"][1]["left_fen"], tables["claims"][2]["left_fen"] = {"N": "-100"}, {"N": "700"}


def _order_a_claim_twice(tables: Tables) -> None:
    again = item("CLAIM#c1", "ORDER#payment#2", claim_id="c1", state="done", amount_fen=400)
    tables["claims"].append(again)


def _pay_a_line_twice(tables: Tables) -> None:
    tables["payments"][6]["state"] = {"S": "paid"}


def _lose_a_transfer(tables: Tables) -> None:
    del tables["payments"][5]


def _count_twice(tables: Tables) -> None:
    tables["payments"][1]["paid_fen"] = {"N": "1000"}


def _forget_to_tell_the_line(tables: Tables) -> None:
    tables["wages"][1]["state"] = {"S": "paying"}


def _believe_in_money_that_came_back(tables: Tables) -> None:
    del tables["payments"][7]


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        (_hold_without_drawing, "budgets_add_up"),
        (_overdraw, "budgets_add_up"),
        (_order_a_claim_twice, "nothing_is_paid_twice"),
        (_pay_a_line_twice, "nothing_is_paid_twice"),
        (_lose_a_transfer, "runs_add_up"),
        (_count_twice, "runs_add_up"),
        (_forget_to_tell_the_line, "lines_say_what_the_bank_said"),
        (_believe_in_money_that_came_back, "lines_say_what_the_bank_said"),
    ],
)
def test_each_harm_is_found(harm: Callable[[Tables], None], check: str) -> None:
    tables = sound()
    harm(tables)
    assert check in found(tables)
