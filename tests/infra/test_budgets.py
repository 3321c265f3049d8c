"""An act's budget is its line in docs/data."""

import pytest

from tests import budgets


def test_a_row_of_several_acts_gives_each_its_own_units() -> None:
    assert budgets.line("workers", "prolong") == 15
    assert budgets.line("guides", "tick papers") == 7
    assert budgets.line("wages", "listener: list row") == 15


def test_what_costs_more_than_its_line_or_nothing_is_named() -> None:
    spent = {"worker confirms by hand": 9.0, "worker objects": 8.0, "worker looks": 0.0}
    assert budgets.over("wages", spent) == {"worker confirms by hand": "9 of 8", "worker looks": "0 of 6"}


def test_an_act_without_a_line_of_its_own_is_refused() -> None:
    with pytest.raises(KeyError, match="0 lines for worker flies"):
        budgets.over("wages", {"worker flies": 1.0})
    with pytest.raises(KeyError, match="lines for worker"):
        budgets.over("wages", {"worker": 1.0})
