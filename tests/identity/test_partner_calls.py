"""The one way to speak to a partner."""

import pytest

from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner, PartnerRefusal
from tests.identity.conftest import Partners, new_mobile


def sms(partners: Partners) -> Partner:
    return Partner(partners.base, "sms-api-key")


def message(**change: str) -> dict[str, str]:
    return {"message_id": new_mobile(), "phone": "13900000001", "text": "【码上办】测试"} | change


def test_a_signed_call_is_let_in(partners: Partners) -> None:
    assert sms(partners).post_signed("/sms/messages", message())["state"] == "accepted"


def test_a_wrong_key_is_ours_to_mend_and_no_answer_to_what_was_asked(
    partners: Partners, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(PartnerUnavailable):
        Partner(partners.base, "identity-verifier-key").post_signed("/sms/messages", message())
    assert "does not let us in: signature_invalid" in caplog.text


@pytest.mark.parametrize("clock_s", [600, -600])
def test_a_partner_whose_clock_is_off_is_silent_until_it_is_right_again(
    partners: Partners, clock_s: int, caplog: pytest.LogCaptureFixture
) -> None:
    partners.fault("sms", clock_s=clock_s, times=1)
    asked = message()
    with pytest.raises(PartnerUnavailable):
        sms(partners).post_signed("/sms/messages", asked)
    assert "does not let us in: clock_skewed" in caplog.text
    assert sms(partners).post_signed("/sms/messages", asked)["state"] == "accepted"


def test_a_no_to_what_was_asked_carries_the_partners_word(partners: Partners) -> None:
    with pytest.raises(PartnerRefusal, match="phone_invalid") as refused:
        sms(partners).post_signed("/sms/messages", message(phone="12"))
    assert 400 <= refused.value.status < 500


def test_an_app_id_in_the_address_is_used(partners: Partners) -> None:
    named = partners.base.replace("http://", "http://someone@")
    assert Partner(named, "sms-api-key").app_id == "someone"
    with pytest.raises(PartnerUnavailable):
        Partner(named, "sms-api-key").post_signed("/sms/messages", message())


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 429}, {"drop_after_success": True}])
def test_trouble_at_the_partner_is_unavailability(partners: Partners, fault: dict[str, object]) -> None:
    partners.fault("sms", times=1, **fault)
    with pytest.raises(PartnerUnavailable):
        sms(partners).post_signed("/sms/messages", message())


def test_a_message_repeated_after_a_lost_answer_arrives_once(partners: Partners) -> None:
    repeated = message(phone=new_mobile())
    partners.fault("sms", drop_after_success=True, times=1)
    with pytest.raises(PartnerUnavailable):
        sms(partners).post_signed("/sms/messages", repeated)
    sms(partners).post_signed("/sms/messages", repeated)
    found = partners.http.get("/sms/messages", params={"phone": repeated["phone"]}).json()["items"]
    assert len(found) == 1


@pytest.mark.parametrize("url", [None, "", "http://127.0.0.1:9", "not an address"])
def test_nobody_there_is_unavailability(partners: Partners, url: str | None) -> None:
    with pytest.raises(PartnerUnavailable):
        Partner(url, "sms-api-key").post_signed("/sms/messages", message())


def test_what_is_no_json_is_unavailability(partners: Partners) -> None:
    with pytest.raises(PartnerUnavailable):
        sms(partners).request("GET", "/")
