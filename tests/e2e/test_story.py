"""The main job on real input: from the poster on the fence to a contract that anyone can check."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests import wire
from tests.e2e import screen, tools
from tests.e2e.office import Offices
from tests.e2e.phone import Phone
from tests.e2e.world import Site, World
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
TEAM, TRADE = "钢筋班", "钢筋工"
MOST_TAPS = 6


@dataclass
class Story:
    """What happened, kept for the tests to look at."""

    site: Site
    phone: Phone
    link: str = ""
    heard: list[str] = field(default_factory=list)
    taps: int = 0
    contract: dict[str, Any] = field(default_factory=dict)
    reloaded: bool = True
    pdf: bytes = b""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("story")


@pytest.fixture(scope="module")
def story(browser: Browser, world: World, offices: Offices, folder: Path) -> Iterator[Story]:
    """A clerk prints the poster, a worker of 58 joins by it and signs, the operator confirms."""
    site = world.sites[1]  # the first site's workers have a month of wages of their own
    told = Story(site, Phone(browser, world))
    told.link = tools.printed_qr(_poster(browser, site), "/j/", folder)
    _join(told)
    _seal(told, offices)
    told.pdf = _file_on_the_phone(told.phone)
    yield told
    told.phone.close()
    assert told.phone.errors == []


def _poster(browser: Browser, site: Site) -> bytes:
    """The clerk orders the poster on the phone and opens it."""
    clerk = Phone(browser, site.world, memory=site.clerk.memory)
    clerk.open("/#/workers/pages/projects/index")
    clerk.tap(re.compile(site.name), "link")
    clerk.tap(re.compile(TEAM), "link")
    ordered = clerk.answer("/poster$", lambda: clerk.tap(re.compile("做告示牌"))).json()["document_id"]
    wait_for(lambda: site.clerk.get(f"/v1/documents/{ordered}/file").is_success, "the poster to be drawn")
    clerk.page.bring_to_front()  # the poster may have opened in a window of its own
    opened = clerk.answer(f"/{ordered}/file", lambda: clerk.tap(re.compile("打开告示牌")))
    poster = clerk.context.request.get(opened.json()["url"]).body()
    clerk.close()
    return bytes(poster)


def _join(told: Story) -> None:
    """The worker's side, in front of the poster."""
    phone, person = told.phone, told.site.world.newcomer(age=58)
    phone.open(told.link)
    for words in (TEAM, told.site.name, "杭州样例建筑劳务有限公司", "360", "劳资专管员"):
        phone.sees(words)
    screen.picture(phone.page, "team-card")
    phone.tap("看明白了，我要登记")
    phone.sign_in(person.phone)
    phone.prove_name(person)
    phone.arrives("workers/pages/apply")
    phone.taps = 0
    phone.apply(TRADE)
    phone.arrives("workers/pages/read")
    told.taps = phone.taps
    _listen(told)
    phone.to_signature()
    phone.draw_name()
    screen.picture(phone.page, "signature")
    phone.tap("提交签名")
    phone.sees("待单位盖章")
    screen.picture(phone.page, "signed")


def _listen(told: Story) -> None:
    """The contract in plain words, read aloud to its end."""
    phone = told.phone
    phone.sees("大白话")
    screen.picture(phone.page, "plain-words")
    phone.page.evaluate("window.__spoken = []")
    phone.tap("读给我听")
    expect(phone.button("看完了，去签字")).to_be_enabled()
    told.heard = phone.spoken()


def _seal(told: Story, offices: Offices) -> None:
    """The employer's operator confirms in the console; the worker's page turns by itself."""
    phone = told.phone
    phone.page.evaluate("window.__never_reloaded = true")
    desk = offices.desk("office")
    desk.countersign(phone.contract_id)
    screen.picture(desk.page, "console-contract")
    phone.sees("已生效")
    told.reloaded = phone.page.evaluate("window.__never_reloaded !== true")
    screen.picture(phone.page, "sealed")
    told.contract = _contract(told)
    desk.context.close()


