"""Whatever is sent, the answer is a clear refusal and never a crash."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mashangban.identity import service
from mashangban.identity.service import GrantOrder
from mashangban.kernel import acts
from mashangban.kernel.permissions import Role, Scope
from tests.identity.conftest import Phone

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=80),
    st.lists(st.integers(), max_size=3),
    st.sampled_from(["'; DROP", "\u0000", "\u202e", "A" * 5000, "139000000011", "=1+1", "../../x", "١٣٩"]),
)
DOORS: list[tuple[str, tuple[str, ...]]] = [
    ("/sms-codes", ("phone",)),
    ("/sessions/sms", ("phone", "code")),
    ("/sessions/wechat", ("code",)),
    ("/sessions/staff", ("username", "password", "totp")),
    ("/sessions/refresh", ("refresh_token",)),
]


@pytest.mark.parametrize(("path", "fields"), DOORS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_odd_values_at_a_public_door_are_refused(
    phone: Phone, path: str, fields: tuple[str, ...], data: st.DataObject
) -> None:
    body = {field: data.draw(ODD, label=field) for field in fields}
    answer = phone.call("POST", path, body)
    assert 400 <= answer.status < 500, (body, answer)
    assert answer.body["title"]


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", '{"phone": 1}', '{"phone":"13900000001","x":1}', '"\\ud800"']
)
def test_a_body_of_another_shape_is_refused(phone: Phone, body: str) -> None:
    answer = phone.call("POST", "/sms-codes", body)
    assert answer.status in {400, 422}


@pytest.mark.parametrize("odd", ["x", "%2e%2e", "A" * 3000, "é", "-", "0" * 26 + "-" + "0" * 26])
def test_odd_ids_in_a_path_find_nothing(phone: Phone, odd: str) -> None:
    phone.sign_in()
    assert phone.call("DELETE", f"/grants/{odd}").status == 404
    assert phone.call("DELETE", f"/me/consents/{odd}").status == 404


@pytest.mark.parametrize("cursor", ["x", "AAAA", "é", "{}", "=" * 50])
def test_a_cursor_of_another_list_is_refused(phone: Phone, cursor: str) -> None:
    me = phone.sign_in()
    order = GrantOrder(role=Role.PROVINCE_OFFICER, scope=Scope.parse("region:33"), person_id=me["person_id"])
    service.grant(acts.system_act("test"), order)
    phone.refresh()
    assert phone.call("GET", "/grants", scope="region:33", cursor=cursor).status == 400
