"""The days of the month: the gate saw them, the foreman called the roll, and one of them asks the worker."""

import re

from mashangban.kernel import clock
from tests.e2e import gate, screen
from tests.e2e.month.ground import TEAM, Month
from tests.e2e.strike import strike
from tests.stack import wait_for

CAME, LEFT, LEFT_EARLY = "06:52", "17:38", "08:20"


def attend(told: Month) -> None:
    """From the first roll to a month in which every day is settled."""
    _call_rolls(told)
    _report_passes(told)
    told.stack.settle()
    strike(told.world, "attendance", clock.now())
    told.stack.settle()
    _answer(told)
    _look_at_calendar(told)


def _call_rolls(told: Month) -> None:
    """The foreman, on the phone, day by day: everyone was there."""
    foreman = told.phone("foreman", told.site.foreman)
    team = told.site.team(TEAM)["id"]
    for day in told.rolled:
        foreman.reopen()
        foreman.open(f"/#/attendance/pages/roll/index?team={team}&day={day}")
        foreman.tap("全部一天")
        foreman.sees("一天 3 人")
        if day == told.rolled[0]:
            screen.picture(foreman.page, "month-roll")
        foreman.answer("/roll$", lambda: foreman.tap("交点名"))
        foreman.sees("交改过的点名")


def _report_passes(told: Month) -> None:
    """The gate was offline and sends its month at once; on one day it saw somebody leave early."""
    device = gate.install(told.site, late_days=30)
    for day in told.days:
        for worker in told.workers:
            early = worker is told.b and day == told.asked
            device.saw(worker.contract_id, day, CAME, LEFT_EARLY if early else LEFT)
    assert set(device.report()) == {"accepted"}


def _answer(told: Month) -> None:
    """Gate and foreman disagree: the worker is asked, and says what was done."""
    phone, path = told.phone_of("b"), f"/v1/attendance/contracts/{told.b.contract_id}/days/{told.asked}"
    wait_for(lambda: told.b.read(path)["state"] == "questioned", "the day to ask its worker")
    phone.open("/#/attendance/pages/month/index")
    phone.sees("考勤对不上")
    phone.tap(re.compile("考勤对不上"), "link")
    phone.arrives("attendance/pages/day")
    phone.sees("您这天干了多久")
    told.saw["question"] = phone.page.inner_text("body")
    screen.picture(phone.page, "month-question")
    phone.tap("我这天，一天", "radio")
    phone.write("在哪、干什么", "闸机坏了，我从南门进出，扎了一天钢筋")
    phone.answer("/answer$", lambda: phone.tap("就这么答复"))
    phone.sees("工人答复")


def _look_at_calendar(told: Month) -> None:
    phone = told.phone_of("a")
    days = len(told.days)
    wait_for(lambda: _settled(told) == days, "all days to be settled")
    phone.open("/#/attendance/pages/month/index")
    if told.month != told.world.today.isoformat()[:7]:
        phone.tap("上个月")
    phone.sees(f"已定 {days}天")
    screen.picture(phone.page, "month-calendar")


def _settled(told: Month) -> float:
    """Days that count so far, of whoever has the fewest."""
    paths = [f"/v1/attendance/contracts/{one.contract_id}/months/{told.month}" for one in told.workers]
    views = [one.read(path) for one, path in zip(told.workers, paths, strict=True)]
    return float(min(view["halves"] for view in views)) / 2
