"""Roles given and taken back, on the real engine."""

import secrets
import threading
from datetime import timedelta
from typing import Any

import pytest

from mashangban.identity import listeners, service
from mashangban.identity.errors import MayNotGrant
from mashangban.identity.service import GrantOrder
from mashangban.identity.service.reading import until_settled
from mashangban.kernel import acts, clock, history, sessions
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import TokenExpired
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place, Role, Scope
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.streams import Delivery
from tests.identity.conftest import Answer, Phone, new_mobile


def appoint(person_id: str, role: Role, scope: str, **more: Any) -> str:
    order = GrantOrder(role=role, scope=Scope.parse(scope), person_id=person_id, **more)
    return service.grant(acts.system_act("test"), order).grant_id


def officer(phone: Phone, role: Role, scope: str) -> dict[str, Any]:
    me = phone.sign_in()
    appoint(me["person_id"], role, scope)
    assert phone.refresh().status == 201
    return me


def give(giver: Phone, **body: Any) -> Answer:
    return giver.call("POST", "/grants", body)


def caller(phone: Phone) -> Any:
    return sessions.from_bearer(f"Bearer {phone.tokens['access_token']}", clock.now())


def test_a_role_acts_with_the_next_token_and_goes_at_once(phone: Phone) -> None:
    admin = officer(phone, Role.PROVINCE_OFFICER, "region:33")
    other = Phone(phone.partners)
    me = other.sign_in()
    given = give(
        phone, person_id=me["person_id"], role="city_officer", scope="region:3301", scope_label="杭州市"
    )
    assert given.status == 201
    assert given.body["granted_by"] == admin["person_id"]
    assert other.call("GET", "/me").code == "auth.token-expired"
    assert other.refresh().body["me"]["roles"] == [
        {"role": "city_officer", "role_label": "市级监管", "scope": "region:3301", "scope_label": "杭州市"}
    ]
    assert phone.call("DELETE", f"/grants/{given.body['grant_id']}").status == 204
    with pytest.raises(TokenExpired):
        caller(other)
    assert other.refresh().body["me"]["roles"] == []
    assert caller(other).grants == ()
    chain = history.of(IDENTITY, Subject("person", me["person_id"]))
    assert [one.type for one in chain][-2:] == ["identity.role.granted", "identity.role.revoked"]
    assert chain[-1].role == "province_officer"


def test_a_role_waits_for_a_phone_that_never_came_yet(phone: Phone) -> None:
    officer(phone, Role.PROVINCE_OFFICER, "region:33")
    number = new_mobile()
    assert give(phone, phone=number, role="county_officer", scope="region:330106").status == 201
    newcomer = Phone(phone.partners)
    assert [one["role"] for one in newcomer.sign_in(number)["roles"]] == ["county_officer"]


def test_the_same_role_given_again_stays_one(phone: Phone) -> None:
    officer(phone, Role.PROVINCE_OFFICER, "region:33")
    number = new_mobile()
    first, second = (
        give(phone, phone=number, role="county_officer", scope="region:330106") for _ in range(2)
    )
    assert first.body["grant_id"] == second.body["grant_id"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"role": "province_officer", "scope": "region:33"}, 403, "identity.may-not-grant"),
        ({"role": "county_officer", "scope": "region:320106"}, 403, "identity.may-not-grant"),
        ({"role": "platform_admin", "scope": "*"}, 403, "identity.may-not-grant"),
        ({"role": "county_officer", "scope": "region:33"}, 422, "identity.wrong-scope"),
        ({"role": "system", "scope": "*"}, 422, "identity.wrong-scope"),
        ({"role": "person", "scope": "*"}, 422, "identity.wrong-scope"),
        ({"role": "emperor", "scope": "*"}, 422, "input.invalid"),
        ({"role": "county_officer", "scope": "region:"}, 422, "input.invalid"),
    ],
)
def test_what_may_not_be_given_is_refused(phone: Phone, body: dict[str, str], status: int, code: str) -> None:
    officer(phone, Role.PROVINCE_OFFICER, "region:33")
    answer = give(phone, phone=new_mobile(), **body)
    assert (answer.status, answer.code) == (status, code)


def test_a_worker_without_a_role_gives_none(phone: Phone) -> None:
    phone.sign_in()
    answer = give(phone, phone=new_mobile(), role="foreman", scope="project:p")
    assert (answer.status, answer.code) == (403, "auth.forbidden")
    assert phone.call("GET", "/grants", scope="region:33").status == 403


def test_nobody_takes_back_what_they_could_not_give(phone: Phone) -> None:
    officer(phone, Role.CITY_OFFICER, "region:3301")
    grant_id = appoint(Phone(phone.partners).sign_in()["person_id"], Role.COUNTY_OFFICER, "region:330203")
    assert phone.call("DELETE", f"/grants/{grant_id}").code == "identity.may-not-grant"
    assert phone.call("DELETE", "/grants/nobody-nothing").status == 404


def test_anyone_may_give_up_a_role_of_their_own_once(phone: Phone) -> None:
    me = phone.sign_in()
    grant_id = appoint(me["person_id"], Role.FOREMAN, "project:p")
    phone.refresh()
    assert phone.call("DELETE", f"/grants/{grant_id}").status == 204
    phone.refresh()
    assert phone.call("DELETE", f"/grants/{grant_id}").code == "identity.grant-ended"


