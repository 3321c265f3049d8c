"""What must not go through is refused in words that a person understands, and leaves nothing behind."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from demo.people import Someone
from mashangban.identity.identifiers.citizen import check_character
from mashangban.kernel import clock
from tests import wire
from tests.e2e import tools
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Offices
from tests.e2e.phone import Phone
from tests.e2e.world import Caller, World
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
STEEL, POWER = "020", "130"
WITHOUT_GLYPH = "\U00020001"


def _application(code: str, trade: str = STEEL, **more: Any) -> dict[str, Any]:
    period = {"kind": "task", "start": clock.local_date(clock.now()).isoformat()}
    return {"code": code, "trade_code": trade, "period": period, "training_confirmed": True, **more}


def _apply(caller: Caller, code: str, **more: Any) -> httpx.Response:
    return caller.post("/v1/workers/contracts", _application(code, **more))


@pytest.fixture(scope="module")
def code(world: World) -> str:
    """The code of a team that nobody's test closes."""
    return str(world.sites[2].team("钢筋班")["code"])


def _at_the_form(phone: Phone, code: str) -> Phone:
    """A signed-in person's phone with the application open."""
    phone.open(f"/j/{code}")
    phone.tap("看明白了，我要登记")
    phone.arrives("workers/pages/apply")
    return phone


# ---------------------------------------------------------------------------------------- the person
def test_who_is_under_age_is_told_so_with_the_law(new_phone: NewPhone, world: World, code: str) -> None:
    caller = world.verified(world.newcomer(age=14))
    phone = _at_the_form(new_phone(caller), code)
    phone.apply("钢筋工")
    phone.sees("按规定您的年龄不能从事这项工作")
    phone.sees("没有建立合同")
    assert caller.get("/v1/workers/contracts").json()["items"] == []


def test_a_wrong_digit_in_the_id_number_is_found_before_anything_is_sent(
    new_phone: NewPhone, world: World
) -> None:
    person = world.newcomer()
    wrong = person.id_number[:-2] + str((int(person.id_number[-2]) + 1) % 10) + person.id_number[-1]
    phone = new_phone(world.caller(person.phone)).open("/#/pages/real-name/index")
    phone.prove_name(Someone(person.name, person.phone, wrong))
    phone.sees("号码对不上，可能有一位填错了")


def test_the_service_refuses_a_wrong_id_number_too(world: World) -> None:
    person = world.newcomer()
    wrong = person.id_number[:-1] + ("1" if person.id_number[-1] != "1" else "2")
    answer = _prove(world, Someone(person.name, person.phone, wrong))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "id_number"


def _prove(world: World, person: Someone) -> httpx.Response:
    consents = wire.get(world.url + "/v1/identity/consents").json()["items"]
    version = next(one["version"] for one in consents if one["purpose"] == "real-name")
    body = {"name": person.name, "id_number": person.id_number, "consent_version": version}
    return world.caller(person.phone).post("/v1/identity/real-name", body)


def test_a_name_that_is_not_the_numbers_owner_is_refused(new_phone: NewPhone, world: World) -> None:
    person = world.newcomer()
    planted = person.id_number[:14] + "409"
    phone = new_phone(world.caller(person.phone)).open("/#/pages/real-name/index")
    phone.prove_name(Someone(person.name, person.phone, planted + check_character(planted)))
    phone.sees("姓名与身份证号不一致")


def test_an_expired_certificate_is_refused_and_the_way_out_is_named(world: World) -> None:
    team = world.sites[1].team("水电安装班")
    expired = {
        "number": "浙A012020000001",
        "valid_until": (world.today - timedelta(days=1)).isoformat(),
    }
    caller = world.verified(world.newcomer(age=40))
    answer = _apply(caller, team["code"], trade=POWER, certificate=expired)
    assert answer.status_code == 409
    assert answer.json()["title"] == "您的特种作业证已经过期"
    assert "发证机关" in answer.json()["next"]


def test_a_special_trade_asks_for_its_certificate_on_the_phone(new_phone: NewPhone, world: World) -> None:
    team = world.sites[1].team("水电安装班")
    phone = _at_the_form(new_phone(world.verified(world.newcomer(age=40))), team["code"])
    phone.apply("建筑电工")
    phone.sees("请照着证填编号")


