"""Cases through storage: from a window to the home zone and back, with a page missing in the middle."""

from datetime import timedelta
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.crossregion import errors, events, listeners
from mashangban.domains.crossregion.models import TABLE, CrossDeadlineRecord
from mashangban.domains.crossregion.repository import cases, clocks
from mashangban.domains.crossregion.rules import clocks as clock_rules
from mashangban.domains.crossregion.schemas.cases import (
    CaseView,
    DeskQuery,
    PairsQuery,
    PartForm,
    PutRightForm,
    RejectForm,
    SupplementForm,
    SupplyForm,
)
from mashangban.domains.crossregion.service import caselists, climbing, deciding, handing, privacy
from mashangban.domains.crossregion.terms.cases import PERSON, CaseState
from mashangban.kernel import clock, history, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery
from tests.crossregion.conftest import CITY, HOME, LEAD, Journey, scan
from tests.identity.conftest import new_mobile
from tests.personal import let_go, letters_left, taken
from tests.registry.conftest import officer, person


def seen(journey: Journey, who: Principal, case_id: str) -> CaseView:
    return caselists.show(journey.act(who), case_id)


def last(case_id: str) -> dict[str, Any]:
    return dict(history.of(TABLE, cases.get(case_id).subject)[-1].data)


def todo(who: Principal, region: str) -> list[str]:
    return [one.id for one in caselists.at_desk(who, DeskQuery(region=region)).items]


def test_a_file_taken_in_at_a_window_is_decided_at_home_and_its_result_comes_back(journey: Journey) -> None:
    zones, case_id = journey.zones, journey.at_home()
    assert case_id in todo(zones.home, HOME)
    assert journey.decide(case_id, paper=True) == "returning"
    journey.hand_over(zones.home, case_id, LEAD, 4)
    assert journey.receive(zones.lead, case_id) == "returning"
    journey.hand_over(zones.lead, case_id, PERSON, 4, by="by_hand")
    assert journey.receive(journey.person, case_id) == "delivered"
    mine = caselists.show_own(journey.act(journey.person), case_id)
    assert mine.outcome_label == "办成了"
    assert [one.holder_name for one in mine.sheets][-1] == "本人"
    assert mine.actions == []
    assert case_id not in todo(zones.home, HOME)
    assert clocks.running(cases.get(case_id).subject) == []
    assert [one.id for one in caselists.mine(journey.act(journey.person), PageRequest()).items] == [case_id]


def test_a_page_missing_in_the_middle_names_the_window_and_is_put_right(journey: Journey) -> None:
    zones, case_id = journey.zones, journey.collect()
    journey.hand_over(zones.lead, case_id, HOME, 1, 2, 3)
    assert letters_left(TABLE, cases.get(case_id).subject).count("identity.seen") == 1
    assert journey.receive(zones.home, case_id, p2="missing") == "missing"
    told = last(case_id)
    assert (told["named"], told["missing"], told["from"], told["to"]) == (LEAD, "2", LEAD, HOME)
    assert [one.named for one in seen(journey, zones.home, case_id).handovers] == ["", "浙江省杭州市西湖区"]
    assert seen(journey, zones.lead, case_id).actions == ["put_right", "hand_over"]
    form = PutRightForm(number=2, file_id=scan(zones.lead))
    with pytest.raises(errors.WrongStep):
        handing.put_right(journey.act(zones.home), case_id, form)
    before = seen(journey, zones.home, case_id).digest
    handing.put_right(journey.act(zones.lead), case_id, form)
    assert seen(journey, zones.home, case_id).digest != before
    journey.hand_over(zones.lead, case_id, HOME, 2)
    assert journey.receive(zones.home, case_id) == "deciding"


def test_a_file_handed_in_online_goes_to_the_home_zone_and_its_result_to_the_phone(journey: Journey) -> None:
    case_id = journey.apply(mode="online", window=None)
    assert journey.receive(journey.zones.home, case_id, p1="differs") == "missing"
    own = caselists.show_own(journey.act(journey.person), case_id)
    assert own.actions == ["put_right", "withdraw"]
    form = PutRightForm(number=1, file_id=scan(journey.person))
    assert handing.put_right_own(journey.act(journey.person), case_id, form).state == "moving"
    assert journey.receive(journey.zones.home, case_id) == "deciding"
    assert journey.decide(case_id) == "returning"
    assert journey.receive(journey.person, case_id) == "delivered"


