"""The course of a matter, what a person brings, papers and figures: rules alone."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from mashangban.domains.matters import errors, events
from mashangban.domains.matters.rules import acting, clocks, dossier, figures, looking, matter, papers
from mashangban.domains.matters.rules.dossier import Dossier, Entry, Verdict
from mashangban.domains.matters.rules.figures import ItemMonth
from mashangban.domains.matters.rules.item import Ask, Offer, check_offer
from mashangban.domains.matters.rules.matter import Matter, Paper
from mashangban.domains.matters.terms import (
    AskKind,
    Brought,
    Counted,
    Delivery,
    MatterState,
    Outcome,
    PaperKind,
    Whose,
)
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from tests.matters.conftest import FILE, HEALTH, ITEM, LEASE, LICENCE, WHOLE

AT = dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC)
NEW = Matter("m1", "BJ-1", "item1", ITEM.name, ITEM.region, "p1", AT)
SUBMITTED = matter.submit(NEW, AT)
ACCEPTED = matter.accept(SUBMITTED, "clerk", AT)
DECIDED = matter.decide(ACCEPTED, Outcome.GRANTED, "", "boss", AT)


def messages(refused: pytest.ExceptionInfo[AppError]) -> list[str]:
    return [one.message for one in refused.value.errors]


def with_entry(*entries: Entry, **values: str) -> Dossier:
    return Dossier(entries=entries, values=values)


def test_all_that_lacks_is_told_at_once_and_what_may_come_later_does_not_lack() -> None:
    with pytest.raises(errors.DossierIncomplete) as refused:
        dossier.require_complete(ITEM, replace(Dossier(), delivery=Delivery.COURIER))
    assert messages(refused) == [
        "还缺“营业执照”",
        "还缺“租房合同”",
        "还没填“店名”",
        "还没填“类别”",
        "快递到家要写地址",
    ]
    dossier.require_complete(ITEM, WHOLE)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (Entry(LICENCE, Brought.FILES), "“营业执照”：还没有上传"),
        (Entry(LICENCE, Brought.NOT_MINE, because="没有"), "“营业执照”：这份材料必须有"),
        (Entry(LICENCE, Brought.LATER), "“营业执照”：这份材料不能后补"),
        (Entry(HEALTH, Brought.LICENCE), "“健康证”：没有能代替它的电子证照"),
        (Entry(LEASE, Brought.NOT_MINE), "“租房合同”：请写一句为什么没有"),
        (Entry("户口本", Brought.FILES, (FILE,)), "这件事不要“户口本”"),
    ],
)
def test_a_paper_is_brought_only_in_a_way_that_its_item_allows(entry: Entry, fault: str) -> None:
    with pytest.raises(errors.DossierWrong) as refused:
        dossier.refilled(ITEM, Dossier(), with_entry(entry))
    assert messages(refused) == [fault]


@pytest.mark.parametrize(
    ("key", "value", "fits"),
    [
        ("size", "12.5", True),
        ("size", "NaN", False),
        ("size", "十二", False),
        ("since", "2026-02-28", True),
        ("since", "2026-02-30", False),
        ("sort", "热食", True),
        ("sort", "冷饮", False),
        ("nothing", "x", False),
    ],
)
def test_a_line_of_the_form_is_what_it_asks_for(key: str, value: str, fits: bool) -> None:
    if fits:
        assert dossier.refilled(ITEM, Dossier(), with_entry(**{key: value})).values == {key: value}
    else:
        with pytest.raises(errors.DossierWrong):
            dossier.refilled(ITEM, Dossier(), with_entry(**{key: value}))


def test_what_an_official_said_of_a_paper_holds_while_the_paper_stays_the_same() -> None:
    seen = dossier.judged(WHOLE, {LICENCE: Verdict(False, "看不清"), LEASE: Verdict(True)})
    again = dossier.refilled(ITEM, seen, replace(WHOLE, values={"shop": "老张小吃"}))
    assert again.entry(LICENCE) == replace(seen.entries[0])
    fresh = replace(WHOLE.entries[0], files=(replace(FILE, file_id="file2"),))
    mended = dossier.refilled(ITEM, seen, replace(WHOLE, entries=(fresh, WHOLE.entries[1])))
    assert [one.verdict for one in mended.entries] == [None, Verdict(True)]
    with pytest.raises(errors.DossierWrong):
        dossier.judged(WHOLE, {HEALTH: Verdict(True)})


def test_what_is_supplied_stands_in_place_of_what_was_there() -> None:
    fresh = Entry(LICENCE, Brought.FILES, (replace(FILE, file_id="file2"),))
    after = dossier.supplied(ITEM, WHOLE, [fresh])
    assert after.entry(LICENCE) == fresh
    assert after.entry(LEASE) == WHOLE.entry(LEASE)


def test_a_supplement_is_asked_for_once_and_the_five_days_begin_anew() -> None:
    asked = matter.ask_more(SUBMITTED, "补健康证", 5, AT)
    later = AT + dt.timedelta(days=30)
    supplied = matter.supply(asked, later)
    first, second = clocks.running(SUBMITTED, ITEM), clocks.running(supplied, ITEM)
    assert first is not None
    assert second is not None
    assert (first.kind, first.started_at) == ("matters.accept-1", AT)
    assert (second.kind, second.started_at) == ("matters.accept-2", later)
    with pytest.raises(errors.SupplementOnce):
        matter.ask_more(supplied, "还要租房合同", 5, AT)


def test_of_an_earlier_matter_only_what_the_item_still_asks_for_is_carried_over() -> None:
    judged = dossier.judged(WHOLE, {LICENCE: Verdict(fine=False, why="糊了")})
    before = replace(judged, delivery=Delivery.COURIER, address="文三路 1 号")
    same = dossier.carried(ITEM, before)
    assert (same.values, same.address, same.delivery) == (WHOLE.values, "文三路 1 号", Delivery.COURIER)
    assert [one.verdict for one in same.entries] == [None, None]
    fewer = replace(
        ITEM, wanted=ITEM.wanted[:1], asks=(Ask("sort", "类别", AskKind.CHOICE, choices=("饮料", "糕点")),),
        deliveries=(Delivery.HALL,),
    )  # fmt: skip
    rest = dossier.carried(fewer, before)
    assert ([one.name for one in rest.entries], dict(rest.values)) == ([LICENCE], {})
    assert (rest.delivery, rest.address) == (Delivery.HALL, "")


def test_silence_accepts_from_the_day_of_receipt_and_nobody_has_accepted() -> None:
    silent = matter.accept_by_silence(SUBMITTED)
    assert (silent.state, silent.accepted_at, silent.silent) == (MatterState.ACCEPTED, AT, True)
    running = clocks.running(silent, ITEM)
    assert running is not None
    assert running.started_at == AT
    assert "decide" in acting.office(silent, "clerk")


def test_who_accepted_does_not_decide() -> None:
    with pytest.raises(errors.SameHands):
        matter.decide(ACCEPTED, Outcome.GRANTED, "", "clerk", AT)
    assert "decide" not in acting.office(ACCEPTED, "clerk")
    assert "decide" in acting.office(ACCEPTED, "boss")


def test_a_denial_a_refusal_a_pause_and_more_time_need_their_reason() -> None:
    with pytest.raises(errors.ReasonMissing):
        matter.decide(ACCEPTED, Outcome.DENIED, "", "boss", AT)
    with pytest.raises(errors.ReasonMissing):
        matter.refuse(SUBMITTED, "", "clerk", AT)
    with pytest.raises(errors.ReasonMissing):
        matter.pause(ACCEPTED, "")
    with pytest.raises(errors.ReasonMissing):
        matter.extend(ACCEPTED, "")


def test_time_is_given_once_and_not_while_the_clock_stands() -> None:
    paused = matter.pause(ACCEPTED, "专家评审")
    with pytest.raises(errors.Paused):
        matter.pause(paused, "再评一次")
    with pytest.raises(errors.Paused):
        matter.extend(paused, "材料多")
    with pytest.raises(errors.Paused):
        matter.decide(paused, Outcome.GRANTED, "", "boss", AT)
    longer = matter.extend(matter.resume(paused), "材料多")
    with pytest.raises(errors.ExtendedBefore):
        matter.extend(longer, "还要")


@pytest.mark.parametrize(
    ("promised", "legal", "days", "source"),
    [
        (8, 20, 8, "办事指南第3版的承诺时限"),
        (0, 20, 1, "办事指南第3版的承诺时限"),
        (None, 15, 15, "办事指南第3版的法定时限"),
        (None, None, 20, "行政许可法第四十二条：受理之日起二十日内作出决定"),
    ],
)
def test_a_decision_takes_the_promised_days_else_the_laws(
    promised: int | None, legal: int | None, days: int, source: str
) -> None:
    term = clocks.term_of(replace(ITEM, promised_days=promised, legal_days=legal))
    assert (term.amount, term.source) == (days, source)


def test_a_courier_has_a_number_and_the_phone_is_reached_by_the_printed_decision() -> None:
    with pytest.raises(errors.DeliveryWrong):
        matter.deliver(replace(DECIDED, delivery=Delivery.COURIER), "", AT)
    waiting = replace(DECIDED, papers=(Paper(PaperKind.DECISION, "doc1"),))
    assert matter.printed(waiting, "doc1", AT).state is MatterState.DELIVERED
    hall = replace(waiting, delivery=Delivery.HALL)
    assert matter.printed(hall, "doc1", AT).state is MatterState.DECIDED
    failed = matter.not_printed(waiting, "doc1")
    assert failed.papers[0].failed
    assert matter.deliver(failed, "", AT).state is MatterState.DELIVERED


def test_a_paper_rests_on_what_was_said_at_its_own_step() -> None:
    asked = matter.ask_more(SUBMITTED, "补健康证\n补店面照片", 5, AT)
    accepted = matter.accept(matter.supply(asked, AT), "clerk", AT)
    denied = matter.decide(accepted, Outcome.DENIED, "第三条", "boss", AT)

    def form(kind: PaperKind, one: Matter) -> dict[str, Any]:
        return papers.form(kind, one, ITEM, WHOLE, "王小明", "11月30日前", AT.date())

    assert form(PaperKind.SUPPLEMENT, asked)["said"] == ["补健康证", "补店面照片"]
    decision = form(PaperKind.DECISION, denied)
    assert (decision["said"], decision["granted"], decision["basis"]) == (["第三条"], False, list(ITEM.basis))
    assert [label for label, _ in decision["times"]] == ["提交时间", "补齐时间", "受理时间", "决定时间"]
    assert form(PaperKind.RECEIPT, SUBMITTED)["papers"] == [
        [LICENCE, "1 个文件"],
        [LEASE, "没有这种情况：房子是自己的"],
    ]


def test_first_pass_is_what_was_accepted_without_a_supplement_of_all_first_answers() -> None:
    def counted(kind: str, **data: object) -> dict[Counted, int]:
        return figures.counts(following(system_act("tests", AT), kind, NEW, Role.SYSTEM, data))

    assert counted(events.ACCEPTED, supplemented=False) == {Counted.ACCEPTED: 1, Counted.FIRST: 1}
    assert counted(events.ACCEPTED, supplemented=True) == {Counted.ACCEPTED: 1}
    assert counted(events.SILENT, supplemented=False)[Counted.SILENT] == 1
    assert counted(events.REFUSED, supplemented=True) == {}
    assert counted(events.WITHDRAWN, submitted=False) == {}
    done = counted(events.DECIDED, outcome="granted", on_time=False, days=9)
    assert done == {Counted.DECIDED: 1, Counted.DAYS: 9, Counted.GRANTED: 1}
    month = ItemMonth("i", {Counted.FIRST: 3, Counted.ASKED: 1, Counted.DECIDED: 2, Counted.DAYS: 9})
    assert (month.first_pass_percent, month.on_time_percent, month.average_days) == (75, 0, 4.5)
    assert ItemMonth("i").first_pass_percent is None


def test_a_desk_finds_what_answers_every_question_and_nothing_else() -> None:
    late = replace(ACCEPTED, late=True)
    assert looking.wanted(late, MatterState.ACCEPTED, ITEM.name[:2], Whose.LATE, "boss")
    assert not looking.wanted(late, MatterState.DECIDED, "", Whose.LATE, "boss")
    assert not looking.wanted(ACCEPTED, None, "", Whose.LATE, "boss")
    assert not looking.wanted(late, None, "火星", None, "boss")
    assert [looking.wanted(DECIDED, None, "", Whose.MINE, who) for who in ("clerk", "boss", "other")] == [
        True,
        True,
        False,
    ]


def test_a_form_that_nobody_can_fill_in_is_refused() -> None:
    for asks, deliveries in (
        ((Ask("a", "甲", AskKind.CHOICE, choices=("只有一个",)),), (Delivery.PHONE,)),
        ((Ask("a", "甲", AskKind.TEXT, choices=("一", "二")),), (Delivery.PHONE,)),
        ((Ask("a", "甲", AskKind.TEXT), Ask("a", "乙", AskKind.TEXT)), (Delivery.PHONE,)),
        ((), ()),
    ):
        with pytest.raises(errors.OfferWrong):
            check_offer(Offer("i", "食品经营许可", "330106", open=True, asks=asks, deliveries=deliveries))
