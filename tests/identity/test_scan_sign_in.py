"""Signing in at a kiosk: the picture, the word on one's own phone, a short session without an office's rights."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from mashangban.identity import errors, service
from mashangban.identity.rules.vouching import vouch, vouched
from mashangban.identity.terms import KIOSK_LONGEST, SCAN_LIFE, VOUCHER_LIFE
from mashangban.kernel import clock, sessions, tokens
from mashangban.kernel.acts import system_act
from mashangban.kernel.permissions import Role, Scope
from tests.identity.conftest import Phone, new_mobile

LABEL = "西湖区政务服务中心，1 号自助机"


@dataclass
class Machine:
    """A kiosk that shows a picture."""

    phone: Phone
    asked: dict[str, Any]

    def look(self, secret: str = "") -> Any:
        body = {"code": self.asked["code"], "secret": secret or self.asked["secret"]}
        return self.phone.call("POST", "/sessions/scan", body)


@pytest.fixture
def machine(phone: Phone) -> Machine:
    asked = Phone(phone.partners).call("POST", "/scans", {"voucher": service.voucher(LABEL, clock.now())})
    assert asked.status == 201
    assert asked.body["link"].endswith(f"/j/s/{asked.body['code']}")
    return Machine(Phone(phone.partners), asked.body)


def test_a_kiosk_is_let_in_by_its_persons_phone_and_by_nobody_elses_secret(
    phone: Phone, machine: Machine
) -> None:
    me = phone.sign_in()
    scan = f"/scans/{machine.asked['code']}"
    assert phone.call("GET", scan).body["label"] == LABEL
    assert machine.look().code == "identity.scan.waiting"
    assert phone.call("POST", f"{scan}/confirmation").status == 204
    assert machine.look(secret="0" * 32).code == "identity.scan.over"
    entered = machine.look()
    assert (entered.status, entered.body["me"]["person_id"]) == (201, me["person_id"])
    assert machine.look().code == "identity.scan.over"
    listed = phone.call("GET", "/sessions").body["items"]
    assert [(one["method_label"], one["device"]) for one in listed if not one["current"]] == [
        ("自助机登录", LABEL)
    ]


def test_a_picture_is_let_in_once(phone: Phone, machine: Machine) -> None:
    phone.sign_in()
    confirm = f"/scans/{machine.asked['code']}/confirmation"
    assert phone.call("POST", confirm).status == 204
    assert phone.call("POST", confirm).code == "identity.scan.over"


def test_a_picture_that_is_too_old_lets_nobody_in(phone: Phone, machine: Machine) -> None:
    later = clock.now() + SCAN_LIFE
    with pytest.raises(errors.ScanOver):
        service.show_scan(machine.asked["code"], later)
    with pytest.raises(errors.ScanOver):
        service.sign_in_by_scan(machine.asked["code"], machine.asked["secret"], later)


def test_only_a_machine_that_we_vouch_for_shows_a_picture(phone: Phone) -> None:
    at = clock.now()
    ours = vouch(LABEL, at, VOUCHER_LIFE)
    assert vouched(ours, at) == LABEL
    assert vouched(ours, at + VOUCHER_LIFE) is None
    for forged in (ours[:-4] + "AAAA", "AAAA" + ours[4:], "x", "eHh8MjAyNg"):
        assert vouched(forged, at) is None
    assert (
        phone.call("POST", "/scans", {"voucher": "AAAA" + ours[4:]}).code == "identity.scan.unknown-machine"
    )


def test_at_a_kiosk_one_is_a_person_without_an_offices_rights_for_twenty_minutes(
    phone: Phone, machine: Machine
) -> None:
    me = phone.sign_in()
    order = service.GrantOrder(
        role=Role.COUNTY_OFFICER, scope=Scope.parse("region:330106"), person_id=me["person_id"]
    )
    service.grant(system_act("tests"), order)
    phone.refresh()
    phone.call("POST", f"/scans/{machine.asked['code']}/confirmation")
    entered = machine.look().body
    at = clock.now()
    held = sessions.read(tokens.read(entered["access_token"]).session_id, at)
    assert held is not None
    assert held.principal(at).grants == ()
    assert not held.ends_at - at > KIOSK_LONGEST


def test_a_code_by_text_message_at_a_kiosk_opens_a_short_session_too(phone: Phone) -> None:
    number = new_mobile()
    phone.call("POST", "/sms-codes", {"phone": number})
    body = {"phone": number, "code": phone.partners.code_sent_to(number), "shared": True}
    phone.tokens = phone.call("POST", "/sessions/sms", body).body
    (mine,) = phone.call("GET", "/sessions").body["items"]
    assert mine["method"] == "kiosk"
    assert clock.from_text(mine["ends_at"]) <= clock.now() + KIOSK_LONGEST + timedelta(seconds=1)