def test_a_window_says_once_why_it_cannot_take_a_file(journey: Journey) -> None:
    case_id = journey.apply()
    assert seen(journey, journey.zones.lead, case_id).actions == ["receive", "reject"]
    with pytest.raises(errors.WrongStep):
        handing.reject(journey.act(journey.zones.home), case_id, RejectForm(reason="不属于我们"))
    handing.reject(journey.act(journey.zones.lead), case_id, RejectForm(reason="缺身份证正反面"))
    own = caselists.show_own(journey.act(journey.person), case_id)
    assert (own.row.state, own.reason) == ("rejected", "缺身份证正反面")


def test_where_and_how_it_is_handled_is_what_the_zones_agreed_to(journey: Journey) -> None:
    for refusal, differs in (
        (errors.NotServed, {"home": "110101"}),
        (errors.PlacesWrong, {"window": HOME}),
        (errors.UnknownItem, {"code": "TB-404"}),
    ):
        with pytest.raises(refusal):
            journey.apply(**differs)
    strange = [{"name": "材料", "file_id": scan(person())}]
    with pytest.raises(NotFound):
        journey.apply(pages=strange)


def test_the_decisions_clock_stands_while_the_person_supplies_and_runs_on_after(journey: Journey) -> None:
    zones, case_id = journey.zones, journey.at_home()
    deciding.ask_more(journey.act(zones.home), case_id, SupplementForm(asked="请补住所证明"))
    (clock_,) = clocks.running(cases.get(case_id).subject)
    assert (clock_.kind, clock_.state.value) == (clock_rules.DECIDE, "paused")
    assert cases.in_charge(PERSON, PageRequest()).items == []
    own = caselists.show_own(journey.act(journey.person), case_id)
    assert (own.asked, own.actions) == ("请补住所证明", ["supply", "withdraw"])
    pages = SupplyForm.model_validate({"pages": journey.pages(journey.person, 1)})
    deciding.supply(journey.act(journey.person), case_id, pages)
    assert journey.receive(zones.home, case_id) == "deciding"
    (clock_,) = clocks.running(cases.get(case_id).subject)
    assert (clock_.state.value, len(clock_.pauses)) == ("running", 1)
    with pytest.raises(errors.AskedBefore):
        deciding.ask_more(journey.act(zones.home), case_id, SupplementForm(asked="再补一份"))


def test_a_zone_that_handles_it_together_says_its_part_first(journey: Journey) -> None:
    zones = journey.zones
    case_id = journey.apply(mode="together", window=None, partners=[CITY])
    journey.receive(zones.home, case_id)
    with pytest.raises(errors.PartsOpen):
        journey.decide(case_id)
    mine = PartForm(region=CITY, agrees=True, note="本地已核实")
    with pytest.raises(errors.WrongStep):
        deciding.speak(journey.act(zones.home), case_id, mine)
    deciding.speak(journey.act(zones.city), case_id, mine)
    assert [part.note for part in seen(journey, zones.home, case_id).parts] == ["本地已核实"]
    assert journey.decide(case_id) == "returning"


def test_each_zone_sees_of_a_case_what_its_part_needs(journey: Journey) -> None:
    zones = journey.zones
    case_id = journey.apply(mode="together", window=LEAD, partners=[CITY])
    journey.receive(zones.lead, case_id)
    window, partner = seen(journey, zones.lead, case_id), seen(journey, zones.city, case_id)
    assert (window.side, bool(window.person), len(window.sheets), window.parts) == ("window", True, 2, [])
    assert (partner.side, partner.person, partner.handovers, partner.log) == ("partner", "", [], [])
    assert [part.region for part in partner.parts] == [CITY]
    assert all(sheet.link is not None for sheet in partner.sheets)
    journey.hand_over(zones.lead, case_id, HOME, 1, 2, by="online")
    journey.receive(zones.home, case_id)
    deciding.speak(journey.act(zones.city), case_id, PartForm(region=CITY, agrees=True))
    journey.decide(case_id, "refused")
    after = seen(journey, zones.lead, case_id)
    assert (after.outcome_label, after.reason) == ("没有批准", "")
    assert all(sheet.link is None for sheet in after.sheets)
    assert seen(journey, zones.home, case_id).reason == "依据第三条"
    with pytest.raises(NotFound):
        seen(journey, officer("440106"), case_id)
    with pytest.raises(NotFound):
        caselists.show_own(journey.act(person()), case_id)


def test_the_lead_office_watches_times_and_hand_overs_but_no_people_and_papers(journey: Journey) -> None:
    zones = journey.zones
    case_id = journey.apply(window=CITY)
    lead = seen(journey, zones.lead, case_id)
    assert (lead.side, lead.person, lead.sheets, lead.log, lead.reason) == ("lead", "", [], [], "")
    assert (len(lead.handovers), lead.actions, len(lead.clocks)) == (1, [], 1)
    with pytest.raises(NotFound):
        caselists.receipt(zones.lead, case_id)