def test_a_list_shows_who_holds_roles_at_a_scope(phone: Phone) -> None:
    county = f"33{secrets.randbelow(10**4):04d}"
    officer(phone, Role.PROVINCE_OFFICER, "region:33")
    numbers = [new_mobile() for _ in range(3)]
    ids = [
        give(phone, phone=one, role="county_officer", scope=f"region:{county}").body["grant_id"]
        for one in numbers
    ]
    phone.call("DELETE", f"/grants/{ids[0]}")
    first = phone.call("GET", "/grants", scope=f"region:{county}", limit="1").body
    second = phone.call("GET", "/grants", scope=f"region:{county}", cursor=first["next_cursor"]).body
    shown = first["items"] + second["items"]
    assert {one["grant_id"] for one in shown} == set(ids[1:])
    assert {one["phone_masked"][-4:] for one in shown} == {one[-4:] for one in numbers[1:]}
    assert not any(one in str(shown) for one in numbers)
    assert phone.call("GET", "/grants", scope="region:320106").code == "identity.may-not-grant"


def test_an_authority_ends_by_itself(phone: Phone) -> None:
    me = phone.sign_in()
    end = clock.now() + timedelta(minutes=1)
    appoint(me["person_id"], Role.OPERATOR, "org:a", valid_to=end)
    phone.refresh()
    session = sessions.read(caller(phone).session_id, clock.now())
    assert session is not None
    assert [one.role for one in session.principal(end - timedelta(milliseconds=1)).grants] == [Role.OPERATOR]
    assert session.principal(end).grants == ()


def test_an_officer_names_an_enterprise_administrator_where_the_caller_knows_the_place(phone: Phone) -> None:
    officer(phone, Role.COUNTY_OFFICER, "region:330106")
    act = Act(caller(phone), clock.now())
    order = GrantOrder(role=Role.ENTERPRISE_ADMIN, scope=Scope.parse("org:a"), phone=new_mobile())
    assert service.grant(act, order, Place(region="330106")).scope == "org:a"
    assert (
        give(phone, phone=new_mobile(), role="enterprise_admin", scope="org:a").code
        == "identity.may-not-grant"
    )


def test_an_officer_takes_back_only_where_the_grant_itself_lies(phone: Phone) -> None:
    officer(phone, Role.COUNTY_OFFICER, "region:330106")
    act = Act(caller(phone), clock.now())
    elsewhere = appoint(Phone(phone.partners).sign_in()["person_id"], Role.ENTERPRISE_ADMIN, "org:elsewhere")
    regions = {"here": "330106", "elsewhere": "330203"}

    def place_of(scope: Scope) -> Place:
        return Place(region=regions[scope.value])

    with pytest.raises(MayNotGrant):
        service.revoke(act, elsewhere, place_of)
    here = appoint(Phone(phone.partners).sign_in()["person_id"], Role.ENTERPRISE_ADMIN, "org:here")
    with pytest.raises(MayNotGrant):
        service.revoke(act, here)
    service.revoke(act, here, place_of)


def test_signing_in_while_a_role_is_taken_back_never_keeps_the_role(phone: Phone) -> None:
    device = new_mobile()
    first = service.sign_in_by_wechat(
        phone.partners.wechat_code(device), service.Origin("198.51.100.10"), clock.now()
    )
    person_id = first.me.person_id
    for _ in range(5):
        grant_id = appoint(person_id, Role.FOREMAN, "project:p")
        opened: list[str] = []
        code = phone.partners.wechat_code(device)

        def enter(code: str = code, opened: list[str] = opened) -> None:
            tokens = service.sign_in_by_wechat(code, service.Origin("198.51.100.10"), clock.now())
            opened.append(tokens.refresh_token.partition(".")[0])

        def revoke(grant_id: str = grant_id) -> None:
            until_settled(lambda: service.revoke(acts.system_act("test"), grant_id))

        threads = [threading.Thread(target=enter), threading.Thread(target=revoke)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        session = sessions.read(opened[0], clock.now())
        assert session is not None
        assert session.grants == ()
        assert service.grants_of(person_id, clock.now()) == []


def deliver(kind: str, body: dict[str, Any]) -> Delivery:
    return Delivery("e#0", kind, body, "workers", Subject("team", "t"), 1, clock.now())


def test_another_room_gives_and_takes_roles_by_message_however_often_it_comes(phone: Phone) -> None:
    number = new_mobile()
    message = deliver(
        "identity.grant", {"role": "foreman", "scope": "project:p", "phone": number, "label": "三班"}
    )
    for _ in range(2):
        listeners.on_message(message)
    me = phone.sign_in(number)
    assert [one["scope_label"] for one in me["roles"]] == ["三班"]
    back = deliver("identity.revoke", {"role": "foreman", "scope": "project:p", "person_id": me["person_id"]})
    for _ in range(2):
        listeners.on_message(back)
    assert phone.refresh().body["me"]["roles"] == []


def test_other_rooms_find_who_holds_a_role_somewhere(phone: Phone) -> None:
    project = f"project:{secrets.token_hex(6)}"
    clerk, foreman = (Phone(phone.partners).sign_in()["person_id"] for _ in range(2))
    appoint(clerk, Role.LABOUR_CLERK, project)
    appoint(foreman, Role.FOREMAN, project)
    assert service.holders(Role.LABOUR_CLERK, Scope.parse(project), clock.now()) == [clerk]
    assert [one.role for one in service.grants_of(foreman, clock.now())] == [Role.FOREMAN]
