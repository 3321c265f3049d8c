"""Parts of the running product are killed in the middle of the story; it ends as if nothing had happened."""

import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Error, Locator, expect

from tests import wire
from tests.e2e import screen, tools
from tests.e2e.office import Offices
from tests.e2e.phone import Phone
from tests.e2e.world import World
from tests.processes import alive, family, kill
from tests.stack import LocalStack, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]
PATIENCE = 120.0  # seconds; on a busy machine a part takes a while to come back


@pytest.fixture
def own(ground: Path, tmp_path: Path) -> Iterator[World]:
    """A product of this test's own, to be maltreated."""
    with LocalStack(shutil.copytree(ground, tmp_path / "data"), DEMO="1") as stack:
        yield World(stack)


def _insist(phone: Phone, done: Locator) -> None:
    """Taps 再试一次 as long as it is offered, with a breath between, as a patient person does."""
    retry, until = phone.button("再试一次"), time.monotonic() + PATIENCE
    while time.monotonic() < until:
        expect(done.or_(retry).first).to_be_visible()
        if done.is_visible():
            return
        with suppress(Error):
            retry.click(timeout=1000)
        phone.page.wait_for_timeout(500)
    raise AssertionError(f"never came to an end: {phone.page.url}")


def _shown(phone: Phone, text: str) -> Locator:
    return screen.shown(phone.page, text)


def _stack(world: World) -> LocalStack:
    assert isinstance(world.stack, LocalStack)
    return world.stack


def _join_while_parts_die(phone: Phone, link: str) -> None:
    """From the poster to the worker's signature; before each step something is killed."""
    world, stack = phone.world, _stack(phone.world)
    person = world.newcomer()
    phone.open(link)
    phone.tap("看明白了，我要登记")
    kill(stack, "sandbox")
    wait_for(lambda: stack.health()["status"] == "ok", "the text messages to go out again")
    phone.sign_in(person.phone)
    phone.prove_name(person)
    phone.arrives("workers/pages/apply")
    expect(_shown(phone, "钢筋工")).to_be_visible()
    kill(stack, "engine")
    phone.apply("钢筋工")
    kill(stack, "streams")
    _insist(phone, _shown(phone, "大白话"))
    kill(stack, "objects")
    phone.read_on()
    phone.to_signature()
    phone.draw_name()
    kill(stack, "web")
    phone.tap("提交签名")
    _insist(phone, _shown(phone, "待单位盖章"))


def test_whatever_is_killed_the_story_ends_sealed_with_one_contract_and_an_unbroken_chain(
    browser: Browser, own: World, tmp_path: Path
) -> None:
    stack, site = _stack(own), own.sites[0]
    phone = Phone(browser, own)
    _join_while_parts_die(phone, site.team("钢筋班")["code_url"])
    contract_id = phone.contract_id
    wait_for(lambda: stack.health()["status"] == "ok", "all parts to be well")
    desk = Offices(browser, own).desk("office")
    desk.countersign(contract_id)
    kill(stack, "streams")
    kill(stack, "objects")
    kill(stack, "engine")
    wait_for(lambda: _state(own, contract_id) == "sealed", "the seal", 120)
    phone.sees("已生效")
    desk.context.close()
    phone.close()

    assert [one["id"] for one in site.contracts()] == [contract_id]
    _chain_is_whole(own, contract_id, tmp_path)
    _stops_and_starts_again(own, contract_id)


def _state(world: World, contract_id: str) -> str:
    with suppress(httpx.TransportError):
        answer = world.sites[0].clerk.get(f"/v1/workers/contracts/{contract_id}")
        return str(answer.json().get("state"))
    return "unreachable"


def _chain_is_whole(world: World, contract_id: str, folder: Path) -> None:
    clerk = world.sites[0].clerk
    path = f"/v1/workers/contracts/{contract_id}/receipt"
    receipt = wait_for(lambda: (found := clerk.get(path)).is_success and found.text, "the receipt", 60)
    pem = wire.get(world.url + "/v1/audit/keys").json()["pem"]
    assert "genuine" in tools.verify_receipt(receipt, pem, folder)


def _stops_and_starts_again(world: World, contract_id: str) -> None:
    """Ctrl-C leaves no process behind; the second start finds everything."""
    stack = _stack(world)
    assert stack.process is not None
    everyone = family(stack.process.pid)
    assert len(everyone) > 5
    stack.stop(signal.SIGINT)
    assert [pid for pid in everyone if alive(pid)] == []
    stack.start()
    view = world.sites[0].clerk.get(f"/v1/workers/contracts/{contract_id}").json()
    assert view["state"] == "sealed"
    link = world.sites[0].clerk.get(f"/v1/documents/{view['document']['document_id']}/file").json()["url"]
    assert wire.get(link).content.startswith(b"%PDF")