@pytest.mark.usefixtures("quiet_clocks")
def test_who_lets_a_deadline_pass_is_named_and_then_the_lead_zone_hears_of_it(journey: Journey) -> None:
    zones, case_id = journey.zones, journey.collect()
    journey.hand_over(zones.lead, case_id, HOME, 1, 2, 3)
    due = cases.get(case_id).due_at
    assert due is not None
    deadlines.sweep(CrossDeadlineRecord, due + timedelta(minutes=1), climbing.fire)
    told = last(case_id)
    assert (told["named"], told["rung"]) == (HOME, "due")
    assert seen(journey, zones.lead, case_id).row.late_name == "山东省济南市历下区"
    deadlines.sweep(CrossDeadlineRecord, due + timedelta(days=5), climbing.fire)
    assert last(case_id)["rung"] == "lead"
    journey.receive(zones.home, case_id)
    assert cases.get(case_id).late == ""


def pair(journey: Journey, who: Principal, region: str) -> list[int]:
    """What LEAD and HOME did together this month, as one of them sees it."""
    query = PairsQuery(region=region, day=clock.local_date(clock.now()))
    names = ("浙江省杭州市西湖区", "山东省济南市历下区")
    for one in caselists.pair_figures(journey.act(who), query):
        if (one.window_name, one.home_name) == names:
            return [one.collected, one.decided, one.on_time, one.returned, one.late]
    return [0] * 5


def test_a_pairs_month_counts_each_step_once_and_both_zones_see_it(journey: Journey) -> None:
    zones, before = journey.zones, pair(journey, journey.zones.home, HOME)
    case_id = journey.collect()
    journey.hand_over(zones.lead, case_id, HOME, 1, 2, 3)
    journey.receive(zones.home, case_id, p1="missing")
    journey.hand_over(zones.lead, case_id, HOME, 1)
    journey.receive(zones.home, case_id)
    journey.decide(case_id)
    journey.count(case_id)
    after = pair(journey, zones.home, HOME)
    assert [now - then for now, then in zip(after, before, strict=True)] == [1, 1, 1, 1, 0]
    assert pair(journey, zones.lead, LEAD) == after
    with pytest.raises(NotFound):
        pair(journey, zones.city, HOME)


def test_who_leaves_for_good_leaves_cases_of_nobody(journey: Journey) -> None:
    case_id, decided = journey.at_home(), journey.at_home()
    sent, anew = journey.apply(mode="online", window=None), scan(journey.person)
    scans = [page.file_id for page in cases.sheets_of(cases.get(sent))]
    journey.receive(journey.zones.home, sent, p1="differs")
    handing.put_right_own(journey.act(journey.person), sent, PutRightForm(number=1, file_id=anew))
    journey.decide(decided, paper=True)
    body = {"person_id": journey.person.person_id}
    told = Delivery(ids.new_id(), events.FORGET, body, "identity", Subject("elsewhere", "1"), 1, clock.now())
    given = taken(privacy.HOLDING, journey.person.person_id)["跨省件"]
    assert {case_id, decided} <= {one["row"]["id"] for one in given}
    for _ in range(2):
        listeners.on_message(told)
    for each, state in ((case_id, CaseState.WITHDRAWN), (decided, CaseState.RETURNING)):
        one = cases.get(each)
        assert (one.person_id, one.state, one.charge) == ("", state, "")
        assert clocks.running(one.subject) == []
    assert caselists.show(journey.act(journey.zones.home), decided).person == "已注销"
    assert let_go(TABLE, cases.get(sent).subject) == [(journey.person.person_id, [*scans, anew])]
    assert let_go(TABLE, cases.get(decided).subject) == []
    assert letters_left(TABLE, cases.get(decided).subject) == []


def test_the_person_takes_a_file_back_before_it_is_decided(journey: Journey) -> None:
    case_id = journey.at_home()
    assert deciding.withdraw(journey.act(journey.person), case_id).state == "withdrawn"
    with pytest.raises(errors.WrongStep):
        journey.decide(case_id)
    assert case_id not in todo(journey.zones.home, HOME)
    journey.count(case_id)
    everything = caselists.at_desk(journey.zones.home, DeskQuery(region=HOME, all=True)).items
    assert case_id in [one.id for one in everything]


def test_a_person_without_an_account_is_told_to_sign_in_first(journey: Journey) -> None:
    with pytest.raises(errors.UnknownApplicant):
        journey.collect(phone=new_mobile())
