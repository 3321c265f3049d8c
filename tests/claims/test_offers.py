"""Those who need not apply: everybody who meets a policy is found, seen by an officer, offered in one act, once."""

import datetime as dt

import pytest

from functions.claims_stream import handler as stream
from mashangban.domains.claims import errors
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.rules import offers as rules
from mashangban.domains.claims.rules.offers import Candidate, OfferList
from mashangban.domains.claims.terms.offers import Candidacy, OfferListState
from mashangban.kernel import clock, history
from mashangban.kernel.events import Event, Subject
from mashangban.processes.claiming import listeners
from tests.claims.conftest import Firm, Hall, call, known
from tests.claims.test_desk_console import page_with
from tests.policies import conftest as policies
from tests.policies.conftest import COUNTY
from tests.registry.conftest import officer
from tests.workers.office import Office, office_of

TEN_WAN = 10_000_000
HOME = "/console/claiming/offers"
NEW = OfferList("l1", "p1", 2, "研发奖励", COUNTY, dt.datetime(2026, 11, 26, tzinfo=dt.UTC))


def candidate(state: Candidacy, worth_fen: int = 0) -> Candidate:
    return Candidate("e1", "样例企业", COUNTY, worth_fen, state)


def test_a_list_adds_up_what_its_pages_found_and_waits_for_an_officer() -> None:
    first = NEW.found(50, 3, [candidate(Candidacy.MET, 700), candidate(Candidacy.TAKEN, 900)], last=False)
    assert first.state is OfferListState.LOOKING
    whole = first.found(7, 0, [candidate(Candidacy.MET, 300), candidate(Candidacy.UNPRICED)], last=True)
    assert whole.state is OfferListState.READY
    assert (whole.count(rules.SEEN), whole.count(rules.UNDECIDED), whole.count(rules.WORTH)) == (57, 3, 1000)
    assert [whole.count(one.value) for one in Candidacy] == [2, 1, 1, 0, 0]


def test_only_a_whole_list_with_somebody_on_it_of_the_edition_in_force_is_confirmed() -> None:
    nobody = NEW.found(50, 3, [candidate(Candidacy.TAKEN, 900)], last=True)
    ready = NEW.found(50, 3, [candidate(Candidacy.MET, 900)], last=True)
    for wrong in (NEW, nobody, rules.confirm(ready, 2)):
        with pytest.raises(errors.OfferListNotReady):
            rules.confirm(wrong, 2)
    with pytest.raises(errors.OfferListOutdated):
        rules.confirm(ready, 3)


def test_what_was_found_already_taken_does_not_count_as_tried() -> None:
    ready = rules.confirm(NEW.found(9, 0, [candidate(Candidacy.MET, 900)], last=True), 2)
    done = ready.tried([candidate(Candidacy.OFFERED, 900), candidate(Candidacy.TAKEN)], last=True)
    assert (done.state, done.count(rules.TRIED), done.count("offered")) == (OfferListState.FINISHED, 1, 1)


def begun(desk: Office, policy: str) -> str:
    """Press the button that looks for everybody who meets a policy; where the list is shown."""
    where = f"{HOME}/{policy}"
    return str(desk.act(desk.get(where), f"{where}/lists").location)


def offered(hall: Hall, firm: Firm) -> list[str]:
    status, answer = call(firm.office, "GET", f"/claims/enterprises/{firm.id}/claims")
    assert status == 200, answer
    return [one["state"] for one in answer["items"]]


@pytest.fixture
def desk(hall: Hall) -> Office:
    return office_of(known(officer(COUNTY)))


