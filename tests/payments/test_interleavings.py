"""R5: whatever the order of sends, lost answers, callbacks and polls, each line is paid at most once and explained."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mashangban.domains.payments.repository import runs, transfers
from mashangban.kernel import ids
from mashangban.kernel.permissions import Principal
from tests.payments.conftest import Works, deliver, ordered, state_of, work
from tests.payments.test_callbacks import call_back

FEN = 1_000
STEPS = st.lists(
    st.sampled_from(
        [
            "work",
            "work",
            "lose",
            "break",
            "heal",
            "paid",
            "returned",
            "fund",
            "announce",
            "order",
            "return",
            "retry",
        ]
    ),
    min_size=4,
    max_size=14,
)


@pytest.fixture(scope="module")
def home(ground: object, staff: list[Principal]) -> Works:
    made = Works(ground)  # type: ignore[arg-type]  # the partners' back office
    made.open()
    return made


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, chance=st.randoms(use_true_random=False))
def test_each_line_is_paid_at_most_once_and_everything_ends_explained(
    home: Works, staff: list[Principal], stage: Path, steps: list[str], chance: object
) -> None:
    story = Story(home, staff, stage)
    for step in steps:
        getattr(story, step)()
    story.end()


class Story:
    """Three lines of one run, the third of which the bank sends back."""

    def __init__(self, home: Works, staff: list[Principal], stage: Path) -> None:
        self.home, self.staff, self.stage = home, staff, stage
        self.run, self.runs = ids.new_id(), list[str]()
        self.orders = [ordered(self.run, one, FEN) for one in staff]
        self.attempts = {one["line"]: 1 for one in self.orders}
        self.announce()
        self.order()

    def work(self) -> None:
        for run in [self.run, *self.runs]:
            work(run)

    def lose(self) -> None:
        self.home.bank.fault("bank", drop_after_success=True, times=2)

    def heal(self) -> None:
        self.home.bank.heal()

    def paid(self) -> None:
        self._claim("paid")

    def returned(self) -> None:
        self._claim("returned")

    def fund(self) -> None:
        self.home.fund(2 * FEN)

    def announce(self) -> None:
        self.home.announce(self.orders, self.run)

    def order(self) -> None:
        for one in self.orders:
            deliver("payments.transfer", one)

    def retry(self) -> None:
        """Wages may order a new attempt whenever it believes that the last one did not arrive, even wrongly."""
        one = self.orders[2]
        self.attempts[one["line"]] += 1
        again = ids.new_id()
        order = ordered(again, self.staff[0], FEN, line=one["line"], attempt=self.attempts[one["line"]])
        self.home.announce([order], again)
        deliver("payments.transfer", order)
        self.runs.append(again)

    def end(self) -> None:
        self.home.bank.heal()
        self.home.fund(20 * FEN)
        for _ in range(4):
            self.work()
        net = self.home.bank_net()
        for line in self.attempts:
            paid = {key: fen for key, fen in net.items() if key.startswith(f"{line}.") and fen}
            assert list(paid.values()) in ([], [FEN])
        for run in [self.run, *self.runs]:
            assert state_of(run) == "done"
            found, tally = list(transfers.of_run(run)), runs.tally(run)
            assert all(one.state.final for one in found)
            assert all(one.reason for one in found if one.state.value != "paid")
            assert tally.final == tally.arrived == runs.run(run).lines
            assert {one.id for one in found if one.state.value == "paid"} == {
                one.id for one in found if net.get(one.id)
            }

    def _claim(self, state: str) -> None:
        lines = [{"key": f"{one['line']}.1", "state": state, "amount_fen": FEN} for one in self.orders]
        call_back(self.stage, {"key": f"{self.run}.1", "lines": lines})


def _break(self: Story) -> None:
    self.home.bank.fault("bank", status=500, times=3)


def _return(self: Story) -> None:
    """The bank sends a paid line back late."""
    key = f"{self.orders[0]['line']}.1"
    answer = self.home.bank.http.post(f"/bank/lines/{key}/return", json={"reason": "账户冻结"})
    if answer.status_code == 200:
        self.home.bank.heal()
        self._claim("returned")


setattr(Story, "break", _break)
setattr(Story, "return", _return)
