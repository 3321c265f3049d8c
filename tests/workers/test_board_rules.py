"""Counting: whatever happened in whatever order, the sum of the moves equals a recount."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.workers.rules import board
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.listing import listed
from mashangban.domains.workers.terms import TRADES, ContractState
from mashangban.kernel.boards import difference
from tests.workers.samples import contract, in_force

# One contract's history: states and trades in the order of its versions.
histories = st.lists(
    st.tuples(st.sampled_from(ContractState), st.sampled_from(["020", "030", "130"])), min_size=1, max_size=8
)


def versions(number: int, history: list[tuple[ContractState, str]], age: int) -> list[Contract]:
    worker = replace(contract().worker, age=age)
    return [
        contract(id=f"c{number}", state=state, trade=TRADES[trade], worker=worker, version=version)
        for version, (state, trade) in enumerate(history, start=1)
    ]


class Boards:
    """What the listener keeps: each contract's last contribution, and the sums."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[int, dict[str, int]]] = {}
        self.sums: dict[str, Counter[str]] = {}

    def tell(self, one: Contract) -> None:
        version, before = self.last.get(one.id, (0, {}))
        if one.version <= version:
            return
        after = board.contribution(one)
        self.last[one.id] = (one.version, after)
        moves = difference(before, after)
        for name, part in board.boards_of(one):
            own = moves if name.startswith("project:") else board.regional(moves)
            if own:
                self.sums.setdefault(name, Counter()).update(board.with_part(own, part))

    def standing(self) -> dict[str, dict[str, int]]:
        """Counters above zero: one that fell back to nothing is as good as absent."""
        found = {name: {k: n for k, n in sums.items() if n} for name, sums in self.sums.items()}
        return {name: sums for name, sums in found.items() if sums}


@given(
    st.lists(st.tuples(histories, st.integers(16, 75)), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_boards_equal_a_recount_after_any_history_with_repeats_and_gaps(stories, chance) -> None:  # type: ignore[no-untyped-def]
    lives = [versions(number, history, age) for number, (history, age) in enumerate(stories)]
    told = [one for life in lives for one in life if one is life[-1] or chance.random() < 0.7]
    told += [chance.choice(told) for _ in range(3)]
    chance.shuffle(told)
    kept, recount = Boards(), Boards()
    for one in told:
        kept.tell(one)
    for life in lives:
        recount.tell(life[-1])
    assert kept.standing() == recount.standing()
    assert all(n >= 0 for sums in kept.sums.values() for n in sums.values())


@given(st.dictionaries(st.text(), st.integers(0, 5)), st.dictionaries(st.text(), st.integers(0, 5)))
def test_a_difference_leads_from_before_to_after(before: dict[str, int], after: dict[str, int]) -> None:
    reached = Counter(before)
    reached.update(difference(before, after))
    assert {k: n for k, n in reached.items() if n} == {k: n for k, n in after.items() if n}


def test_nothing_changed_moves_nothing() -> None:
    counted = board.contribution(in_force())
    assert difference(counted, counted) == {}


@pytest.mark.parametrize("state", ContractState)
def test_trade_and_age_count_only_while_in_force(state: ContractState) -> None:
    counted = board.contribution(in_force(state=state))
    assert counted[f"state.{state.value}"] == 1
    assert ("trade.020" in counted, "age.40-49" in counted) == ((state is ContractState.SEALED,) * 2)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (16, "18-29"),
        (18, "18-29"),
        (29, "18-29"),
        (30, "30-39"),
        (49, "40-49"),
        (50, "50-59"),
        (59, "50-59"),
        (60, "60+"),
        (120, "60+"),
        (130, "60+"),
    ],
)
def test_every_age_has_one_band(age: int, band: str) -> None:
    assert board.band(age) == band


def test_a_contract_counts_for_province_city_county_and_project() -> None:
    assert board.boards_of(contract()) == [
        ("region:33", "3301"),
        ("region:3301", "330106"),
        ("region:330106", "p1"),
        ("project:p1", "t1"),
    ]


def test_regions_count_what_lasts_and_leave_the_way_there_to_the_project() -> None:
    assert board.regional({"state.offered": -1, "state.worker_signed": 1}) == {}
    moves = {"state.countersigned": -1, "state.sealed": 1, "trade.020": 1, "age.40-49": 1}
    assert board.regional(moves) == {"state.sealed": 1, "trade.020": 1, "age.40-49": 1}


def test_a_part_counts_contracts_in_force() -> None:
    assert board.with_part({"state.sealed": 1}, "p1") == {"state.sealed": 1, "part.p1": 1}
    assert board.with_part({"state.ended": 1, "state.sealed": -1}, "p1")["part.p1"] == -1
    assert "part.p1" not in board.with_part({"state.offered": 1}, "p1")


def test_a_list_shows_the_contract_as_of_its_version_and_never_a_full_name() -> None:
    row = listed(in_force())
    assert (row.contract_id, row.version, row.state) == ("c1", 5, ContractState.SEALED)
    assert (row.worker_name_masked, row.region) == ("王*国", "330106")
    assert row.place.orgs == frozenset({"e1"})
    assert row.place.persons == frozenset()