def test_all_who_meet_a_policy_are_seen_and_then_offered_in_one_act_once(hall: Hall, desk: Office) -> None:
    policy = hall.policy(15_000_000, mode="automatic")
    firms, poor = [hall.firm() for _ in range(3)], hall.firm(met=False)
    hall.bureau.state(poor.id, tech=True, revenue=100)
    first = {"policy_id": policy, "enterprise_id": firms[0].id}
    assert call(hall.reviewer, "POST", "/claiming/offers", first)[0] == 201
    assert policy in page_with(desk, f"{HOME}?region={COUNTY}", f"{HOME}/{policy}")

    where = begun(desk, policy)
    assert "正在逐批查找" in desk.get(where).html
    hall.pump.run()
    seen = desk.get(where)
    assert "全部列入，通知 2 家企业" in seen.html
    assert all(f"/console/enterprises/{one.id}" in seen.html for one in firms)
    assert f"/console/enterprises/{poor.id}" not in seen.html
    assert "不够全部拨付" in seen.html
    assert [offered(hall, one) for one in firms] == [["offered"], [], []]

    taken = desk.get(f"{where}/export?format=csv").html
    assert (taken.count("符合，等列入"), taken.count("已经列入或申报过")) == (2, 1)

    hall.bureau.state(firms[2].id, tech=False, revenue=500_000_000)
    desk.act(seen, f"{where}/confirmation")
    hall.pump.run()
    done = desk.get(where).html
    assert "已办完" in done
    assert errors.NotEligible.title in done
    assert [offered(hall, one) for one in firms] == [["offered"], ["offered"], []]

    assert desk.get(desk.act(seen, f"{where}/confirmation").location).status == 200
    again = begun(desk, policy)
    hall.pump.run()
    assert "没有符合的企业" not in desk.get(again).html
    assert "全部列入，通知" not in desk.get(again).html
    assert offered(hall, firms[1]) == ["offered"]


def test_a_page_that_the_stream_brings_twice_counts_and_offers_once(hall: Hall, desk: Office) -> None:
    policy, firm = hall.policy(mode="automatic"), hall.firm()
    where = begun(desk, policy)
    one = Subject("offerlist", where.rpartition("/")[2])

    def twice(event: Event) -> None:
        stream.hear(event)
        listeners.on_event(event)

    hall.pump.hear(on_event=twice)
    desk.act(desk.get(where), f"{where}/confirmation")
    hall.pump.hear(on_event=twice)
    chain = history.of(TABLE, one)
    assert chain[-1].data["met"] == chain[-1].data["offered"] == 1
    assert offered(hall, firm) == ["offered"]


def test_who_is_elsewhere_and_what_is_applied_for_has_no_list_a_withdrawal_ends_one(
    hall: Hall, desk: Office
) -> None:
    automatic, ordinary = hall.policy(mode="automatic"), hall.policy(mode="ordinary")
    where = begun(desk, automatic)
    elsewhere = office_of(known(officer("330105")))
    assert elsewhere.get(where).status == elsewhere.get(f"{HOME}/{automatic}").status == 404
    assert elsewhere.get(f"{where}/export?format=csv").status == 404
    assert desk.get(f"{HOME}/{ordinary}").status == 404
    withdrawn = policies.call(
        hall.bureau.officer, "POST", f"/policies/{automatic}/withdrawal", {"reason": "依据失效"}
    )
    assert withdrawn[0] == 200, withdrawn
    hall.pump.run()
    assert "已办完" in desk.get(where).html
    today = clock.local_date(clock.now())
    late = hall.policy(mode="automatic", closes_on=(today - dt.timedelta(days=1)).isoformat())
    assert "查找符合的企业</button>" not in desk.get(f"{HOME}/{late}").html


def test_how_many_meet_a_policy_that_is_applied_for_is_looked_up_and_nothing_offered(
    hall: Hall, desk: Office
) -> None:
    policy, firm = hall.policy(TEN_WAN, mode="ordinary"), hall.firm()
    board = f"/console/claims/board/policies/{policy}"
    where = str(desk.act(desk.get(board), f"{HOME}/{policy}/lists").location)
    hall.pump.run()
    seen = desk.get(where)
    assert "符合，还没申报" in seen.html
    assert "全部列入" not in seen.html
    desk.act(seen, f"{where}/confirmation")
    hall.pump.run()
    assert offered(hall, firm) == []
    assert "最近一次查找的结果" in desk.get(board).html
