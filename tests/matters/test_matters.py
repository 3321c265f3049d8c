"""Matters through storage: from a guide's item to the result on the phone, as person and office see it."""

import json
from datetime import timedelta
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.documents import events as documents
from mashangban.domains.guides.service import items
from mashangban.domains.matters import errors, events, listeners
from mashangban.domains.matters.models import TABLE, MatterDeadlineRecord, MattersRecord
from mashangban.domains.matters.schemas.matters import (
    MatterCheck,
    MatterDeskQuery,
    MatterMonthQuery,
    MatterSaid,
    MatterView,
)
from mashangban.domains.matters.service import climbing, filling, handling, lists, privacy
from mashangban.domains.matters.terms import Stage
from mashangban.files.errors import NotArrived
from mashangban.files.events import LET_GO
from mashangban.kernel import clock, crypto, history, ids
from mashangban.kernel import events as kernel_events
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery
from mashangban.processes.handling.schemas import MatterBeginning
from mashangban.processes.handling.service import handling as process
from tests.crossregion.conftest import scan
from tests.guides.conftest import written
from tests.matters.conftest import OFFER, Office, brought, head, known
from tests.personal import let_go, letters_left, taken
from tests.registry.conftest import officer, person

REGION = "330106"


def seen(office: Office, who: Principal, matter_id: str) -> MatterView:
    return lists.show(office.act(who), matter_id)


def own(office: Office, matter_id: str) -> MatterView:
    return lists.show_own(office.act(office.person), matter_id)


def waiting(office: Office, stage: Stage) -> list[str]:
    """Everything of the stage, however much other tests left in it."""
    found, cursor = [], None
    while True:
        page = lists.at_desk(office.clerk, MatterDeskQuery(region=REGION, stage=stage, cursor=cursor))
        found += [one.id for one in page.items]
        cursor = page.next_cursor
        if cursor is None:
            return found


def letters(matter_id: str, kind: str) -> list[dict[str, Any]]:
    """The messages of a kind that the matter's last event carries."""
    item = history.items_of(TABLE, head(matter_id).subject)[-1]
    found = [one for one in kernel_events.letters(item) if one["kind"] == kind]
    return [json.loads(crypto.unseal(one["body"], one["context"])) for one in found]


def types(matter_id: str) -> list[str]:
    return [one.type for one in history.of(TABLE, head(matter_id).subject)]


def test_a_matter_goes_from_draft_to_the_result_on_the_phone(office: Office) -> None:
    matter_id = office.submitted()
    assert matter_id in waiting(office, Stage.ACCEPT)
    assert own(office, matter_id).actions == ["withdraw"]
    (order,) = letters(matter_id, documents.RENDER)
    assert (order["data"]["kind"], order["access"]["persons"]) == ("receipt", [office.person.person_id])
    handling.accept(office.act(office.clerk), matter_id)
    assert matter_id in waiting(office, Stage.DECIDE)
    result = scan(office.decider)
    assert office.decide(matter_id, results=[result]) == "decided"
    office.print(matter_id)
    shown = own(office, matter_id)
    assert (shown.row.state, shown.outcome_label) == ("delivered", "办成了")
    assert [one.file_id for one in shown.results] == [result]
    assert [(one.label, one.ready) for one in shown.papers] == [
        ("收件凭证", False),
        ("受理通知书", False),
        ("办理结果决定书", True),
    ]
    assert (shown.actions, {one.state for one in shown.clocks}) == (["rate"], {"closed"})
    assert types(matter_id).count(events.DELIVERED) == 1


def test_person_and_office_read_the_same_steps_and_the_same_clocks(office: Office) -> None:
    matter_id = office.accepted()
    mine, theirs = own(office, matter_id), seen(office, office.clerk, matter_id)
    assert (mine.log, [one.steps for one in mine.clocks]) == (
        theirs.log,
        [one.steps for one in theirs.clocks],
    )
    assert theirs.clocks[-1].due_label.endswith("前")


def test_who_has_a_draft_of_an_item_goes_on_with_it_and_its_edition_stays(office: Office) -> None:
    first = office.begin()
    assert office.begin() == first
    items.edit(office.act(office.clerk), office.item_id, written(promised_days=3))
    office.bureau.publish(office.item_id)
    assert (own(office, first).edition, own(office, first).days) == (1, 10)
    filling.withdraw(office.act(office.person), first)
    second = office.begin()
    assert second != first
    assert (own(office, second).edition, own(office, second).days) == (2, 3)


