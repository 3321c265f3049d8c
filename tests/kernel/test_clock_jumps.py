"""A machine's clock is set forward or back between two acts: nothing is done twice, no chain breaks, nobody is thrown
out.
"""

from datetime import datetime, timedelta

import pytest

from mashangban.kernel import clock, history, tokens
from mashangban.kernel.errors import TokenExpired
from mashangban.kernel.events import Subject
from tests.kernel.test_endpoint_flow import KEY, TABLE, send, sign_in

pytestmark = pytest.mark.usefixtures("tables")
JUMPS = [timedelta(minutes=10), -timedelta(minutes=10), timedelta(minutes=50), -timedelta(days=2)]
CLAIMS = tokens.Claims("p1", "s1", 1)


def jump(patch: pytest.MonkeyPatch, by: timedelta) -> None:
    """From now on it is so much later."""
    real = clock.now

    def shifted() -> datetime:
        return real() + by

    patch.setattr(clock, "now", shifted)


@pytest.mark.parametrize("by", JUMPS)
def test_a_repeated_submission_is_answered_as_before(by: timedelta, monkeypatch: pytest.MonkeyPatch) -> None:
    token = sign_in()
    first = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)
    jump(monkeypatch, by)
    again = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)
    assert (first[0], again[1], again[2]["Idempotent-Replayed"]) == (201, first[1], "true")


@pytest.mark.parametrize("by", JUMPS)
def test_a_chain_goes_on_in_the_order_of_acts_not_of_clocks(
    by: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = sign_in()
    box = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)[1]
    for number, step in enumerate((by, -by)):
        jump(monkeypatch, step)
        answer = send(
            "PUT", f"/v1/boxes/{box['id']}", token, {"content": f"{number}"}, idempotency_key=f"{KEY}{number}"
        )
        assert answer[0] == 200
    chain = history.of(TABLE, Subject("box", box["id"]))
    assert [one.version for one in chain] == [1, 2, 3]
    assert history.is_unbroken(chain)
    assert (chain[1].at > chain[2].at) is (by > timedelta())


@pytest.mark.parametrize("ahead", [timedelta(seconds=2), timedelta(minutes=10)])
def test_who_signed_in_where_the_clock_is_ahead_is_not_thrown_out(ahead: timedelta) -> None:
    assert tokens.read(tokens.issue(CLAIMS, clock.now() + ahead)) == CLAIMS


def test_a_token_still_ends_by_the_clock_of_who_reads_it() -> None:
    with pytest.raises(TokenExpired):
        tokens.read(tokens.issue(CLAIMS, clock.now() - tokens.LIFETIME))
