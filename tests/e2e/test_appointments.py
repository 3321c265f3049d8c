"""The last place of a hall: booked, waited for, given back, offered once, kept by a word, and visited."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.e2e import screen, visit
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import Caller, World
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def desk(offices: Offices) -> Office:
    return offices.desk("haishu")


@pytest.fixture(scope="module")
def hall(desk: Office) -> str:
    return visit.enter_hall(desk)


@pytest.fixture(scope="module")
def link(desk: Office, hall: str) -> str:
    """What the office sends to somebody who should come."""
    desk.open(f"/console/appointments/halls/{hall}")
    screen.picture(desk.page, "appointments-hall")
    found = desk.page.get_by_role("link", name="预约链接").get_attribute("href")
    assert found is not None
    return found


def choose(phone: Phone, link: str, slot: str | re.Pattern[str]) -> None:
    """The last day on offer, and a time."""
    phone.open(link)
    days = phone.page.get_by_role("radiogroup", name="哪天").get_by_role("radio")
    days.last.click()
    phone.tap(slot, "link")


def booked(caller: Caller) -> dict[str, Any]:
    [row] = caller.get("/v1/appointments/bookings").json()["items"]
    return dict(caller.get(f"/v1/appointments/bookings/{row['id']}").json())


def steps(caller: Caller) -> list[str]:
    return [one["label"] for one in booked(caller)["log"]]


def left(caller: Caller, hall: str) -> tuple[int, int]:
    """Places left at nine, and who waits for one."""
    day = booked(caller)["row"]["day"]
    found = caller.get(f"/v1/appointments/halls/{hall}/slots?matter=card&day={day}").json()["items"][0]
    return found["left"], found["waiting"]


def test_the_last_place_is_given_back_offered_once_kept_by_a_word_and_visited(
    desk: Office, hall: str, link: str, world: World, new_phone: NewPhone, tmp_path: Path
) -> None:
    first, second = world.verified(world.newcomer()), world.verified(world.newcomer())
    had, waits = new_phone(first), new_phone(second)
    choose(had, link, re.compile("^09:00-09:30"))
    had.sees("号先给您留着")
    screen.picture(had.page, "appointments-held")
    had.tap("确认预约")
    had.sees("已预约")
    choose(waits, link, re.compile("^09:00-09:30.*约满"))
    waits.tap(re.compile("^候补$"))
    waits.sees("候补排队中")
    screen.picture(waits.page, "appointments-waiting")
    had.tap("取消预约")
    had.page.get_by_role("dialog").get_by_role("button", name="取消预约").click()
    had.sees("已取消，号给了别人")
    wait_for(lambda: "轮到候补" in steps(second), "the offer")
    waits.page.reload()
    waits.tap("确认预约")
    waits.sees("已预约")
    assert steps(second) == ["排队候补", "轮到候补", "确认预约"]
    assert left(second, hall) == (0, 0)
    in_calendar(waits, second, tmp_path)
    kept_by_a_word(desk, waits, second, hall)
    checked_in(desk, waits, second, hall, world)


def in_calendar(phone: Phone, caller: Caller, folder: Path) -> None:
    """The file that the phone keeps says the same time, to another's program."""
    with phone.page.expect_download() as kept:
        phone.tap("存到日历")
    kept.value.save_as(folder / "visit.ics")
    [event] = Calendar.from_ical((folder / "visit.ics").read_bytes()).walk("VEVENT")
    shown: Any = event
    row = booked(caller)["row"]
    assert shown.start.isoformat() == row["starts_at"].replace("Z", "+00:00").replace(".000", "")
    assert (shown.end - shown.start, str(shown["status"])) == (timedelta(minutes=30), "CONFIRMED")
    assert visit.MATTER in shown["summary"]


