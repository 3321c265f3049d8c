"""Partners that are slow, broken or silent after success: every notice ends well and none is doubled."""

import datetime as dt

import pytest

from mashangban.kernel.partners import Partner
from mashangban.notices.partners import sms
from tests.notices.conftest import (
    NOON,
    People,
    Someone,
    send_due,
    tell,
)

BOTH = ["wechat", "sms"]
A_MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def someone(people_world: People) -> Someone:
    return people_world.someone()


def test_a_broken_partner_is_tried_again_until_it_is_mended(someone: Someone) -> None:
    someone.world.fault("sms", status=500)
    tell(someone.id, channels=["sms"])
    assert send_due().faults == 1
    assert send_due(NOON + A_MINUTE / 2).faults == 0
    assert send_due(NOON + A_MINUTE).faults == 1
    someone.world.heal()
    send_due(NOON + 3 * A_MINUTE)
    assert len(someone.texts()) == 1
    assert someone.states() == {"sms": "sent"}


def test_a_slow_partner_counts_as_silent_and_the_message_still_arrives_once(someone: Someone) -> None:
    someone.world.fault("sms", delay_ms=900, times=1)
    tell(someone.id, channels=["sms"])
    assert send_due().faults == 1
    send_due(NOON + A_MINUTE)
    assert someone.texts() == ["【码上办】标题：内容"]


def test_a_text_message_whose_receipt_got_lost_is_sent_once(someone: Someone) -> None:
    someone.world.fault("sms", drop_after_success=True, times=1)
    tell(someone.id, channels=["sms"])
    assert send_due().faults == 1
    assert len(someone.texts()) == 1
    send_due(NOON + A_MINUTE)
    assert len(someone.texts()) == 1
    assert someone.states() == {"sms": "sent"}


def test_a_wechat_message_whose_receipt_got_lost_counts_as_sent_and_calls_up_no_text_message(
    someone: Someone,
) -> None:
    someone.agrees()
    warm_up(someone)
    someone.world.fault("wechat", drop_after_success=True, times=1)
    tell(someone.id, channels=BOTH)
    assert send_due().faults == 1
    send_due(NOON + A_MINUTE)
    assert len(someone.wechat_messages()) == 1
    assert someone.texts() == []
    assert someone.states() == {"wechat": "sent", "sms": "spared"}
    assert someone.notices()[0].channels[0].reason == "answer_lost"


def warm_up(someone: Someone) -> None:
    """Have the access token fetched, so that the next request is the message itself."""
    other = People(someone.world).someone(phone=False)
    other.agrees()
    tell(other.id, channels=["wechat"])
    send_due()


def test_when_wechat_stays_down_the_text_message_goes_out_after_a_quarter_of_an_hour(
    someone: Someone,
) -> None:
    someone.world.fault("wechat", status=503)
    tell(someone.id, channels=BOTH)
    for minute in (0, 1, 3, 7, 15):
        assert someone.texts() == []
        send_due(NOON + minute * A_MINUTE)
    assert len(someone.texts()) == 1
    assert someone.states() == {"wechat": "gave_up", "sms": "sent"}


def test_a_dead_partner_is_asked_once_a_run_whatever_waits_for_it(people_world: People) -> None:
    crowd = [people_world.someone(wechat_user=False) for _ in range(6)]
    people_world.world.fault("sms", status=500)
    for one in crowd:
        tell(one.id, channels=["sms"])
    assert send_due().faults == 1
    people_world.world.heal()
    send_due(NOON + A_MINUTE)
    assert all(len(one.texts()) == 1 for one in crowd)


def test_a_wrong_key_of_ours_loses_no_message(someone: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    tell(someone.id, channels=["sms"])
    with monkeypatch.context() as broken:
        broken.setattr(sms, "Partner", lambda url, _: Partner(url, "identity-verifier-key"))
        assert send_due().faults == 1
    send_due(NOON + A_MINUTE)
    assert len(someone.texts()) == 1


def test_an_access_token_that_wechat_took_back_is_renewed(someone: Someone) -> None:
    someone.agrees(2)
    tell(someone.id, channels=["wechat"])
    send_due()
    token = {"grant_type": "client_credential", "force_refresh": True}
    partner = Partner(someone.world.base, "wechat-app-secret")
    body = {**token, "appid": partner.app_id, "secret": partner.key}
    someone.world.http.post("/cgi-bin/stable_token", json=body)
    tell(someone.id, channels=["wechat"])
    assert send_due().sent == 1
    assert len(someone.wechat_messages()) == 2
