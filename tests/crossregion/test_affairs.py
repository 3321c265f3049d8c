"""Affairs of an alliance: seals lent, meetings, questions to experts, people sent, practices shared."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.crossregion import errors, events
from mashangban.domains.crossregion.models import TABLE, CrossDeadlineRecord
from mashangban.domains.crossregion.repository import affairs as stored
from mashangban.domains.crossregion.repository import clocks
from mashangban.domains.crossregion.rules import affair as rules
from mashangban.domains.crossregion.rules import affair_clocks
from mashangban.domains.crossregion.rules.affair import Affair, Part
from mashangban.domains.crossregion.rules.alliance import Agreement, Alliance, Zone
from mashangban.domains.crossregion.schemas.affairs import (
    AffairForm,
    AffairPartForm,
    AffairsQuery,
    AffairZoneForm,
)
from mashangban.domains.crossregion.service import affairs, affairviews, climbing, telling
from mashangban.domains.crossregion.terms.affairs import AffairKind, AffairState
from mashangban.identity import service as identity
from mashangban.kernel import clock, history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.crossregion.conftest import CITY, HOME, LEAD, Journey, Zones, known
from tests.registry.conftest import officer
from tests.workers.office import office_of
from tests.workers.test_capacity import units

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
TODAY = date(2026, 11, 20)
ALLIANCE = Alliance(
    "A1", "联盟", LEAD, Agreement("1", TODAY, "f"), tuple(Zone(one, one, TODAY) for one in (LEAD, HOME, CITY))
)
PAGE = PageRequest()


def an_affair(kind: AffairKind, **differs: Any) -> Affair:
    whole = Affair("F1", "A1", kind, LEAD, (HOME,), "题目", "内容", NOW)
    return replace(whole, **differs)


def a_part(zone: str = HOME, **differs: Any) -> Part:
    return replace(Part(1, zone, "内容", NOW), **differs)


@pytest.mark.parametrize(
    ("kind", "differs", "field"),
    [
        (AffairKind.MEETING, {"guests": ("110101",), "first": TODAY}, "guests"),
        (AffairKind.MEETING, {"guests": (LEAD,), "first": TODAY}, "guests"),
        (AffairKind.MEETING, {}, "first"),
        (AffairKind.ADVICE, {"guests": (HOME, CITY)}, "guests"),
        (AffairKind.SEAL, {"first": TODAY}, "last"),
        (AffairKind.SEAL, {"first": TODAY, "last": TODAY - timedelta(days=1)}, "last"),
        (AffairKind.EXCHANGE, {"guests": (HOME, CITY), "first": TODAY, "last": TODAY}, "guests"),
    ],
)
def test_each_kind_says_what_it_still_needs(kind: AffairKind, differs: dict[str, Any], field: str) -> None:
    with pytest.raises(errors.AffairWrong) as refused:
        rules.opened(an_affair(kind, **differs), ALLIANCE, TODAY)
    assert [one.field for one in refused.value.errors] == [field]


def test_a_seal_is_used_within_its_term_by_whom_it_was_lent_to_and_never_by_another() -> None:
    seal = an_affair(AffairKind.SEAL, first=TODAY, last=TODAY + timedelta(days=9))
    assert rules.add(seal, a_part(), TODAY).state is AffairState.OPEN
    with pytest.raises(errors.NotYourPart):
        rules.add(seal, a_part(LEAD), TODAY)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=10)):
        with pytest.raises(errors.AffairWrong):
            rules.add(seal, a_part(), day)
    with pytest.raises(errors.AffairEnded):
        rules.add(rules.end(seal, LEAD), a_part(), TODAY)


def test_a_decision_has_an_owner_among_the_zones_and_a_day_to_come() -> None:
    meeting = an_affair(AffairKind.MEETING, first=TODAY)
    decided = a_part(LEAD, owner=HOME, due=TODAY)
    assert rules.add(meeting, decided, TODAY).parts == 1
    for wrong in ({"owner": CITY}, {"due": None}, {"due": TODAY - timedelta(days=1)}):
        with pytest.raises(errors.AffairWrong):
            rules.add(meeting, replace(decided, **wrong), TODAY)
    with pytest.raises(errors.NotYourPart):
        rules.settle(decided, LEAD, NOW)
    done = rules.settle(decided, HOME, NOW)
    with pytest.raises(errors.NotYourPart):
        rules.settle(done, HOME, NOW)


def test_an_answer_has_a_source_and_ends_the_question() -> None:
    asked = an_affair(AffairKind.ADVICE)
    with pytest.raises(errors.AffairWrong):
        rules.add(asked, a_part(), TODAY)
    assert rules.add(asked, a_part(source="条例第五条"), TODAY).state is AffairState.DONE
    assert rules.end(asked, LEAD).state is AffairState.DROPPED


def test_an_article_is_everybodys_once_another_zone_reviewed_it_and_not_when_it_was_taken_back() -> None:
    article = an_affair(AffairKind.PRACTICE)
    assert not article.shared
    assert rules.add(article, a_part(), TODAY).shared
    assert not rules.end(article, LEAD).shared
    with pytest.raises(errors.NotYourPart):
        rules.add(article, a_part(LEAD), TODAY)


def test_what_is_awaited_is_awaited_from_the_right_zone() -> None:
    asked, lent = an_affair(AffairKind.ADVICE), an_affair(AffairKind.SEAL, first=TODAY, last=TODAY)
    owed = [affair_clocks.of_affair(one, NOW) for one in (asked, lent, an_affair(AffairKind.PRACTICE))]
    assert [one.region if one else "" for one in owed] == [HOME, LEAD, ""]


def test_all_who_meet_are_reminded_of_the_day_and_one_zone_of_what_it_shall_do() -> None:
    meeting = an_affair(AffairKind.MEETING, guests=(HOME, CITY), first=TODAY)
    day = affair_clocks.of_affair(meeting, NOW)
    decision = affair_clocks.of_part(meeting, a_part(LEAD, owner=HOME, due=TODAY))
    assert day is not None
    assert decision is not None
    assert affair_clocks.reminded(meeting, day) == (LEAD, HOME, CITY)
    assert affair_clocks.reminded(meeting, decision) == (HOME,)


def test_who_is_sent_hears_of_it_on_their_phone_unless_they_left() -> None:
    posting = an_affair(AffairKind.EXCHANGE, person_id="P1")
    (notice,) = telling.sent(posting, "已结束")
    assert notice.body["person_id"] == "P1"
    assert notice.body["link"] == "/crossregion/pages/affair/index?own=1&id=F1"
    assert telling.sent(replace(posting, person_id=""), "已结束") == ()


def opened(zones: Zones, kind: str, who: Principal | None = None, host: str = LEAD, **differs: Any) -> str:
    given = {"kind": kind, "host": host, "guests": [HOME], "title": "示例事务", "text": "内容内容"}
    form = AffairForm.model_validate(given | differs)
    return affairs.open_(zones.act(who or zones.lead), zones.id, form).id


def add(zones: Zones, who: Principal, affair_id: str, **given: Any) -> None:
    affairs.add(zones.act(who), affair_id, AffairPartForm.model_validate({"text": "内容"} | given))


def running(affair_id: str) -> list[tuple[str, str]]:
    return [(one.label, one.region) for one in clocks.running(stored.get(affair_id).subject)]


def test_a_meetings_decision_reminds_its_owner_until_it_is_carried_out(zones: Zones) -> None:
    today = clock.local_date(clock.now())
    meeting = opened(zones, "meeting", first=today)
    due = today + timedelta(days=7)
    add(zones, zones.lead, meeting, zone=LEAD, owner=HOME, due=due)
    assert sorted(running(meeting)) == [("办好会议决定", HOME), ("开会", LEAD)]
    deadlines.sweep(CrossDeadlineRecord, clock.now() + timedelta(days=9), climbing.fire, most=5_000)
    told = [
        one
        for one in history.of(TABLE, Subject("crossaffair", meeting))
        if one.type == events.AFFAIR_REMINDED
    ]
    assert [one.data["region"] for one in told] == [HOME]
    done = AffairZoneForm(zone=HOME)
    with pytest.raises(NotFound):
        affairs.settle(zones.act(zones.lead), meeting, 1, done)
    affairs.settle(zones.act(zones.home), meeting, 1, done)
    assert running(meeting) == [("开会", LEAD)]
    (part,) = affairviews.show(zones.act(zones.home), meeting, PAGE).parts
    assert (part.done_at is not None, part.mine) == (True, False)


def test_a_question_about_a_case_is_answered_and_awaited_no_more(journey: Journey) -> None:
    zones, case_id = journey.zones, journey.collect()
    asked = opened(zones, "advice", guests=[CITY], case_id=case_id)
    assert running(asked) == [("答复咨询", CITY)]
    assert affairviews.show(zones.act(zones.lead), asked, PAGE).case_id == case_id
    expert = affairviews.show(zones.act(zones.city), asked, PAGE)
    assert (expert.case_id, expert.writers, expert.host) == ("", [CITY], "")
    add(zones, zones.city, asked, zone=CITY, source="条例第五条")
    assert running(asked) == []
    assert affairviews.show(zones.act(zones.city), asked, PAGE).writers == []
    with pytest.raises(NotFound):
        opened(zones, "advice", zones.city, CITY, case_id=case_id)
    with pytest.raises(errors.UnknownCase):
        opened(Zones(), "advice", zones.lead, case_id=case_id)


def test_who_is_sent_is_named_by_their_telephone_and_shown_masked(zones: Zones) -> None:
    today, sent = clock.local_date(clock.now()), known()
    term: dict[str, Any] = {"first": today, "last": today + timedelta(days=30)}
    with pytest.raises(errors.UnknownApplicant):
        opened(zones, "exchange", phone="19900000000", **term)
    phone = identity.contact(sent.person_id).phone
    exchange = opened(zones, "exchange", phone=phone, **term)
    assert running(exchange) == [("结束交流、收回临时权限", LEAD)]
    assert affairviews.show(zones.act(zones.home), exchange, PAGE).person == "未实名"
    affairs.end(zones.act(zones.lead), exchange, AffairZoneForm(zone=LEAD))
    assert running(exchange) == []


def test_only_the_zones_of_an_affair_see_it_and_each_acts_for_itself(zones: Zones) -> None:
    today = clock.local_date(clock.now())
    seal = opened(zones, "seal", first=today, last=today)
    query = AffairsQuery(kind=AffairKind.SEAL)
    listed = {who: affairviews.listed(who, zones.id, query).items for who in (zones.home, zones.city)}
    assert [len(listed[who]) for who in (zones.home, zones.city)] == [1, 0]
    with pytest.raises(NotFound):
        affairviews.show(zones.act(zones.city), seal, PAGE)
    with pytest.raises(NotFound):
        add(zones, zones.lead, seal, zone=HOME)
    with pytest.raises(NotFound):
        opened(zones, "seal", zones.home, first=today, last=today)
    with pytest.raises(NotFound):
        affairviews.listed(officer("110101"), zones.id, query)


def test_a_reviewed_article_is_read_by_every_zone(zones: Zones) -> None:
    article = opened(zones, "practice")
    with pytest.raises(NotFound):
        affairviews.show(zones.act(zones.city), article, PAGE)
    add(zones, zones.home, article, zone=HOME)
    shown = affairviews.show(zones.act(zones.city), article, PAGE)
    assert (shown.row.parts, shown.writers, shown.host) == (1, [], "")


def test_a_use_of_a_seal_is_cheap_however_long_its_register(zones: Zones) -> None:
    today = clock.local_date(clock.now())
    seal = opened(zones, "seal", first=today, last=today)
    costs = [units(lambda: add(zones, zones.home, seal, zone=HOME)) for _ in range(30)]
    assert max(costs) <= 10
    shown = affairviews.show(zones.act(zones.home), seal, PageRequest(limit=20))
    assert [one.number for one in shown.parts] == list(range(30, 10, -1))


def test_the_pages_open_a_meeting_note_its_decisions_and_end_it(zones: Zones) -> None:
    today = clock.local_date(clock.now())
    where = f"/console/crossregion/alliances/{zones.id}/affairs"
    lead, home = office_of(zones.lead), office_of(zones.home)
    new = lead.get(f"{where}/new?kind=meeting")
    fields = {"kind": "meeting", "host": LEAD, "title": "第一次联席会议", "text": "议程：统一材料"}
    wrong = lead.act(new, where, **fields, guests=["110101"], first=str(today))
    assert "110101 现在不是联盟成员" in wrong.html
    assert f'name="guests" value="{HOME}"' in new.html
    assert f'name="guests" value="{LEAD}"' not in new.html
    made = lead.act(wrong, where, **fields, guests=[HOME, CITY], first=str(today))
    assert "第一次联席会议" in lead.get(f"{where}?kind=meeting").html
    decision = {"zone": LEAD, "owner": HOME, "due": str(today), "text": "统一住所证明的样式"}
    lead.act(lead.get(made.location), f"{made.location}/parts", **decision)
    opened_ = home.get(made.location)
    assert "统一住所证明的样式" in opened_.html
    home.act(opened_, f"{made.location}/parts/1/done", zone=HOME)
    assert "已办好" in home.get(made.location).html
    lead.act(lead.get(made.location), f"{made.location}/end", zone=LEAD)
    assert "添加决定" not in lead.get(made.location).html


def test_a_case_leads_to_a_question_about_it(journey: Journey) -> None:
    case_id = journey.collect()
    lead = office_of(journey.zones.lead)
    assert "请别的地区专家看" in lead.get(f"/console/crossregion/cases/{case_id}").html
    asked = lead.get(f"/console/crossregion/affairs/about/{case_id}")
    assert lead.get(asked.location).hidden("case_id") == case_id
    assert office_of(officer("110101")).get(f"/console/crossregion/affairs/about/{case_id}").status == 404