def test_a_name_with_a_character_no_font_has_stops_with_the_reason(
    new_phone: NewPhone, world: World, code: str
) -> None:
    person = world.newcomer()
    caller = world.verified(Someone(f"王{WITHOUT_GLYPH}", person.phone, person.id_number))
    contract_id = _apply(caller, code).json()["id"]
    phone = new_phone(caller).open(f"/#/workers/pages/contract/index?id={contract_id}")
    phone.sees("字库里没有这些字")
    phone.sees("没办成")


# -------------------------------------------------------------------------------------- the contract
def test_a_second_open_contract_at_the_same_project_is_refused(
    new_phone: NewPhone, world: World, code: str
) -> None:
    caller = world.verified(world.newcomer())
    assert _apply(caller, code).status_code == 201
    other = world.sites[2].team("砌筑抹灰班")["code"]
    phone = _at_the_form(new_phone(caller), other)
    phone.apply("砌筑工")
    phone.sees("您在这个项目已经有一份合同")
    phone.sees("原来的合同不受影响")
    assert len(caller.get("/v1/workers/contracts").json()["items"]) == 1


def test_a_double_tap_makes_one_contract(new_phone: NewPhone, world: World, code: str) -> None:
    caller = world.verified(world.newcomer())
    phone = _at_the_form(new_phone(caller), code)
    phone.tap("钢筋工", "radio")
    phone.tap("我已经参加过进场安全培训", "checkbox")
    phone.button("下一步，看合同").dblclick()
    phone.arrives("workers/pages/read")
    assert len(caller.get("/v1/workers/contracts").json()["items"]) == 1


def test_the_same_application_at_the_same_moment_is_one_contract(world: World, code: str) -> None:
    caller, key = world.verified(world.newcomer()), secrets.token_hex(16)
    body = _application(code)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: caller.post("/v1/workers/contracts", body, key), range(4)))
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert len(made) == 1
    assert {answer.status_code for answer in answers} <= {201, 409, 503}
    assert len(caller.get("/v1/workers/contracts").json()["items"]) == 1


# ------------------------------------------------------------------------------------------ the code
@pytest.mark.parametrize("place", [0, 5, -1])
def test_an_altered_code_is_not_ours(new_phone: NewPhone, code: str, place: int) -> None:
    letters = list(code)
    letters[place] = "A" if letters[place] != "A" else "B"
    phone = new_phone().open(f"/j/{''.join(letters)}")
    phone.sees("这个码无效")


def test_a_code_of_another_purpose_does_not_open_a_team(new_phone: NewPhone, sealed: "Sealed") -> None:
    verification = sealed.view["document"]["verify_url"].rpartition("/")[2]
    new_phone().open(f"/j/{verification}").sees("这个码无效")


def test_a_revoked_code_says_that_there_is_a_new_one(new_phone: NewPhone, world: World) -> None:
    site = world.sites[3]
    old = site.team("砌筑抹灰班")
    assert site.clerk.post(f"/v1/workers/teams/{old['id']}/code").is_success
    new_phone().open(f"/j/{old['code']}").sees("这个班组码已经换新")
    new_phone().open(f"/j/{site.team('砌筑抹灰班')['code']}").sees("谁雇您")


def test_a_text_message_code_is_good_for_one_sign_in(world: World) -> None:
    person = world.newcomer()
    world.caller(person.phone)
    again = wire.post(
        world.url + "/v1/identity/sessions/sms",
        json={"phone": person.phone, "code": world.sms_code(person.phone)},
        headers={"Idempotency-Key": secrets.token_hex(16)},
    )
    assert again.status_code == 422
    assert again.json()["title"] == "验证码不对或已过期"


# ---------------------------------------------------------------------------------------- the offices
class Sealed:
    """A contract in force, with its worker and file."""

    def __init__(self, caller: Caller, contract_id: str) -> None:
        self.caller = caller
        self.view: dict[str, Any] = caller.get(f"/v1/workers/contracts/{contract_id}").json()
        link = caller.get(f"/v1/documents/{self.view['document']['document_id']}/file").json()["url"]
        self.pdf = wire.get(link).content
        self.receipt = caller.get(f"/v1/workers/contracts/{contract_id}/receipt")


