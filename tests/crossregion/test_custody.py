"""The chain of custody by rules alone: every page has one holder, and what is missing names whoever had it last."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.rules import acting, custody, seeing
from mashangban.domains.crossregion.rules import case as rules
from mashangban.domains.crossregion.rules.case import Case, Part
from mashangban.domains.crossregion.rules.custody import Handover, Held, Parcel, Sheet
from mashangban.domains.crossregion.terms import Mode
from mashangban.domains.crossregion.terms.cases import (
    PERSON,
    Carrier,
    CaseState,
    Outcome,
    PageState,
    Shown,
    Side,
    Verdict,
)
from mashangban.kernel import clock

NOW = clock.from_text("2026-12-01T10:00:00+08:00")
WINDOW, HOME, PARTNER, LEAD = "330106", "370102", "320505", "110101"
COURIER = Parcel(Carrier.COURIER, "邮政速递", "EX123")
PAGES = (1, 2, 3)


def a_case(**differs: Any) -> Case:
    held = tuple(Held(number, WINDOW, paper=True) for number in PAGES)
    whole = Case(
        "C" * 26, "KS-1", "A1", LEAD, "TB-1", "企业设立登记", 1, Mode.ON_BEHALF, WINDOW, HOME, "p1", NOW, 3, 3,
        "0" * 64, held, state=CaseState.HELD, charge=WINDOW, handovers=1,
    )  # fmt: skip
    return replace(whole, **differs)


def sent(one: Case, numbers: tuple[int, ...] = PAGES) -> tuple[Case, Handover]:
    return rules.hand_over(one, one.charge, HOME, numbers, COURIER, NOW)


def checked(**said: Verdict) -> dict[int, Verdict]:
    return {number: said.get(f"p{number}", Verdict.HERE) for number in PAGES}


def test_a_file_that_came_whole_is_with_the_home_zone_and_its_decision_begins() -> None:
    moving, _ = sent(a_case())
    assert (moving.state, moving.charge) == (CaseState.MOVING, HOME)
    done, link = rules.receive(moving, checked(), "", NOW)
    assert (done.state, done.charge, link.whole) == (CaseState.DECIDING, HOME, True)
    assert custody.whole_at(done.custody, HOME)


@pytest.mark.parametrize("verdict", [Verdict.MISSING, Verdict.DIFFERS])
def test_a_page_that_did_not_come_names_the_window_that_had_it_last(verdict: Verdict) -> None:
    moving, _ = sent(a_case())
    lacking, link = rules.receive(moving, checked(p2=verdict), "少一页", NOW)
    assert (lacking.state, lacking.charge) == (CaseState.MISSING, WINDOW)
    assert custody.named(lacking.custody) == {WINDOW: [2]}
    assert not link.whole
    assert [one.holder for one in lacking.custody] == [HOME, WINDOW, HOME]


def test_in_a_longer_chain_the_last_who_confirmed_it_is_named_not_the_first() -> None:
    together = a_case(parts=(Part(PARTNER),))
    moving, _ = rules.hand_over(together, WINDOW, PARTNER, PAGES, COURIER, NOW)
    held, _ = rules.receive(moving, checked(), "", NOW)
    assert (held.state, held.charge) == (CaseState.HELD, PARTNER)
    moving, _ = rules.hand_over(held, PARTNER, HOME, PAGES, COURIER, NOW)
    lacking, _ = rules.receive(moving, checked(p3=Verdict.MISSING), "", NOW)
    assert custody.named(lacking.custody) == {PARTNER: [3]}
    assert lacking.charge == PARTNER


def test_a_missing_page_may_be_found_and_follows_alone() -> None:
    moving, _ = sent(a_case())
    lacking, _ = rules.receive(moving, checked(p2=Verdict.MISSING), "", NOW)
    with pytest.raises(errors.NotHeld):
        sent(lacking, (1, 2))
    again, _ = sent(lacking, (2,))
    done, _ = rules.receive(again, {2: Verdict.HERE}, "", NOW)
    assert done.state is CaseState.DECIDING


def test_a_page_that_differs_is_put_right_first_and_only_by_whom_the_chain_names() -> None:
    moving, _ = sent(a_case())
    lacking, _ = rules.receive(moving, checked(p2=Verdict.DIFFERS), "", NOW)
    with pytest.raises(errors.NotHeld):
        sent(lacking, (2,))
    for holder, number in ((HOME, 2), (WINDOW, 1)):
        with pytest.raises(errors.NotReplaceable):
            rules.put_right(lacking, holder, number, "1" * 64)
    fixed = rules.put_right(lacking, WINDOW, 2, "1" * 64)
    assert fixed.digest == "1" * 64
    assert sent(fixed, (2,))[0].state is CaseState.MOVING


def test_the_receiver_says_something_of_every_page_and_of_no_other() -> None:
    moving, _ = sent(a_case())
    for verdicts in ({1: Verdict.HERE}, {**checked(), 4: Verdict.HERE}):
        with pytest.raises(errors.PagesUnchecked):
            rules.receive(moving, verdicts, "", NOW)
    done, _ = rules.receive(moving, checked(), "", NOW)
    with pytest.raises(errors.WrongStep):
        rules.receive(done, checked(), "", NOW)


def test_paper_does_not_travel_online_and_a_courier_has_a_number() -> None:
    for parcel in (Parcel(Carrier.ONLINE), Parcel(Carrier.COURIER, "邮政速递")):
        with pytest.raises(errors.CarrierWrong):
            rules.hand_over(a_case(), WINDOW, HOME, PAGES, parcel, NOW)


def test_pages_go_only_to_zones_of_the_case_and_papers_never_back_to_the_person_as_a_result() -> None:
    for receiver in (LEAD, "440106", PERSON, WINDOW):
        with pytest.raises(errors.WrongReceiver):
            rules.hand_over(a_case(), WINDOW, receiver, PAGES, COURIER, NOW)
    with pytest.raises(errors.WrongStep):
        rules.hand_over(a_case(), HOME, WINDOW, PAGES, COURIER, NOW)


@given(st.data())
def test_however_pages_travel_each_has_one_holder_who_confirmed_it(data: st.DataObject) -> None:
    """A model of who last said "it is here" beside the rules: they agree after every hand-over."""
    places = [WINDOW, PARTNER, HOME]
    held = tuple(Held(number, WINDOW) for number in range(1, 6))
    last = {one.number: WINDOW for one in held}
    for number in range(1, data.draw(st.integers(1, 6)) + 1):
        sender = data.draw(st.sampled_from(places))
        mine = [one.number for one in held if one.holder == sender and one.state is not PageState.DIFFERS]
        if not mine:
            continue
        going = data.draw(st.lists(st.sampled_from(mine), min_size=1, unique=True))
        receiver = data.draw(st.sampled_from([one for one in places if one != sender]))
        parcel = Parcel(Carrier.ONLINE)
        held = custody.offer(held, sender, going, parcel)
        way = Handover(number, sender, receiver, tuple(going), "", parcel, NOW)
        verdicts = {page: data.draw(st.sampled_from(list(Verdict))) for page in going}
        held = custody.receive(held, way, verdicts)
        last |= {page: receiver for page, said in verdicts.items() if said is Verdict.HERE}
        assert {one.number: one.holder for one in held} == last
    for zone, pages in custody.named(held).items():
        assert all(last[page] == zone for page in pages)


@given(st.sets(st.integers(1, 300), max_size=60))
def test_page_numbers_are_read_as_they_were_written(numbers: set[int]) -> None:
    assert custody.numbers_of(custody.runs(numbers)) == tuple(sorted(numbers))


def test_two_hundred_pages_are_named_as_shortly_as_three() -> None:
    assert custody.runs([3, 1, 2, 7, 9, 10]) == "1-3,7,9-10"
    assert custody.runs(range(1, 201)) == "1-200"


def decided(outcome: Outcome = Outcome.GRANTED) -> Case:
    held = tuple(Held(number, HOME) for number in PAGES)
    one = rules.decide(a_case(custody=held, state=CaseState.DECIDING, charge=HOME), outcome, "理由")
    return rules.add_pages(
        one, [Sheet(4, "营业执照", "a" * 64, "f", paper=True, result=True)], HOME, "2" * 64
    )


def test_a_result_travels_by_the_same_chain_until_the_person_has_it() -> None:
    one = decided()
    assert acting.sendable(one, HOME) == [4]
    with pytest.raises(errors.WrongReceiver):
        rules.hand_over(one, HOME, WINDOW, (1,), COURIER, NOW)
    moving, _ = rules.hand_over(one, HOME, WINDOW, (4,), COURIER, NOW)
    there, _ = rules.receive(moving, {4: Verdict.HERE}, "", NOW)
    assert (there.state, there.charge) == (CaseState.RETURNING, WINDOW)
    given_, _ = rules.hand_over(there, WINDOW, PERSON, (4,), Parcel(Carrier.BY_HAND), NOW)
    assert acting.actions(given_, Side.PERSON, "") == ["receive"]
    assert acting.actions(given_, Side.WINDOW, WINDOW) == ["receive"]
    done, _ = rules.receive(given_, {4: Verdict.HERE}, "", NOW)
    assert (done.state, done.charge) == (CaseState.DELIVERED, "")


def test_a_refusal_has_a_reason_and_a_supplement_is_asked_for_once() -> None:
    deciding = a_case(custody=(Held(1, HOME),), state=CaseState.DECIDING, charge=HOME)
    with pytest.raises(errors.ReasonMissing):
        rules.decide(deciding, Outcome.REFUSED, "")
    asked = rules.ask_more(deciding, "请补住所证明")
    assert (asked.state, asked.charge) == (CaseState.SUPPLEMENT, PERSON)
    with pytest.raises(errors.AskedBefore):
        rules.ask_more(replace(asked, state=CaseState.DECIDING), "再补")


def test_nothing_is_decided_before_every_zone_that_handles_it_together_spoke() -> None:
    deciding = a_case(
        mode=Mode.TOGETHER,
        parts=(Part(PARTNER),),
        custody=(Held(1, HOME),),
        state=CaseState.DECIDING,
        charge=HOME,
    )
    with pytest.raises(errors.PartsOpen):
        rules.decide(deciding, Outcome.GRANTED, "")
    with pytest.raises(errors.WrongStep):
        rules.speak(deciding, WINDOW, True, "")
    spoken = rules.speak(deciding, PARTNER, False, "缺少本地证明")
    with pytest.raises(errors.SpokenBefore):
        rules.speak(spoken, PARTNER, True, "")
    assert rules.decide(spoken, Outcome.GRANTED, "").state is CaseState.RETURNING


def test_what_was_decided_is_not_taken_back() -> None:
    assert rules.withdraw(a_case()).state is CaseState.WITHDRAWN
    with pytest.raises(errors.WrongStep):
        rules.withdraw(decided())


@pytest.mark.parametrize(
    ("mode", "window", "home", "partners", "field"),
    [
        (Mode.ON_BEHALF, "", HOME, [], "window"),
        (Mode.ONLINE, WINDOW, HOME, [], "window"),
        (Mode.ON_BEHALF, HOME, HOME, [], "home"),
        (Mode.TOGETHER, "", HOME, [], "partners"),
        (Mode.ON_BEHALF, WINDOW, HOME, [PARTNER], "partners"),
        (Mode.TOGETHER, WINDOW, HOME, [WINDOW], "partners"),
    ],
)
def test_the_places_fit_the_way(mode: Mode, window: str, home: str, partners: list[str], field: str) -> None:
    with pytest.raises(errors.PlacesWrong) as refused:
        rules.check_places(mode, window, home, partners)
    assert refused.value.errors[0].field == field


def test_each_side_sees_what_its_part_needs_and_no_more() -> None:
    one = a_case(parts=(Part(PARTNER),))
    window, partner = seeing.shown_to(Side.WINDOW, one), seeing.shown_to(Side.PARTNER, one)
    assert {Shown.REASON, Shown.PARTS, Shown.RESULT_LINKS} & window == set()
    assert partner == {Shown.PAGES, Shown.LINKS, Shown.OWN_PART}
    assert seeing.shown_to(Side.LEAD, one) == {Shown.HANDOVERS, Shown.OUTCOME}
    assert seeing.shown_to(Side.PERSON, one) == seeing.shown_to(Side.HOME, one)
    over = decided()
    assert Shown.LINKS not in seeing.shown_to(Side.WINDOW, over) | seeing.shown_to(Side.PARTNER, over)
    assert Shown.LINKS in seeing.shown_to(Side.PERSON, over) & seeing.shown_to(Side.HOME, over)
    assert [seeing.sides_of(one, zone) for zone in (HOME, WINDOW, PARTNER, LEAD, "440106")] == [
        [Side.HOME], [Side.WINDOW], [Side.PARTNER], [Side.LEAD], [],
    ]  # fmt: skip
