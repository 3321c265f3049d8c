"""What trips a fuse, what stands still then, what goes on, and who may release it."""

import datetime as dt
import random
from typing import Any

import pytest

from mashangban.domains.claims import events
from mashangban.domains.claims.errors import Halted
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.fuses import halts, trips
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.service import approving, budgets, paying
from mashangban.domains.claims.service.fuses import lines, watching
from mashangban.domains.claims.terms import Mode
from mashangban.domains.claims.terms.fuses import Stop
from mashangban.kernel import clock, history
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from tests.claims.conftest import Hall, call, known
from tests.claims.fuses import Line, approve, at_once, release, state, tripped
from tests.registry.conftest import COUNTY, Desk, act, officer, person

FEN = 1_000_000
HALTED = "claims.fuse.halted"

pytestmark = pytest.mark.usefixtures("tables")


def test_an_account_of_several_enterprises_halts_them_all_and_lets_others_go_on(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    shared, other = line.waiting(FEN, account=first.account, enterprise_name="乙公司"), line.waiting(FEN)
    assert approve(line.approver(), first)[0] == 200
    status, answer = approve(line.approver(), shared)
    assert (status, answer["code"]) == (409, HALTED)
    assert "多家企业同一账户" in answer["detail"]
    assert f"{clock.now().astimezone(clock.SHANGHAI).year}年" in answer["detail"]
    assert state(shared) == "deciding"
    another_of_first = line.waiting(FEN, enterprise_id=first.enterprise_id)
    assert approve(line.approver(), another_of_first)[1]["code"] == HALTED
    assert approve(line.approver(), other)[0] == 200
    (seen,) = [one for one in tripped(line.region, "account") if "乙公司" in one["facts"]]
    assert "尾号2345" in seen["facts"]
    assert "2家企业" in seen["facts"]
    assert (seen["scope_label"], seen["stops_label"]) == ("有关企业", "批准、拨付")


def test_the_money_of_a_halted_enterprise_is_not_ordered(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    assert approve(line.approver(), first)[0] == 200
    assert approve(line.approver(), line.waiting(FEN, account=first.account))[1]["code"] == HALTED
    with pytest.raises(Halted):
        paying.work(system_act("claims_clock"), first.id)
    shown = call(person((Role.OPERATOR, f"org:{first.enterprise_id}")), "GET", f"/claims/claims/{first.id}")[
        1
    ]
    assert shown["waiting_for"] == "监督人员（有异常，已暂停，正在核对）"
    assert state(first) == "approved"


def test_a_trip_stands_on_the_record_with_its_chain(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    approve(line.approver(), first)
    answer = approve(line.approver(), line.waiting(FEN, account=first.account))[1]
    (fuse_id,) = answer["fuses"]
    release(line.approver(), fuse_id)
    chain = history.of(TABLE, Subject("fuse", fuse_id))
    assert [one.type for one in chain] == [events.FUSE_TRIPPED, events.FUSE_RELEASE_AGREED]
    assert history.is_unbroken(chain)
    assert set(chain[0].data["targets"]) == set(trips.get(fuse_id).targets)


def test_one_person_alone_does_not_release_it_whatever_their_roles(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    approve(line.approver(), first)
    second = line.waiting(FEN, account=first.account)
    who = line.approver()
    (fuse_id,) = approve(who, second)[1]["fuses"]
    both = person(
        (Role.COUNTY_OFFICER, f"region:{line.region}"), (Role.CITY_OFFICER, f"region:{line.region[:4]}")
    )
    assert release(both, fuse_id)[1]["state"] == "half"
    assert approve(line.approver(), second)[1]["code"] == HALTED
    assert release(both, fuse_id)[1]["code"] == "claims.fuse.same-person"
    assert release(who, fuse_id)[1]["code"] == "claims.fuse.barred"
    assert release(line.approver(), fuse_id)[1]["state"] == "released"
    assert release(line.approver(), fuse_id)[1]["code"] == "claims.fuse.not-tripped"
    assert approve(line.approver(), second)[0] == 200


def test_who_dealt_with_a_claim_does_not_release_its_fuse_and_strangers_do_not_see_it(tables: str) -> None:
    line = Line(100 * FEN)
    reviewer = line.approver()
    first, decider = line.waiting(FEN), line.approver()
    approve(decider, first)
    second = line.waiting(FEN, account=first.account, hands=(reviewer.person_id,))
    (fuse_id,) = approve(line.approver(), second)[1]["fuses"]
    for barred in (reviewer, decider):
        assert release(barred, fuse_id)[1]["code"] == "claims.fuse.barred"
    assert release(officer("330106"), fuse_id)[1]["code"] == "claims.fuse.unknown"
    assert release(person(), fuse_id)[0] == 403
    shown = call(reviewer, "GET", f"/claims/fuses/{fuse_id}")[1]
    assert (shown["actions"], shown["barred"]) == ([], True)


def test_reasons_of_a_release_are_kept_and_named(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    approve(line.approver(), first)
    (fuse_id,) = approve(line.approver(), line.waiting(FEN, account=first.account))[1]["fuses"]
    for text in ("账户是集团结算中心的", "已看过授权书"):
        assert release(known(line.approver()), fuse_id, text)[0] == 200
    shown = call(line.approver(), "GET", f"/claims/fuses/{fuse_id}")[1]
    assert [one["text"] for one in shown["words"]] == ["账户是集团结算中心的", "已看过授权书"]
    assert "授权书" not in str(history.items_of(TABLE, Subject("fuse", fuse_id)))


def test_a_budget_line_warns_warns_louder_and_halts(hall: Hall) -> None:
    line = Line(100 * FEN)
    for fen, labels in ((80, ["80%"]), (15, ["95%", "80%"]), (5, ["100%", "95%", "80%"])):
        assert approve(line.approver(), line.waiting(fen * FEN))[0] == 200
        hall.pump.run()
        own = _own(line, "budget")
        assert [
            next(word for word in ("100%", "95%", "80%") if f"到了{word}" in one["facts"]) for one in own
        ] == labels
        assert [one["state"] for one in own] == ["tripped" if word == "100%" else "warned" for word in labels]


def test_a_full_line_stays_halted_when_it_is_raised_until_two_people_release_it(hall: Hall) -> None:
    line = Line(FEN)
    assert approve(line.approver(), line.waiting(FEN))[0] == 200
    hall.pump.run()
    more = BudgetLine(line.policy_id, "研发奖励", line.region, 2 * FEN)
    budgets.keep(act(officer(line.region)), more, 2 * FEN)
    budgets.confirm(act(officer(line.region)), line.policy_id, 2 * FEN, 2 * FEN)
    waiting = line.waiting(FEN)
    answer = approve(line.approver(), waiting)[1]
    assert answer["code"] == HALTED
    for _ in range(2):
        release(line.approver(), answer["fuses"][0])
    assert approve(line.approver(), waiting)[0] == 200


def _own(line: Line, kind: str) -> list[dict[str, Any]]:
    return [one for one in tripped(line.region, kind) if trips.get(one["id"]).policy_id == line.policy_id]


def test_the_hourly_look_warns_of_a_line_and_comes_again_in_an_hour(tables: str) -> None:
    line = Line(10 * FEN)
    approve(line.approver(), line.waiting(8 * FEN))
    now = clock.now()
    while lines.look_due(now):
        continue
    (own,) = _own(line, "budget")
    assert (own["phase_label"], own["state"]) == ("事前预警", "warned")
    assert lines.look_due(now) == 0


def test_an_amount_far_from_what_the_policy_pays_halts_this_claim_only(hall: Hall) -> None:
    line = Line(1_000 * FEN)
    at_once(line.crowd(20, FEN))
    hall.pump.run()
    far, near = line.waiting(6 * FEN), line.waiting(2 * FEN)
    answer = approve(line.approver(), far)[1]
    assert (answer["code"], "金额60,000元" in answer["detail"]) == (HALTED, True)
    assert approve(line.approver(), near)[0] == 200


def test_one_person_at_several_desks_is_warned_of_and_halted_at_the_third(hall: Hall) -> None:
    policy = hall.policy(30_000_000, mode="ordinary", publicity_days=0)
    claim = hall.submitted(hall.firm(), policy)
    hall.do(hall.reviewer, claim, "acceptance")
    hall.passed(claim, "first", "department", "credit")
    answer = hall.do(hall.approver, claim, "approval")[1]
    assert (answer["code"], "初审、部门审核、信用核查" in answer["detail"]) == (HALTED, True)
    other = hall.submitted(hall.firm(), policy)
    hall.reviewed(other)
    assert hall.do(hall.approver, other, "approval")[0] == 200


def test_enterprises_of_one_legal_persons_name_are_warned_of_then_halted(tables: str) -> None:
    line, name = Line(100 * FEN), "王" + "".join(random.choices("伟芳娜敏静丽强磊军洋", k=6))
    firms = [Desk(officer(COUNTY)).enterprise(county=COUNTY, legal_person=name).id for _ in range(3)]
    waiting = [line.waiting(FEN, enterprise_id=firm) for firm in firms]
    for one in waiting:
        watching.before(system_act("claims_stream"), one.id)
    found = _own(line, "legal_person")
    assert [one["state"] for one in found] == ["tripped", "warned"]
    assert "可能只是同名" in found[0]["facts"]
    assert name not in found[0]["facts"]
    assert at_once(waiting) == {HALTED: 3}


def test_the_same_enterprise_again_within_the_window_halts_the_second_claim(tables: str) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    again = line.waiting(FEN, enterprise_id=first.enterprise_id)
    later = line.waiting(FEN, began_at=clock.now() - dt.timedelta(days=91))
    new = line.waiting(FEN, enterprise_id=later.enterprise_id)
    for one in (again, new):
        watching.before(system_act("claims_stream"), one.id)
    answer = approve(line.approver(), again)[1]
    assert (answer["code"], first.number in answer["detail"]) == (HALTED, True)
    assert approve(line.approver(), new)[0] == 200


def test_what_the_rules_had_said_yes_to_goes_on_when_it_is_released(hall: Hall) -> None:
    line = Line(100 * FEN)
    first = line.waiting(FEN)
    approve(line.approver(), first)
    second = line.waiting(FEN, account=first.account, mode=Mode.AT_ONCE)
    approving.approve_by_rules(system_act("claims_stream"), second.id)
    assert state(second) == "deciding"
    (fuse_id,) = [one.id for one in trips.several(_halting(second))]
    for _ in range(2):
        release(line.approver(), fuse_id)
    hall.pump.run()
    assert state(second) in ("approved", "ordered", "paid")


def _halting(one: Claim) -> tuple[str, ...]:
    return halts.found(claims.get(one.id), system_act("tests").actor, Stop.APPROVAL)


def test_only_the_province_sets_figures_and_only_sensible_ones(tables: str) -> None:
    line = Line(FEN)
    path = f"/claims/fuse-rules/{line.region[:2]}/budget"
    form = {"figures": {"warn_percent": 70}, "source": "省财政厅内控办法第三条"}
    assert call(officer(line.region), "PUT", path, form)[0] == 403
    assert call(officer("33"), "PUT", path, form)[0] == 404
    wrong = form | {"figures": {"warn_percent": 99}}
    assert call(officer(line.region[:2]), "PUT", path, wrong)[1]["code"] == "claims.fuse.figures"
    assert call(officer(line.region[:2]), "PUT", path, form | {"figures": {"x": 1}})[0] == 422
    assert call(officer(line.region[:2]), "PUT", path, form)[1]["figures"]["warn_percent"] == 70
    shown = call(line.approver(), "GET", f"/claims/fuse-rules?province={line.region[:2]}")[1]["items"]
    (budget,) = [one for one in shown if one["kind"] == "budget"]
    assert (budget["source"], "70%" in budget["meaning"]) == (form["source"], True)
    assert len(shown) == 8