@pytest.fixture(scope="module")
def sealed(world: World, offices: Offices, code: str) -> Sealed:
    caller = world.verified(world.newcomer())
    contract_id = _apply(caller, code).json()["id"]
    path = f"/v1/workers/contracts/{contract_id}"
    wait_for(lambda: caller.get(path).json()["document"]["sha256"], "the text to be typeset")
    assert caller.post(f"{path}/signature", _signature(caller.get(path).json())).is_success
    desk = offices.desk("office")
    desk.countersign(contract_id)
    desk.context.close()
    wait_for(lambda: caller.get(path).json()["state"] == "sealed", "the seal")
    wait_for(lambda: caller.get(f"{path}/receipt").is_success, "the receipt")
    return Sealed(caller, contract_id)


def _signature(view: dict[str, Any]) -> dict[str, Any]:
    chance = Random(7)
    strokes = [
        [[40 + 90 * n + chance.uniform(0, 30), 20 + 7 * k, 300 * n + 11 * k] for k in range(16)]
        for n in range(3)
    ]
    return {
        "document_sha256": view["document"]["sha256"],
        "strokes": strokes,
        "width": 340,
        "height": 180,
        "consent_version": "sign-2026-11",
        "read_aloud": False,
    }


def test_the_clerk_of_another_project_finds_nothing(
    new_phone: NewPhone, world: World, sealed: Sealed
) -> None:
    stranger = world.sites[1].clerk
    answer = stranger.get(f"/v1/workers/contracts/{sealed.view['id']}")
    assert (answer.status_code, answer.json()["title"]) == (404, "没有找到您要的内容")
    assert stranger.get(f"/v1/workers/projects/{world.sites[2].id}").status_code == 404
    phone = new_phone(stranger).open(f"/#/workers/pages/review/index?id={sealed.view['id']}")
    phone.sees("没有找到您要的内容")


def test_the_officer_of_another_county_finds_nothing(
    new_phone: NewPhone, offices: Offices, sealed: Sealed
) -> None:
    desk = offices.desk("haishu")
    desk.open(f"/console/workers/contracts/{sealed.view['id']}")
    assert desk.status == 404
    desk.sees("没有找到您要的内容")
    desk.open("/console/workers/contracts?where=330110&state=sealed")
    expect(desk.page.get_by_text(sealed.view["number"])).to_have_count(0)
    desk.open(f"/console/documents/{sealed.view['document']['document_id']}/file")
    assert desk.status == 404
    desk.context.close()


@pytest.mark.parametrize("change", [tools.flipped, tools.overlaid], ids=["flipped", "overlaid"])
def test_an_altered_file_is_told_as_altered(
    new_phone: NewPhone, sealed: Sealed, change: Any, tmp_path: Path
) -> None:
    (tmp_path / "given.pdf").write_bytes(change(sealed.pdf))
    page = new_phone().open("/verify/").page
    page.set_input_files("#file", str(tmp_path / "given.pdf"))
    expect(page.locator("#upload-result .verdict h3")).to_have_text("签章后被改动过")


def test_a_forged_receipt_is_not_genuine(world: World, sealed: Sealed) -> None:
    receipt = sealed.receipt.json()
    assert _verify(world, receipt)["genuine"] is True
    receipt["events"][0]["actor"] = secrets.token_hex(8)
    assert _verify(world, receipt)["genuine"] is False


def _verify(world: World, receipt: dict[str, Any]) -> dict[str, Any]:
    answer = wire.post(world.url + "/v1/audit/verifications", json=receipt)
    return dict(answer.json())


def test_nobody_signs_for_another(world: World, sealed: Sealed, code: str) -> None:
    owner, thief = world.verified(world.newcomer()), world.verified(world.newcomer())
    path = f"/v1/workers/contracts/{_apply(owner, code).json()['id']}"
    wait_for(lambda: owner.get(path).json()["document"]["sha256"], "the text to be typeset")
    answer = thief.post(f"{path}/signature", _signature(owner.get(path).json()))
    assert answer.status_code in (403, 404)
    assert owner.get(path).json()["state"] == "offered"