def test_what_is_not_offered_online_is_not_begun(office: Office) -> None:
    closed = office.bureau.published()
    with pytest.raises(errors.NotOffered):
        process.begin(office.act(office.person), MatterBeginning(item_id=closed))
    assert not process.show(closed, clock.local_date(clock.now())).open
    with pytest.raises(NotFound):
        process.keep(office.act(officer("330108")), closed, OFFER)


def test_an_official_looks_first_and_sees_nothing_private_and_only_while_asked(office: Office) -> None:
    matter_id = office.begin()
    form = office.filled(values={"shop": "老王小吃", "illness": "没有"})
    filling.save(office.act(office.person), matter_id, form)
    with pytest.raises(NotFound):
        seen(office, office.clerk, matter_id)
    filling.ask_check(office.act(office.person), matter_id)
    assert matter_id in waiting(office, Stage.CHECK)
    shown = seen(office, office.clerk, matter_id)
    assert [(one.value, one.hidden) for one in shown.values] == [("老王小吃", False), ("", True)]
    verdicts = [{"name": "健康证", "fine": False, "why": "拍糊了"}, {"name": "营业执照", "fine": True}]
    handling.check(office.act(office.clerk), matter_id, MatterCheck.model_validate({"verdicts": verdicts}))
    with pytest.raises(NotFound):
        seen(office, office.clerk, matter_id)
    mine = own(office, matter_id)
    assert [(one.name, one.fine, one.why) for one in mine.entries] == [
        ("营业执照", True, ""),
        ("健康证", False, "拍糊了"),
    ]
    filling.submit(office.act(office.person), matter_id, office.filled())
    assert [one.hidden for one in seen(office, office.clerk, matter_id).values] == [False, False]


def test_what_is_typed_is_unreadable_in_the_table(office: Office) -> None:
    matter_id = office.submitted(values={"shop": "老王小吃店", "illness": "高血压三级"})
    stored = " ".join(
        str(one.serialize()) for one in MattersRecord.query(head(matter_id).subject.pk, consistent_read=True)
    )
    assert "高血压三级" not in stored
    assert brought(matter_id).values["illness"] == "高血压三级"


def test_the_supplement_is_asked_for_once_and_what_comes_is_answered(office: Office) -> None:
    matter_id = office.submitted()
    assert office.ask_more(matter_id) == "supplement"
    assert matter_id not in waiting(office, Stage.ACCEPT)
    assert own(office, matter_id).actions == ["supply", "withdraw"]
    assert office.supply(matter_id) == "submitted"
    with pytest.raises(errors.SupplementOnce):
        office.ask_more(matter_id)
    handling.accept(office.act(office.clerk), matter_id)
    assert [one.label for one in own(office, matter_id).papers] == [
        "收件凭证",
        "一次性补正告知书",
        "受理通知书",
    ]


def test_a_file_of_somebody_else_or_one_that_never_came_is_not_brought(office: Office) -> None:
    matter_id = office.begin()
    for file_id, refusal in ((scan(person()), NotFound), (ids.new_id(), (NotFound, NotArrived))):
        strange = office.filled(entries=[{"name": "健康证", "how": "files", "files": [file_id]}])
        with pytest.raises(refusal):
            filling.save(office.act(office.person), matter_id, strange)


def test_another_person_and_another_county_find_nothing(office: Office) -> None:
    matter_id = office.submitted()
    with pytest.raises(NotFound):
        lists.show_own(office.act(known()), matter_id)
    with pytest.raises(NotFound):
        seen(office, officer("330108"), matter_id)
    with pytest.raises(NotFound):
        lists.at_desk(officer("330108"), MatterDeskQuery(region=REGION))
    with pytest.raises(NotFound):
        handling.accept(office.act(officer("330108")), matter_id)
    assert seen(office, officer("3301"), matter_id).row.id == matter_id


def test_the_hall_hands_over_and_a_courier_has_its_number(office: Office) -> None:
    matter_id = office.accepted(delivery="courier", address="文三路 1 号")
    office.decide(matter_id)
    office.print(matter_id)
    assert head(matter_id).state.value == "decided"
    assert matter_id in waiting(office, Stage.DELIVER)
    with pytest.raises(errors.DeliveryWrong):
        office.deliver(matter_id)
    assert office.deliver(matter_id, "EX123456789CN") == "delivered"
    assert own(office, matter_id).log[-1].note == "EX123456789CN"


