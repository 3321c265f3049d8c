"""Sending through partners that are slow, broken, or silent after success; never at night, never twice."""

import datetime as dt
import logging
import threading

import pytest

from functions.notices_delivery import handler as delivery_function
from functions.notices_stream import handler as stream_function
from mashangban.kernel import clock, events, ids, streams
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Message, Subject
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.settings import Table
from mashangban.kernel.transaction import Transaction
from mashangban.notices import repository
from mashangban.notices.service import sending
from mashangban.notices.terms import HELD
from tests import engine as engines
from tests.notices.conftest import (
    MORNING,
    NIGHT,
    NOON,
    People,
    Someone,
    call,
    deliver,
    held,
    message,
    send_due,
    tell,
)

BOTH = ["wechat", "sms"]
A_MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def someone(people_world: People) -> Someone:
    return people_world.someone()


def test_wechat_brings_it_to_who_agreed_and_no_text_message_is_spent(someone: Someone) -> None:
    someone.agrees()
    tell(someone.id, channels=BOTH, title="您的劳动合同已生效", link="/pages/contracts/detail?id=1")
    send_due()
    (arrived,) = someone.wechat_messages()
    assert arrived["data"]["thing1"]["value"] == "您的劳动合同已生效"
    assert arrived["data"]["time3"]["value"] == "2026年11月23日 12:00"
    assert arrived["page"] == "/pages/contracts/detail?id=1"
    assert someone.texts() == []
    assert someone.states() == {"wechat": "sent", "sms": "spared"}


def test_a_long_text_is_cut_to_what_wechat_takes(someone: Someone) -> None:
    someone.agrees()
    tell(someone.id, channels=BOTH, text="很" * 100)
    send_due()
    assert someone.wechat_messages()[0]["data"]["thing2"]["value"] == "很" * 19 + "…"


def test_who_did_not_agree_gets_a_text_message_in_the_same_run(someone: Someone) -> None:
    tell(someone.id, channels=BOTH)
    send_due()
    assert someone.texts() == ["【码上办】标题：内容"]
    assert someone.states() == {"wechat": "unreachable", "sms": "sent"}


def test_who_never_used_wechat_gets_a_text_message(people_world: People) -> None:
    someone = people_world.someone(wechat_user=False)
    tell(someone.id, channels=BOTH)
    send_due()
    assert len(someone.texts()) == 1
    reasons = [one.reason for one in someone.notices()[0].channels]
    assert reasons == ["no_address", None]


def test_who_cannot_be_reached_still_has_the_inbox(people_world: People) -> None:
    someone = people_world.someone(phone=False, wechat_user=False)
    tell(someone.id, channels=BOTH)
    assert send_due().unreachable == 2
    assert someone.states() == {"wechat": "unreachable", "sms": "unreachable"}
    assert len(someone.notices()) == 1


def test_a_person_who_is_not_there_any_more_stops_no_one(people_world: People) -> None:
    tell(ids.new_id(), channels=BOTH)
    someone = people_world.someone()
    tell(someone.id, channels=BOTH)
    send_due()
    assert len(someone.texts()) == 1


def test_an_inbox_only_notice_is_sent_nowhere(someone: Someone) -> None:
    tell(someone.id)
    run = send_due()
    assert (run.sent, someone.texts(), someone.wechat_messages()) == (0, [], [])


def test_an_urgent_notice_uses_both_at_once_and_at_night(someone: Someone) -> None:
    someone.agrees()
    tell(someone.id, channels=BOTH, urgent=True, at=NIGHT)
    send_due(NIGHT)
    assert len(someone.texts()) == len(someone.wechat_messages()) == 1


def test_at_night_it_waits_for_eight_o_clock(someone: Someone) -> None:
    tell(someone.id, channels=BOTH, at=NIGHT)
    send_due(NIGHT)
    send_due(MORNING - A_MINUTE)
    assert someone.texts() == []
    send_due(MORNING)
    assert len(someone.texts()) == 1


def test_what_was_read_meanwhile_is_not_sent(someone: Someone) -> None:
    tell(someone.id, channels=BOTH, at=NIGHT)
    call(someone.id, "POST", "/read-all", {})
    send_due(MORNING)
    assert someone.texts() == []
    assert someone.states() == {"wechat": "spared", "sms": "spared"}