def kept_by_a_word(desk: Office, phone: Phone, caller: Caller, hall: str) -> None:
    """What the agent heard frees nothing: the person is asked, and says that they come."""
    one = booked(caller)["row"]
    desk.reads(f"/console/appointments?hall={hall}&day={one['day']}", one["number"])
    screen.picture(desk.page, "appointments-day")
    desk.page.get_by_role("row").filter(has_text=one["number"]).get_by_role("link").click()
    screen.picture(desk.page, "appointments-visit")
    desk.confirm("看姓名电话", "看")
    desk.sees(caller.tokens["me"]["name_masked"][:1])
    desk.page.get_by_role("button", name="记下联系情况").first.click()
    desk.page.locator("dialog[open] select").select_option(label="说不来了，等本人确认")
    desk.page.locator("dialog[open]").get_by_role("button", name="记下").click()
    desk.sees("已记下联系情况")
    assert left(caller, hall) == (0, 0)
    phone.page.reload()
    phone.sees("您还来吗？")
    phone.tap("我会来")
    expect(phone.page.get_by_text("您还来吗？")).to_be_hidden()
    assert steps(caller)[3:] == ["为联系本人看了姓名和电话", "工作人员联系", "本人说会来"]


def checked_in(desk: Office, phone: Phone, caller: Caller, hall: str, world: World) -> None:
    """The code on the phone opens the visit once."""
    one = booked(caller)["row"]
    visit.come(world, one["id"])
    phone.page.reload()
    code = phone.answer("/code$", lambda: phone.tap("出示签到码")).json()["code"]
    expect(phone.page.get_by_role("img", name="签到码")).to_be_visible()
    screen.picture(phone.page, "appointments-code")
    scan(desk, hall, code)
    desk.sees("已签到")
    scan(desk, hall, code)
    desk.sees("这个码已经用过")
    phone.page.reload()
    phone.sees("请在大厅等叫号")
    desk.open(f"/console/appointments/visits/{one['id']}")
    desk.confirm("窗口办完", "办完")
    desk.sees("已办完")
    assert steps(caller)[-2:] == ["到大厅签到", "办完"]


def scan(desk: Office, hall: str, code: str) -> None:
    desk.open(f"/console/appointments?hall={hall}")
    desk.page.get_by_role("button", name="扫码签到").first.click()
    desk.page.locator("dialog[open]").get_by_label("签到码").fill(code)
    desk.page.locator("dialog[open]").get_by_role("button", name="签到").click()


def test_the_halls_around_a_phone_are_listed_by_distance_and_lead_there(
    world: World, new_phone: NewPhone
) -> None:
    """The phone says where it is in WGS-84; halls and the way there are in GCJ-02, some 500 m beside it."""
    asked = f"{world.url}/v1/appointments/nearby?cell=wtmkjx"
    halls = httpx.get(asked, trust_env=False, timeout=30).json()["items"]
    spot = halls[0]["latitude_e6"] / 1e6, halls[0]["longitude_e6"] / 1e6
    phone = new_phone(None)
    phone.context.grant_permissions(["geolocation"])
    phone.context.set_geolocation({"latitude": spot[0], "longitude": spot[1]})
    phone.page.add_init_script("window.open = (address) => { window.opened = address; return null }")
    phone.open("/#/appointments/pages/near/index")
    phone.tap("用我的位置找")
    phone.page.get_by_text(re.compile("现在开门|现在不开门")).first.wait_for()
    cards = phone.page.locator("[id^=hall-]")
    metres = [_metres(card.inner_text()) for card in cards.all()]
    assert metres == sorted(metres)
    own = phone.page.locator(f"#hall-{halls[0]['id']}")
    assert 300 < _metres(own.inner_text()) < 800
    screen.picture(phone.page, "appointments-near")
    own.get_by_role("button", name="去这里").click()
    led = dict(parse_qsl(urlsplit(phone.page.evaluate("window.opened")).query))
    assert (led["position"], led["coordinate"]) == (f"{spot[1]},{spot[0]}", "gaode")


def _metres(card: str) -> float:
    """How far a card says that it is."""
    found = re.search(r"([0-9.]+) ?(米|公里)", card)
    assert found is not None, card
    return float(found[1]) * (1000 if found[2] == "公里" else 1)