def test_a_review_is_not_counted_and_more_time_is_told(office: Office) -> None:
    matter_id = office.accepted()
    due = head(matter_id).due_at
    handling.pause(office.act(office.clerk), matter_id, MatterSaid(said="专家评审"))
    assert (head(matter_id).due_at, own(office, matter_id).paused) == (None, "专家评审")
    office.at = clock.now() + timedelta(days=4)
    handling.resume(office.act(office.clerk), matter_id)
    handling.extend(office.act(office.clerk), matter_id, MatterSaid(said="情况复杂"))
    later = head(matter_id).due_at
    assert due is not None
    assert later is not None
    assert later > due + timedelta(days=10)
    texts = [one.text for one in own(office, matter_id).clocks[-1].steps]
    assert any("情况复杂" in one for one in texts)
    assert any("专家评审" in one for one in texts)


def test_a_paper_that_could_not_be_made_is_seen_and_handed_over_by_the_office(office: Office) -> None:
    matter_id = office.accepted()
    office.decide(matter_id)
    office.print(matter_id, documents.FAILED)
    assert types(matter_id).count(events.NOT_PRINTED) == 1
    shown = seen(office, office.clerk, matter_id)
    assert (shown.papers[-1].failed, shown.actions) == (True, ["deliver"])
    assert office.deliver(matter_id) == "delivered"


@pytest.mark.usefixtures("quiet_clocks")
def test_five_days_of_silence_accept_and_the_region_above_hears_of_a_late_decision(office: Office) -> None:
    matter_id = office.submitted()
    due = head(matter_id).due_at
    assert due is not None
    deadlines.sweep(MatterDeadlineRecord, due + timedelta(minutes=1), climbing.fire)
    shown = own(office, matter_id)
    assert (shown.row.state, shown.silent) == ("accepted", True)
    assert head(matter_id).accepted_at == head(matter_id).submitted_at
    assert types(matter_id)[-1] == events.SILENT
    decide = head(matter_id).due_at
    assert decide is not None
    deadlines.sweep(MatterDeadlineRecord, decide + timedelta(minutes=1), climbing.fire)
    assert head(matter_id).late
    deadlines.sweep(MatterDeadlineRecord, decide + timedelta(days=5), climbing.fire)
    assert history.of(TABLE, head(matter_id).subject)[-1].data["rung"] == "above"
    office.decide(matter_id, office.clerk)
    assert not head(matter_id).late
    assert [one.overdue for one in own(office, matter_id).clocks] == [True, False, False]


def test_an_items_month_counts_each_step_once(office: Office) -> None:
    first, second, third = office.submitted(), "", ""
    handling.accept(office.act(office.clerk), first)
    office.decide(first)
    office.person = known()
    second = office.submitted()
    office.ask_more(second)
    office.person = known()
    third = office.submitted()
    handling.refuse(office.act(office.clerk), third, MatterSaid(said="依据第三十五条，不属于本机关"))
    for one in (first, second, third):
        office.count(one)
    query = MatterMonthQuery(region=REGION, day=clock.local_date(clock.now()))
    (month,) = (one for one in lists.month(office.act(office.clerk), query) if one.item_id == office.item_id)
    assert (month.submitted, month.first_pass_percent, month.asked, month.refused) == (3, 33, 1, 1)
    assert (month.decided, month.granted, month.on_time_percent, month.average_days) == (1, 1, 100, 0.0)


def test_who_leaves_for_good_takes_back_what_is_undecided_and_leaves_no_name(office: Office) -> None:
    undecided, who = office.submitted(), office.person.person_id
    office.item_id = office.bureau.published()
    process.keep(office.act(office.clerk), office.item_id, OFFER)
    decided = office.accepted()
    office.decide(decided)
    letter = Delivery(
        ids.new_id(), events.FORGET, {"person_id": who}, "identity", head(decided).subject, 1, clock.now()
    )
    papers = {one: brought(one).file_ids for one in (undecided, decided)}
    given = taken(privacy.HOLDING, who)["办件"]
    assert {undecided, decided} <= {one["row"]["id"] for one in given}
    for _ in range(2):
        listeners.on_message(letter)
    assert taken(privacy.HOLDING, who)["办件"] == []
    assert (head(undecided).state.value, head(decided).state.value) == ("withdrawn", "delivered")
    assert {head(one).person_id for one in (undecided, decided)} == {""}
    assert (brought(decided).values, types(decided)[-1]) == ({}, events.FORGOTTEN)
    assert lists.mine(office.act(office.person), PageRequest()).items == []
    assert seen(office, office.clerk, decided).applicant == "已注销"
    assert all(papers.values())
    assert {one: let_go(TABLE, head(one).subject) for one in papers} == {
        one: [(who, files)] for one, files in papers.items()
    }
    assert all(letters_left(TABLE, head(one).subject) == [LET_GO] for one in papers)
