"""The network is cut at every step of joining: nothing is lost, nothing happens twice."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from demo.people import Someone
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Phone
from tests.e2e.world import Caller, World
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
LOST = "网络断了"


@pytest.fixture(scope="module")
def code(world: World) -> str:
    return str(world.sites[2].team("钢筋班")["code"])


def _cut(phone: Phone) -> None:
    phone.context.set_offline(True)


def _mend(phone: Phone) -> None:
    phone.context.set_offline(False)


def _again(phone: Phone) -> None:
    """The network is back and the person taps the one button that is offered."""
    phone.sees(LOST)
    _mend(phone)
    phone.tap("再试一次")


def _lose_answer(phone: Phone, path: str) -> Callable[[], int]:
    """The next write on `path` reaches the service, its answer never reaches the phone; gives back its status."""
    arrived: list[int] = []

    def take(route: Route) -> None:
        if route.request.method == "GET" or arrived:
            route.continue_()
            return
        arrived.append(route.fetch().status)
        route.abort("connectionreset")

    phone.page.route(re.compile(path), take)
    return lambda: arrived[0] if arrived else 0


def _contracts(caller: Caller) -> int:
    return len(caller.get("/v1/workers/contracts").json()["items"])


def _at_the_form(phone: Phone, code: str) -> Phone:
    phone.open(f"/j/{code}")
    phone.tap("看明白了，我要登记")
    phone.arrives("workers/pages/apply")
    return phone


def _at_the_pad(new_phone: NewPhone, world: World, code: str) -> tuple[Phone, Caller]:
    """A worker who has read the contract and stands before the signature pad."""
    caller = world.verified(world.newcomer())
    phone = _at_the_form(new_phone(caller), code)
    phone.apply("钢筋工")
    phone.read_on()
    phone.to_signature()
    return phone, caller


# ------------------------------------------------------------------------------------- the cut comes first
def test_without_a_network_the_team_card_waits_for_it(new_phone: NewPhone, code: str) -> None:
    phone = new_phone().open(f"/j/{code}")
    phone.sees("谁雇您")
    phone.page.route("**/v1/workers/codes/*", lambda route: route.abort("internetdisconnected"))
    phone.page.reload()
    phone.sees(LOST)
    phone.page.unroute("**/v1/workers/codes/*")
    phone.tap("再试一次")
    phone.sees("谁雇您")


def test_a_page_that_was_never_loaded_comes_by_a_tap_when_the_network_is_back(
    new_phone: NewPhone, code: str
) -> None:
    phone = new_phone().open("/#/pages/about/index")
    phone.sees("几件要知道的事")
    _cut(phone)
    phone.page.evaluate(f"location.hash = '#/workers/pages/join/index?code={code}'")
    retry = phone.page.get_by_text("点击屏幕重试")
    expect(retry).to_be_visible()
    _mend(phone)
    retry.click()
    phone.sees("谁雇您")


def test_without_a_network_a_code_can_be_asked_for_again(new_phone: NewPhone, world: World) -> None:
    person = world.newcomer()
    phone = new_phone().open("/#/pages/sign-in/index")
    phone.write("手机号", person.phone)
    _cut(phone)
    phone.tap("发验证码")
    phone.sees(LOST)
    _mend(phone)
    phone.tap("发验证码")
    phone.sees("验证码已发到")
    phone.write("短信验证码", world.sms_code(person.phone))
    _cut(phone)
    phone.tap(re.compile("^登录$"))
    _again(phone)
    phone.sees("扫一扫")


def test_without_a_network_the_real_name_stays_in_the_form(new_phone: NewPhone, world: World) -> None:
    person = world.newcomer()
    phone = new_phone(world.caller(person.phone)).open("/#/pages/real-name/index")
    phone.sees("我同意用我的姓名")
    expect(phone.page.get_by_text("正在加载…")).to_have_count(0)
    _cut(phone)
    phone.prove_name(person)
    _again(phone)
    phone.sees("扫一扫")
    assert world.caller(person.phone).get("/v1/identity/me").json()["real_name"] == "verified"


def test_without_a_network_the_application_is_kept_and_sent_once(
    new_phone: NewPhone, world: World, code: str
) -> None:
    caller = world.verified(world.newcomer())
    phone = _at_the_form(new_phone(caller), code)
    phone.sees("钢筋工")
    _cut(phone)
    phone.apply("钢筋工")
    phone.sees("已保存在手机")
    _again(phone)
    phone.arrives("workers/pages/read")
    assert _contracts(caller) == 1


def test_without_a_network_the_signature_is_kept_and_sent_once(
    new_phone: NewPhone, world: World, code: str
) -> None:
    phone, _ = _at_the_pad(new_phone, world, code)
    phone.draw_name()
    _cut(phone)
    phone.tap("提交签名")
    phone.sees("已保存在手机")
    _again(phone)
    phone.sees("待单位盖章")


# ------------------------------------------------------------------------------- the answer is what is lost
def test_a_lost_answer_to_the_sign_in_leads_to_a_new_code(new_phone: NewPhone, world: World) -> None:
    """A code is good for one sign-in, answered or not; the person is told and may ask for the next."""
    person = world.newcomer()
    phone = new_phone().open("/#/pages/sign-in/index")
    arrived = _lose_answer(phone, "/v1/identity/sessions/sms")
    phone.sign_in(person.phone)
    _again(phone)
    phone.sees("验证码不对或已过期")
    phone.sees("或重新获取")
    expect(phone.button(re.compile("秒后再发|再发一次"))).to_be_visible()
    assert arrived() in (200, 201)


def test_a_lost_answer_to_the_real_name_is_proven_once(new_phone: NewPhone, world: World) -> None:
    person: Someone = world.newcomer()
    phone = new_phone(world.caller(person.phone)).open("/#/pages/real-name/index")
    arrived = _lose_answer(phone, "/v1/identity/real-name")
    phone.prove_name(person)
    _again(phone)
    phone.sees("扫一扫")
    assert arrived() in (200, 201)


def test_a_lost_answer_to_the_application_makes_one_contract(
    new_phone: NewPhone, world: World, code: str
) -> None:
    caller = world.verified(world.newcomer())
    phone = _at_the_form(new_phone(caller), code)
    arrived = _lose_answer(phone, "/v1/workers/contracts$")
    phone.apply("钢筋工")
    _again(phone)
    phone.arrives("workers/pages/read")
    assert arrived() == 201
    assert _contracts(caller) == 1


def test_a_lost_answer_to_the_signature_signs_once(new_phone: NewPhone, world: World, code: str) -> None:
    phone, caller = _at_the_pad(new_phone, world, code)
    contract_id = phone.contract_id
    arrived = _lose_answer(phone, "/signature$")
    phone.sign()
    _again(phone)
    phone.sees("待单位盖章")
    assert arrived() == 200
    log = caller.get(f"/v1/workers/contracts/{contract_id}/log").json()["items"]
    assert sum("签" in entry["label"] for entry in log) == 1


# -------------------------------------------------------------------------------- the page is closed meanwhile
def test_a_closed_page_finds_its_application_again_and_sends_it_once(
    new_phone: NewPhone, world: World, code: str
) -> None:
    caller = world.verified(world.newcomer())
    phone = _at_the_form(new_phone(caller), code)
    arrived = _lose_answer(phone, "/v1/workers/contracts$")
    phone.apply("钢筋工")
    phone.sees(LOST)
    phone.reopen()
    _at_the_form(phone, code)
    expect(phone.button("钢筋工", "radio")).to_have_attribute("aria-checked", "true")
    expect(phone.button("我已经参加过进场安全培训", "checkbox")).to_have_attribute("aria-checked", "true")
    phone.tap("下一步，看合同")
    phone.arrives("workers/pages/read")
    assert arrived() == 201
    assert _contracts(caller) == 1


def test_a_closed_page_finds_the_written_name_again(new_phone: NewPhone, world: World, code: str) -> None:
    phone, caller = _at_the_pad(new_phone, world, code)
    contract_id = phone.contract_id
    phone.draw_name()
    phone.sees("写的字已存在这台手机上")
    phone.reopen()
    phone.open(f"/#/workers/pages/sign/index?id={contract_id}")
    expect(phone.page.get_by_role("img", name="签名板，已写 7 笔")).to_be_visible()
    phone.tap("提交签名")
    phone.sees("待单位盖章")
    wait_for(
        lambda: caller.get(f"/v1/workers/contracts/{contract_id}").json()["state"] == "worker_signed",
        "the signature",
    )
