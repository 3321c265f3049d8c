"""A fuse and a rush: what is halted holds no money, whatever was read a moment before."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.service.fuses import halting, watching
from mashangban.domains.claims.terms import Mode
from mashangban.domains.claims.terms.fuses import Stop
from mashangban.kernel.acts import Act, system_act
from tests.claims.fuses import Line, approve, at_once, state

FEN = 1_000_000
HALTED = "claims.fuse.halted"

pytestmark = pytest.mark.usefixtures("tables")


def test_who_approves_too_fast_is_stopped_and_the_sums_stay_right(tables: str) -> None:
    line = Line(1_000 * FEN)
    line.set_figures("reviewer_speed", most=20, minutes=10)
    hasty, waiting = line.approver(), line.crowd(50, FEN)
    answers = at_once(waiting, hasty)
    assert set(answers) <= {"approved", HALTED}
    assert answers["approved"] <= 20
    assert answers.total() == 50
    held = [one for one in waiting if state(one) == "approved"]
    assert (len(held), line.held_fen()) == (answers["approved"], answers["approved"] * FEN)
    left = next(one for one in waiting if state(one) == "deciding")
    assert approve(hasty, left)[1]["code"] == HALTED
    assert approve(line.approver(), left)[0] == 200


def test_a_fuse_that_trips_under_fifty_approvals_at_once_stops_the_rest(tables: str) -> None:
    """A policy is halted by its speed while approvals run: what its transaction saw halted holds no money."""
    line = Line(1_000 * FEN)
    line.set_figures("policy_speed", most=1)
    waiting = line.crowd(50, FEN)
    told = [line.waiting(FEN, mode=Mode.AT_ONCE) for _ in range(2)]

    def trip(one: Claim) -> str:
        watching.before(system_act("claims_stream"), one.id)
        return "tripped"

    with ThreadPoolExecutor(17) as pool:
        early = pool.submit(at_once, waiting[:25])
        list(pool.map(trip, told))
        late = at_once(waiting[25:])
        answers = early.result() + late
    assert late == {HALTED: 25}
    assert set(answers) <= {"approved", HALTED}
    held = [one for one in waiting if state(one) == "approved"]
    assert (len(held), line.held_fen()) == (answers["approved"], answers["approved"] * FEN)


def test_a_trip_between_the_look_and_the_writing_refuses_the_writing(
    monkeypatch: pytest.MonkeyPatch, tables: str
) -> None:
    """Whatever was read before: the transaction itself asks."""
    line = Line(100 * FEN)
    line.set_figures("policy_speed", most=1)
    one, told = line.waiting(FEN), [line.waiting(FEN) for _ in range(2)]
    ask = halting.require_free
    seen: list[str] = []

    def late(act_: Act, claim: Claim, stop: Stop) -> None:
        ask(act_, claim, stop)
        if not seen:
            seen.append(claim.id)
            for other in told:
                watching.before(system_act("claims_stream"), other.id)

    monkeypatch.setattr(halting, "require_free", late)
    assert approve(line.approver(), one)[1]["code"] == HALTED
    assert (seen, line.held_fen()) == ([one.id], 0)


def test_two_of_an_account_that_come_at_once_are_not_both_missed(tables: str) -> None:
    line = Line(100 * FEN)
    for _ in range(4):
        one = line.waiting(FEN)
        assert HALTED in at_once([one, line.waiting(FEN, account=one.account)])