def _contract(told: Story) -> dict[str, Any]:
    answer = told.site.clerk.get(f"/v1/workers/contracts/{told.phone.contract_id}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def _file_on_the_phone(phone: Phone) -> bytes:
    opened = phone.answer(r"/v1/documents/\w+/file", lambda: phone.tap(re.compile("盖章合同（PDF）"), "link"))
    return bytes(phone.context.request.get(opened.json()["url"]).body())


@pytest.fixture(scope="module")
def root_pem(world: World) -> str:
    return wire.get(world.url + "/v1/documents/authority").text


# ------------------------------------------------------------------------------------------- joining
def test_the_code_read_back_from_the_printed_poster_is_the_teams_own(story: Story) -> None:
    assert story.link == story.site.team(TEAM)["code_url"]


def test_from_real_name_to_the_application_it_takes_at_most_six_taps(story: Story) -> None:
    assert story.taps <= MOST_TAPS


def test_the_contract_is_read_aloud_part_by_part(story: Story) -> None:
    plain = [f"{part['heading']}。{part['text']}" for part in story.contract["plain"]]
    assert story.heard == plain
    assert len(plain) >= 5
    assert "360" in " ".join(plain)


def test_the_phone_shows_that_the_contract_is_in_force_without_a_reload(story: Story) -> None:
    assert not story.reloaded
    assert story.contract["state"] == "sealed"


# ------------------------------------------------------------------------------------------- the file
def test_worker_and_office_hold_the_same_file(story: Story, offices: Offices) -> None:
    desk = offices.desk("office")
    desk.open(f"/console/workers/contracts/{story.contract['id']}")
    link = desk.page.get_by_role("link", name="看合同文件").get_attribute("href")
    held = desk.fetch(str(link))
    desk.context.close()
    assert hashlib.sha256(held).hexdigest() == hashlib.sha256(story.pdf).hexdigest()
    assert hashlib.sha256(story.pdf).hexdigest() == story.contract["document"]["sealed_sha256"]


def test_pdfsig_finds_both_signatures_valid_and_trusted(story: Story, root_pem: str, tmp_path: Path) -> None:
    report = tools.pdfsig(story.pdf, root_pem, tmp_path)
    assert report.count("Signature is Valid") == 2
    assert report.count("Certificate is Trusted") == 2
    assert "Total document signed" in report


def test_mutool_and_qpdf_find_the_file_sound(story: Story, tmp_path: Path) -> None:
    (tmp_path / "contract.pdf").write_bytes(story.pdf)
    assert "The document is unchanged since signing" in tools.run(
        "mutool", "sign", "-v", "contract.pdf", folder=tmp_path
    )
    assert "No syntax or stream encoding errors" in tools.run(
        "qpdf", "--check", "contract.pdf", folder=tmp_path
    )


def test_openssl_verifies_both_signatures_over_the_bytes_they_cover(
    story: Story, root_pem: str, tmp_path: Path
) -> None:
    assert tools.openssl_cms(story.pdf, root_pem, tmp_path) == 2


# ---------------------------------------------------------------------------------------- verification
def _upload(phone: Phone, pdf: bytes, folder: Path) -> str:
    (folder / "given.pdf").write_bytes(pdf)
    phone.page.set_input_files("#file", str(folder / "given.pdf"))
    verdict = phone.page.locator("#upload-result .verdict h3")
    expect(verdict).to_be_visible()
    return verdict.inner_text()


def test_anyone_scans_the_printed_contract_and_learns_that_it_is_ours(
    story: Story, browser: Browser, world: World, tmp_path: Path
) -> None:
    stranger = Phone(browser, world).open(tools.printed_qr(story.pdf, "/verify/", tmp_path))
    stranger.sees("是本平台签发的简易劳动合同")
    stranger.sees(story.contract["number"])
    stranger.sees("杭州样例建筑劳务有限公司")
    screen.picture(stranger.page, "verify-code")
    stranger.close()


def test_an_uploaded_contract_is_told_unchanged_and_an_overlaid_one_is_refused(
    story: Story, browser: Browser, world: World, tmp_path: Path
) -> None:
    stranger = Phone(browser, world).open("/verify/")
    assert _upload(stranger, story.pdf, tmp_path) == "是真的，没有被改动"
    screen.picture(stranger.page, "verify-upload")
    stranger.open("/verify/")
    assert _upload(stranger, tools.overlaid(story.pdf), tmp_path) == "签章后被改动过"
    stranger.close()


# ------------------------------------------------------------------------------------------- oversight
def test_the_county_officer_finds_the_contract_in_the_list_and_on_the_board(
    story: Story, offices: Offices
) -> None:
    officer = offices.desk("xihu")
    officer.open("/console/workers/contracts?where=330106&state=sealed")
    officer.sees(story.contract["number"])
    screen.picture(officer.page, "console-contracts")
    officer.open("/console/workers?region=330106")
    officer.sees("生效合同")
    screen.picture(officer.page, "console-board")
    officer.page.get_by_text("看数字").first.click()
    officer.sees(story.site.name)
    officer.context.close()


def test_the_receipt_is_genuine_offline_and_a_forged_one_is_not(
    story: Story, world: World, tmp_path: Path
) -> None:
    phone = story.phone
    with phone.page.expect_download() as saved:
        phone.open(f"/#/workers/pages/log/index?id={story.contract['id']}")
        phone.tap("保存回执")
    receipt = Path(saved.value.path()).read_text("utf-8")
    pem = wire.get(world.url + "/v1/audit/keys").json()["pem"]
    report = tools.verify_receipt(receipt, pem, tmp_path)
    assert "genuine" in report
    forged = json.loads(receipt)
    forged["events"][-1]["at"] = "2026-01-01T00:00:00.000Z"
    assert "×" in tools.verify_receipt(json.dumps(forged), pem, tmp_path, status=1)
