"""What each partner answers."""

from pathlib import Path

import httpx
import pytest

from sandbox.keys import SECRET_NAMES, read_keys
from tests.sandbox.conftest import Client

WECHAT = read_keys(None)["wechat"]


def code_to_session(client: Client, code: str, secret: str = WECHAT.secret) -> httpx.Response:
    asked = {"appid": WECHAT.app_id, "secret": secret, "js_code": code, "grant_type": "authorization_code"}
    return client.http.get("/sns/jscode2session", params=asked)


def mint(client: Client, device: str = "worker-1") -> dict[str, str]:
    minted: dict[str, str] = client.http.post("/wechat/codes", json={"device": device}).json()
    return minted


def access_token(client: Client) -> str:
    body = {"grant_type": "client_credential", "appid": WECHAT.app_id, "secret": WECHAT.secret}
    return str(client.http.post("/cgi-bin/stable_token", json=body).json()["access_token"])


def test_a_login_code_gives_the_same_person_each_time_and_works_once(client: Client) -> None:
    first, second = mint(client), mint(client)
    session = code_to_session(client, first["code"]).json()
    assert session["openid"] == first["openid"] == second["openid"]
    assert set(session) == {"openid", "session_key", "unionid"}
    assert code_to_session(client, first["code"]).json()["errcode"] == 40163
    assert code_to_session(client, second["code"]).json()["openid"] == first["openid"]


def test_wechat_errors_come_with_status_200_as_the_real_ones(client: Client) -> None:
    unknown = code_to_session(client, "nonsense")
    assert (unknown.status_code, unknown.json()["errcode"]) == (200, 40029)
    assert code_to_session(client, mint(client)["code"], secret="wrong").json()["errcode"] == 40125


def test_the_stable_token_stays_the_same_until_forced(client: Client) -> None:
    first = access_token(client)
    assert access_token(client) == first
    body = {"grant_type": "client_credential", "appid": WECHAT.app_id, "secret": WECHAT.secret}
    forced = client.http.post("/cgi-bin/stable_token", json=body | {"force_refresh": True}).json()
    assert forced["access_token"] != first
    assert forced["expires_in"] > 7000


def test_a_subscribe_message_uses_up_one_consent(client: Client) -> None:
    openid = mint(client)["openid"]
    client.http.post(f"/wechat/users/{openid}/consents", json={"sealed": 1})
    path = f"/cgi-bin/message/subscribe/send?access_token={access_token(client)}"
    message = {"touser": openid, "template_id": "sealed", "data": {"thing1": {"value": "合同已盖章"}}}
    assert client.http.post(path, json=message).json()["errcode"] == 0
    assert client.http.post(path, json=message).json()["errcode"] == 43101
    items = client.http.get("/wechat/messages", params={"openid": openid}).json()["items"]
    assert [one["data"]["thing1"]["value"] for one in items] == ["合同已盖章"]


@pytest.mark.parametrize(
    ("change", "errcode"),
    [({"touser": "nobody"}, 40003), ({"template_id": ""}, 40037), ({"data": {"thing1": "flat"}}, 47003)],
)
def test_a_malformed_subscribe_message_is_refused(
    client: Client, change: dict[str, object], errcode: int
) -> None:
    openid = mint(client)["openid"]
    path = f"/cgi-bin/message/subscribe/send?access_token={access_token(client)}"
    message = {"touser": openid, "template_id": "sealed", "data": {"thing1": {"value": "x"}}} | change
    assert client.http.post(path, json=message).json()["errcode"] == errcode


def test_a_stale_access_token_is_refused(client: Client) -> None:
    answer = client.http.post("/cgi-bin/message/subscribe/send?access_token=old", json={"touser": "x"})
    assert answer.json()["errcode"] == 40001


def test_a_text_message_arrives_once_however_often_it_is_sent(client: Client) -> None:
    for _ in range(3):
        assert client.send_sms(message_id="m1").status_code == 202
    client.send_sms("13900000002")
    found = client.http.get("/sms/messages", params={"phone": "13900000001"}).json()["items"]
    assert [one["text"] for one in found] == ["【码上办】验证码 123456"]
    assert "验证码 123456" in client.http.get("/sms/", params={"phone": "13900000001"}).text


def test_a_message_id_cannot_carry_another_text(client: Client) -> None:
    client.send_sms(message_id="m1")
    assert client.send_sms(message_id="m1", text="另一条").status_code == 422


def test_a_wrong_phone_is_refused(client: Client) -> None:
    assert client.send_sms("12345").json()["code"] == "phone_invalid"


def verify(client: Client, name: str, number: str) -> httpx.Response:
    return client.signed("identity", "/identity/verifications", {"name": name, "id_number": number})


def test_a_number_belongs_to_the_first_name_it_was_asked_with(client: Client) -> None:
    assert verify(client, "王小明", "11010519491231002X").json()["result"] == "match"
    assert verify(client, "李四", "11010519491231002X").json()["result"] == "mismatch"
    assert verify(client, "王小明", "11010519491231002x").json()["result"] == "match"


def test_an_entered_person_answers_to_that_name_only(client: Client) -> None:
    client.http.put("/identity/persons/11010519491231002X", json={"name": "赵六"})
    assert verify(client, "王小明", "11010519491231002X").json()["result"] == "mismatch"


@pytest.mark.parametrize(
    ("number", "status", "answer"),
    [
        ("330106199003074040", 200, "not_found"),
        ("330106199003074091", 200, "mismatch"),
        ("330106199003075036", 503, "source_unavailable"),
        ("110105194912310021", 400, "id_number_invalid"),
    ],
)
def test_planted_numbers_show_the_other_answers(
    client: Client, number: str, status: int, answer: str
) -> None:
    if status != 400:
        number = number[:17] + check_character(number)
    given = verify(client, "王小明", number)
    assert given.status_code == status
    assert answer in (given.json().get("result"), given.json().get("code"))


def check_character(number: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(number[:17], weights, strict=True)) % 11]


def test_the_keys_are_those_of_the_platform(tmp_path: Path) -> None:
    for name in SECRET_NAMES.values():
        (tmp_path / name).write_text(f"the {name}\n")
    assert read_keys(tmp_path)["sms"].secret == "the sms-api-key"