def test_runs_at_the_same_time_send_each_notice_once(people_world: People) -> None:
    crowd = [people_world.someone() for _ in range(8)]
    for one in crowd:
        one.agrees(5)
        tell(one.id, channels=["wechat"])
    threads = [threading.Thread(target=send_due) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(one.wechat_messages()) for one in crowd] == [1] * 8


class Killed(BaseException):
    """The process ends here."""


def test_a_run_that_dies_after_sending_repeats_and_the_gateway_knows_the_message(
    someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(someone.id, channels=["sms"])

    def dies(*_: object) -> bool:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(repository, "settle", dies)
        with pytest.raises(Killed):
            send_due()
    send_due(NOON + A_MINUTE)
    assert someone.states() == {"sms": "waiting"}
    send_due(NOON + HELD)
    assert someone.states() == {"sms": "sent"}
    assert len(someone.texts()) == 1


def test_the_listener_sends_at_once_while_its_time_lasts(someone: Someone) -> None:
    tell(someone.id, channels=BOTH, seconds=10)
    assert len(someone.texts()) == 1
    assert someone.states() == {"wechat": "unreachable", "sms": "sent"}
    assert send_due().sent == 0


def test_the_listener_leaves_to_the_morning_what_comes_at_night(someone: Someone) -> None:
    tell(someone.id, channels=BOTH, seconds=10, at=NIGHT)
    assert someone.texts() == []
    send_due(MORNING)
    assert len(someone.texts()) == 1


def test_a_listener_that_dies_before_sending_leaves_it_to_the_schedule(
    someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise Killed

    delivery = message(someone.id, channels=BOTH)
    with monkeypatch.context() as dying:
        dying.setattr(sending, "send_claimed", dies)
        with pytest.raises(Killed):
            deliver(delivery, seconds=10)
    deliver(delivery, seconds=10)
    assert someone.texts() == []
    send_due(NOON + HELD)
    assert len(someone.texts()) == 1


def test_a_run_has_a_limit(people_world: People) -> None:
    for one in [people_world.someone() for _ in range(3)]:
        tell(one.id, channels=["sms"])
    assert sending.send_due(NOON, most=2).sent == 2
    assert sending.send_due(NOON, seconds=0).sent == 0
    assert sending.send_due(NOON, most=2).sent == 1


def test_logs_name_no_address_and_no_words(someone: Someone, caplog: pytest.LogCaptureFixture) -> None:
    someone.world.fault("sms", status=500)
    someone.world.fault("wechat", status=500)
    with caplog.at_level(logging.DEBUG):
        tell(someone.id, channels=BOTH, urgent=True, title="张三的合同")
        send_due()
    assert "does not answer" in caplog.text
    for secret in (someone.phone, someone.openid, "张三"):
        assert str(secret) not in caplog.text


def test_an_act_in_another_room_reaches_whoever_holds_the_post_through_both_streams(
    someone: Someone, engine_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    subject = Subject("contract", ids.new_id())
    act = system_act("test", NOON)
    post = Grant(Role.OPERATOR, Scope("org", ids.new_id()))
    held(post, someone.id)
    body = {"posts": [str(post)], "kind": "test.news", "title": "标题", "text": "内容", "channels": BOTH}
    happened = events.happened(
        act, "test.happened", subject, messages=(Message("notices", "notices.notify", body),)
    )
    with Transaction(act, Table("workers")) as tx:
        tx.publish(happened)
    relayed = [
        record
        for record in engines.stream_records(engine_url, "workers")
        if record["dynamodb"]["Keys"]["PK"]["S"] == subject.pk
    ]
    for _ in range(2):
        streams.consume({"Records": relayed}, Table("workers"))
    arrived = [
        record
        for record in engines.stream_records(engine_url, "notices")
        if record["dynamodb"]["Keys"]["PK"]["S"].startswith(f"INBOX#{happened.id}")
    ]
    for _ in range(2):
        assert stream_function.handler({"Records": arrived}, None) == {"batchItemFailures": []}
    delivery_function.handler({}, None)
    assert len(someone.notices()) == 1
    assert len(someone.texts()) == 1
