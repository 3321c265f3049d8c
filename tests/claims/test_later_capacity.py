"""What the later acts of a claim cost in write units, as docs/data/claims.md says: objections, money that goes out and
comes back, halts, the second look, ratings.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from mashangban.domains.claims.rules import sampling as rules
from mashangban.domains.claims.service import sampling
from mashangban.domains.claims.terms import ClaimState
from mashangban.kernel.acts import system_act
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.claims.conftest import Hall, account, call, ground, hall, known
from tests.claims.fuses import Line, approve, release
from tests.claims.test_evaluating import act_on, office_of, rate
from tests.claims.test_money import GOOD, WRONG_NAME, Approved, treasury
from tests.identity.conftest import Partners, sandbox
from tests.registry.conftest import person
from tests.workers.test_capacity import units

__all__ = ["ground", "hall", "sandbox", "treasury"]
FEN = 1_000_000


def cost(ask: Callable[[], tuple[int, dict[str, Any]]], status: int = 200) -> float:
    """What a request costs that is answered so."""
    answers: list[tuple[int, dict[str, Any]]] = []
    spent = units(lambda: answers.append(ask()))
    assert answers[0][0] == status, answers
    return spent


def test_an_objection_and_its_answer_cost_what_is_written_down(hall: Hall) -> None:
    claim = hall.submitted(hall.firm(), hall.policy(mode="ordinary"))
    hall.reviewed(claim)
    text, settled = {"text": "这家企业去年已停产"}, {"upheld": False, "text": "已核查，生产正常"}
    spent = {
        "somebody objects": cost(lambda: hall.do(person(), claim, "objections", text), 201),
        "the office answers": cost(lambda: hall.do(hall.reviewer, claim, "objection-answer", settled)),
    }
    assert over("claims", spent) == {}


def test_money_that_goes_out_and_comes_back_costs_what_is_written_down(
    hall: Hall, treasury: Partners
) -> None:
    one = Approved(hall, WRONG_NAME)
    spent = {"an order is sent and comes back": units(one.work)}
    assert one.state == "returned"
    other, why = {"account": account(GOOD)}, {"text": "材料不实"}
    spent["another account is named"] = cost(lambda: hall.do(one.firm.office, one.id, "account", other))
    spent["an order is sent and paid"] = units(one.work)
    spent["it is called back"] = cost(lambda: hall.do(hall.approver, one.id, "recovery", why))
    spent["the treasury is told of it"] = units(one.work)
    assert treasury.http.post(f"/treasury/recoveries/{one.id}.r2/receipt").status_code == 200
    spent["it has come back"] = units(one.work)
    assert one.state == "recovered"
    assert over("claims", spent) == {}


def test_a_halt_and_its_release_cost_what_is_written_down(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    assert approve(line.approver(), first)[0] == 200
    second, halted = line.waiting(FEN, account=first.account), list[str]()
    trip = units(lambda: halted.extend(approve(line.approver(), second)[1]["fuses"]))
    spent = {"an approval is halted": trip}
    (fuse_id,), one, another = halted, known(line.approver()), known(line.approver())
    spent["one releases it"] = cost(lambda: release(one, fuse_id))
    spent["a second releases it"] = cost(lambda: release(another, fuse_id))
    assert over("claims", spent) == {}


def test_a_second_look_costs_what_is_written_down(tables: str) -> None:
    line, month = Line(100 * FEN), "2027-04"
    province, one = line.region[:2], line.waiting(FEN, state=ClaimState.PAID)
    begins, ends = rules.begins_at(month), rules.begins_at(rules.following(month))

    def see_to(at: dt.datetime) -> None:
        sampling.see_to(system_act("claims_clock", at), province)

    spent = {"a seed is committed to": units(lambda: see_to(begins - dt.timedelta(hours=1)))}
    spent["a paid claim joins its month"] = units(lambda: sampling.note_paid(one.id, begins))
    see_to(ends)
    spent["the seed is opened"] = units(lambda: see_to(ends + dt.timedelta(hours=25)))
    act = system_act("claims_stream", ends)
    spent["an inspection is opened"] = units(lambda: sampling.open_drawn(act, f"{province}.{month}"))
    where, found = (
        f"/claims/inspections/{one.id}.{month}/finding",
        {"result": "claw_back", "text": "发票不符"},
    )
    spent["its finding, the money to come back"] = cost(lambda: call(line.approver(), "POST", where, found))
    assert over("claims", spent) == {}


def test_ratings_cost_what_is_written_down(tables: str) -> None:
    line = Line(100 * FEN)
    good, bad = (line.waiting(FEN, state=ClaimState.PAID) for _ in range(2))
    mender, other = line.approver(), line.approver()

    def step(who: Principal, what: str, **body: object) -> float:
        return cost(lambda: act_on(who, bad, what, body))

    spent = {
        "the enterprise rates": cost(lambda: rate(office_of(good), good, 5), 201),
        "it rates badly": cost(lambda: rate(office_of(bad), bad, 1, "跑了三趟"), 201),
        "the office says what it mended": step(mender, "mending", text="清单已改"),
        "another sends it back": step(other, "confirmation", accepted=False, text="没写清"),
    }
    step(mender, "mending", text="清单已重写")
    spent["another confirms it"] = step(other, "confirmation", accepted=True, text="已核对")
    assert over("claims", spent) == {}
