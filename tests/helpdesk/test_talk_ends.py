"""Conversations over time: silence, an agent who is gone, read marks, stars, supervision, who leaves, who listens."""

import json
from typing import Any

import pytest

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE, LineRecord
from mashangban.domains.helpdesk.repository import duties, ratings, talks
from mashangban.domains.helpdesk.repository import words as stored_words
from mashangban.domains.helpdesk.schemas import (
    QueuesQuery,
    RatingCall,
    RatingFinding,
    RatingForm,
    RatingsQuery,
    TalkRead,
    TalkSaid,
    TicketReason,
)
from mashangban.domains.helpdesk.service import (
    forgetting,
    privacy,
    queues,
    rating,
    receiving,
    talk_views,
    talking,
)
from mashangban.domains.helpdesk.terms.talking import DutyState
from mashangban.files.events import LET_GO
from mashangban.files.terms import Purpose
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.live import repository as live
from mashangban.live.partners import connections
from tests.crossregion.conftest import scan
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, minutes_later, on_duty, say, seen, words
from tests.personal import let_go, letters_left, taken
from tests.workers.papers import photo as photo_of

pytestmark = pytest.mark.usefixtures("quiet_clocks")


def test_silence_is_warned_of_and_then_ends_it(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    say(county, one, county.clerk, "请发一张工资条")
    minutes_later(county, 14, county.clerk)
    assert "还在吗" in words(one, county.asker)[-1]
    minutes_later(county, 21, county.clerk)
    view = seen(one, county.asker)
    assert (view.row.state, view.actions) == ("ended", ["ticket", "rate"])
    assert duties.of(county.clerk.person_id).talks == 0


def test_whose_agent_is_gone_waits_again_and_is_told_when_nobody_is_left(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    on_duty(county, county.clerk, state=DutyState.AWAY)
    minutes_later(county, 6)
    assert [line.kind for line in seen(one, county.asker).lines][2:] == ["released", "nobody"]
    assert seen(one, county.asker).row.state == "waiting"
    on_duty(county, county.colleague)
    assert seen(one, county.asker).row.state == "talking"


def test_read_marks_are_of_the_two_who_talk(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    assert seen(one, county.asker).other_read == 0
    talking.read(act(county.clerk), one, TalkRead(number=2))
    talking.read(act(county.clerk), one, TalkRead(number=1))
    talking.read(act(county.boss), one, TalkRead(number=2))
    assert (seen(one, county.asker).other_read, seen(one, county.clerk).other_read) == (2, 1)
    assert [row.unread for row in receiving.workplace(act(county.clerk)).talks] == [0]


def test_a_bad_word_is_looked_into_mended_and_called_back_as_a_tickets_is(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    bad = RatingForm(stars=1, text="没说几句就结束了")
    with pytest.raises(errors.TalkGoesOn):
        rating.rate_talk(act(county.asker), one, bad)
    talking.end(act(county.clerk), one)
    rating.rate_talk(act(county.asker), one, bad)
    with pytest.raises(errors.RatedAlready):
        rating.rate_talk(act(county.asker), one, RatingForm(stars=5))
    county.pump.run()
    listed = rating.at_place(county.boss, RatingsQuery(where=county.wages)).items
    assert [(row.talk_id, row.ticket_id, row.stars) for row in listed] == [(one, "", 1)]
    assert seen(one, county.boss).actions == ["verify"]
    rating.verify(act(county.boss), one, RatingFinding(founded=True, text="确实没说完"))
    assert "mend" in seen(one, county.lead).actions
    rating.mend(act(county.lead), one, TicketReason(text="已请本人再说一次，班组学习了"))
    with pytest.raises(errors.SameMender):
        rating.call(act(county.lead), one, RatingCall(content=True, text="可以了"))
    rating.call(act(county.boss), one, RatingCall(content=True, text="可以了"))
    view = seen(one, county.asker)
    assert view.rating is not None
    assert (view.rating.state, view.rating.text, view.rating.verdict) == (
        "done",
        "没说几句就结束了",
        "可以了",
    )
    assert {clock_.state for clock_ in view.rating.clocks} == {"closed"}
    assert (view.row.stars, view.actions) == (1, ["ticket"])


def test_a_bad_word_about_a_conversation_climbs_when_nobody_looks_into_it(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    talking.end(act(county.asker), one)
    rating.rate_talk(act(county.asker), one, RatingForm(stars=2))
    county.later(days=40)
    county.pump.run()
    listed = rating.at_place(county.boss, RatingsQuery(where=county.county)).items
    assert [(row.talk_id, row.climb_label) for row in listed] == [(one, "市级督办")]


def test_ones_own_list_tells_how_each_conversation_began(county: Town) -> None:
    on_duty(county, county.clerk)
    for text in ("工资两个月没发，找谁", "合同丢了怎么办"):
        talking.end(act(county.asker), begun(county, county.asker, text))
    found = talk_views.mine(county.asker, PageRequest()).items
    assert [(row.asked, row.state) for row in found] == [
        ("合同丢了怎么办", "ended"),
        ("工资两个月没发，找谁", "ended"),
    ]


def test_supervision_sees_who_waits_since_when_and_who_has_how_many(county: Town) -> None:
    on_duty(county, county.clerk, most=1)
    begun(county, county.person())
    begun(county, county.asker)
    found = queues.in_region(act(county.boss), QueuesQuery(region=county.county)).items
    row = next(one for one in found if one.department_id == county.wages)
    assert (row.waiting, row.waits_since is not None) == (1, True)
    assert [(one.talks, one.most, one.there) for one in row.agents] == [(1, 1, True)]
    with pytest.raises(NotFound):
        queues.in_region(act(Town(county.pump).boss), QueuesQuery(region=county.county))


def test_nobody_without_a_post_is_on_duty(county: Town) -> None:
    for who in (county.officer(county.county), county.boss):
        with pytest.raises(errors.NoPost):
            on_duty(county, who)


def test_who_leaves_for_good_takes_every_word_along(county: Town) -> None:
    on_duty(county, county.clerk)
    who = county.person()
    one, slip, photo = begun(county, who), scan(who), photo_of(who, Purpose.EVIDENCE)
    ticket = county.asked(who, photos=[photo])
    say(county, one, county.clerk, "请说一下工地")
    talking.say(act(who), one, TalkSaid(file_id=slip))
    talking.say(act(county.clerk), one, TalkSaid(file_id=scan(county.clerk)))
    talking.end(act(who), one)
    rating.rate_talk(act(who), one, RatingForm(stars=1, text="我叫张三"))
    (given,) = taken(privacy.HOLDING, who.person_id)["在线对话"]
    assert "请说一下工地" in [each["text"] for each in given["lines"]]
    assert given["rating"]["text"] == "我叫张三"
    assert len(given["lines"]) == given["row"]["lines"]
    forgetting.forget(act(county.clerk), who.person_id)
    left = ratings.get(one)
    assert (left.asker_id, left.state.open, stored_words.of(left.subject)) == ("", False, {})
    assert not list(LineRecord.query(f"HELPTALK#{one}", LineRecord.SK.startswith("LINE#")))
    assert talk_views.mine(who, PageRequest()).items == []
    assert duties.of(county.clerk.person_id).talks == 0
    with pytest.raises(NotFound):
        seen(one, who)
    assert let_go(TABLE, Subject("helptalk", one)) == [(who.person_id, [slip])]
    assert let_go(TABLE, Subject("helpticket", ticket)) == [(who.person_id, [photo])]
    assert letters_left(TABLE, Subject("helptalk", one)) == [LET_GO]
    assert letters_left(TABLE, Subject("helpticket", ticket)) == [LET_GO]


def test_a_fall_between_the_lines_and_the_conversation_loses_no_file(
    county: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_duty(county, county.clerk)
    who = county.person()
    one, slip = begun(county, who), scan(who)
    talking.say(act(who), one, TalkSaid(file_id=slip))
    with monkeypatch.context() as broken:
        broken.setattr(talks, "forget", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            forgetting.forget(act(county.clerk), who.person_id)
    assert not list(LineRecord.query(f"HELPTALK#{one}", LineRecord.SK.startswith("LINE#")))
    assert let_go(TABLE, Subject("helptalk", one)) == [(who.person_id, [slip])]
    forgetting.forget(act(county.clerk), who.person_id)
    assert letters_left(TABLE, Subject("helptalk", one)) == []
    assert talk_views.mine(who, PageRequest()).items == []


def test_words_lie_encrypted(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker, "我的身份证号要报吗")
    stored = [
        record.words for record in LineRecord.query(f"HELPTALK#{one}", LineRecord.SK.startswith("LINE#"))
    ]
    assert stored
    assert not [text for text in stored if text and "身份证" in text]


def test_whoever_listens_hears_the_number_of_each_line(county: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, dict[str, Any]]] = []

    def say(connection_id: str, text: str) -> bool:
        heard.append((connection_id, json.loads(text)))
        return True

    monkeypatch.setattr(connections, "say", say)
    on_duty(county, county.clerk)
    for who in (county.asker, county.clerk):
        live.keep(act(who), f"of-{who.person_id}", who.person_id)
    one = begun(county, county.asker)
    talking.say(act(county.asker), one, TalkSaid(text="在吗"))
    county.pump.run()
    told = [(to, said["number"]) for to, said in heard if said["topic"] == f"conversation:{one}"]
    assert {number for to, number in told if to == f"of-{county.asker.person_id}"} == {1, 2, 3}
    assert {number for to, number in told if to == f"of-{county.clerk.person_id}"} >= {2, 3}
    assert any(said["topic"] == f"queue:{county.wages}" for _, said in heard)
