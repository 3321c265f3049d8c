"""A month of wages on screen: from the foreman's roll to money on the card, and what happens when it is not there."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from playwright.sync_api import Browser

from mashangban.kernel.money import yuan
from tests import wire
from tests.e2e import bank, tools
from tests.e2e.crew import Worker
from tests.e2e.month import arrears, days, ground, money, pay
from tests.e2e.month.ground import COUNTY, RATE_FEN, Month
from tests.e2e.office import Offices
from tests.e2e.world import World
from tests.stack import wait_for

# The month is played before its first test.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def month(browser: Browser, world: World, offices: Offices) -> Iterator[Month]:
    """Three workers, their foreman, the labour clerk, the general contractor and the county play a month."""
    told = ground.begin(browser, offices, world.sites[0])
    days.attend(told)
    money.name_cards(told)
    pay.agree(told)
    money.pay(told)
    money.receive(told)
    arrears.look(told)
    yield told
    assert told.close() == []


@pytest.fixture(scope="module")
def owed(month: Month) -> dict[str, int]:
    """What each worker is owed, by hand: days times the daily rate, and what the clerk added."""
    base = len(month.days) * RATE_FEN
    return {"a": base, "b": base + pay.OVERTIME_YUAN * 100, "c": base + pay.ALLOWANCE_YUAN * 100}


# ---------------------------------------------------------------------------------------------- days
def test_a_day_on_which_gate_and_foreman_disagree_asked_its_worker(month: Month) -> None:
    assert "闸机记录在场1小时28分" in month.saw["question"]
    assert "班组长点名记一天" in month.saw["question"]


def test_the_answered_day_counts_as_the_worker_said(month: Month) -> None:
    day = month.b.read(f"/v1/attendance/contracts/{month.b.contract_id}/days/{month.asked}")
    assert (day["state"], day["halves"], day["decided_by"]) == ("settled", 2, "工人答复")


# ----------------------------------------------------------------------------------------- agreement
def test_the_table_tells_how_each_line_was_computed(month: Month) -> None:
    assert month.saw["grid"].count(f"{len(month.days)}天") >= 3
    assert "360" in month.saw["grid"]


def test_the_worker_reads_the_same_sum_in_plain_words(month: Month, owed: dict[str, int]) -> None:
    assert yuan(owed["a"]).removesuffix("元") in month.saw["line"]
    assert "大白话" in month.saw["line"]


def test_an_objection_stands_before_the_clerk_and_freezes_one_line(month: Month) -> None:
    assert "本页 1 条" in month.saw["objections"]
    assert "有异议，冻结" in month.saw["objections"]


def test_the_clerk_sees_the_photo_of_the_objection_without_the_place_it_was_taken_at(month: Month) -> None:
    with Image.open(BytesIO(month.photo)) as photo:
        assert photo.size == (640, 480)
        assert not photo.getexif().get_ifd(ExifTags.IFD.GPSInfo)


@pytest.mark.parametrize("who", ["mended", "asked-again"])
def test_a_change_shows_before_and_after_and_asks_again(month: Month, owed: dict[str, int], who: str) -> None:
    after = owed["b" if who == "mended" else "c"]
    for fen in (owed["a"], after):
        assert yuan(fen).removesuffix("元") in month.saw[who]
    assert "没错，去签字" in month.saw[who]


def test_the_log_of_the_line_changed_after_confirmation_has_two_signatures(month: Month) -> None:
    log = month.c.read(f"/v1/wages/lines/{month.line_id(month.c)}/log")["items"]
    assert [one["label"] for one in log].count("工人签字确认") == 2


# --------------------------------------------------------------------------------------------- money
def test_who_waits_for_returned_money_reads_why(month: Month) -> None:
    assert "账号户名不符" in month.saw["returned"]


def test_bank_table_slips_and_workers_agree_to_the_fen(
    month: Month, owed: dict[str, int], tmp_path: Path
) -> None:
    entries = bank.statement(month.world, month.account)
    sums = {
        kind: sum(e["amount_fen"] for e in entries if e["kind"] == kind) for kind in ("payment", "return")
    }
    assert -sums["payment"] - sums["return"] == sum(owed.values())
    assert sums["return"] == owed["b"]
    table = month.site.clerk.get(f"/v1/wages/tables/{month.table_id}").json()
    assert (table["total_fen"], table["paid_fen"]) == (sum(owed.values()), sum(owed.values()))
    for who, worker in zip("abc", month.workers, strict=True):
        assert month.line(worker)["amount_fen"] == owed[who]
        arrived = worker.read("/v1/payments/arrivals")["items"]
        assert [one["amount_fen"] for one in arrived if one["state"] == "paid"] == [owed[who]]
        assert yuan(owed[who]).removesuffix("元") in tools.text_of(month.slips[who], tmp_path)


def test_the_boards_of_the_county_count_the_same_fen(month: Month, owed: dict[str, int]) -> None:
    total = yuan(sum(owed.values())).removesuffix("元")
    desk = month.desk("xihu")
    assert desk.reads(f"/console/wages?region={COUNTY}&month={month.month}", total)
    assert desk.reads(f"/console/payments?region={COUNTY}", total)


def test_the_slip_is_a_sound_file(month: Month, tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").write_bytes(month.slips["a"])
    said = tools.run("qpdf", "--check", "slip.pdf", folder=tmp_path)
    assert "No syntax or stream encoding errors" in said
    assert "Pages: 1" in tools.run("mutool", "info", "slip.pdf", folder=tmp_path)


# ------------------------------------------------------------------------------------ truth and arrears
def test_line_and_transfer_are_genuine_offline_and_a_forged_line_is_not(
    month: Month, world: World, tmp_path: Path
) -> None:
    pem = wire.get(world.url + "/v1/audit/keys").json()["pem"]
    transfer = month.b.read("/v1/payments/arrivals")["items"][0]["id"]
    line = f"/v1/wages/lines/{month.line_id(month.c)}/receipt"
    for worker, path in ((month.c, line), (month.b, f"/v1/payments/arrivals/{transfer}/receipt")):
        receipt = _receipt(worker, path)
        assert "genuine" in tools.verify_receipt(receipt, pem, tmp_path)
        forged = json.loads(receipt)
        forged["events"][-1]["at"] = "2026-01-01T00:00:00.000Z"
        assert "×" in tools.verify_receipt(json.dumps(forged), pem, tmp_path, status=1)


def _receipt(worker: Worker, path: str) -> str:
    wait_for(lambda: worker.caller.get(path).is_success, "the log to take it in")
    return worker.caller.get(path).text


def test_money_not_received_is_a_matter_at_once_on_the_phone_and_at_the_county(month: Month) -> None:
    assert "单位说发了，本人说没收到或不对" in month.saw["matter"]
    assert "工人说没收到或不对" in month.saw["late"]
