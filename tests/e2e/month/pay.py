"""The pay table: made, shown, objected to, changed, confirmed; nothing changes behind a worker's back."""

import re
from functools import partial

from playwright.sync_api import expect

from tests.e2e import screen
from tests.e2e.month.ground import EMPLOYER, Month
from tests.e2e.phone import Phone
from tests.files import samples
from tests.stack import wait_for

OVERTIME_YUAN, ALLOWANCE_YUAN = 150, 100
REASON = "20号晚上浇混凝土加班到十点，没有算"


def agree(told: Month) -> None:
    """From an empty table to three signatures under what each worker saw last."""
    _make(told)
    _confirm(told, "a")
    _object(told)
    _mend(told)
    _change_after_confirmation(told)


def _make(told: Month) -> None:
    """The labour clerk makes the table, looks at how each line was computed, and shows it to its workers."""
    desk = told.desk("clerk")
    desk.open("/console/wages/tables/new")
    units = desk.page.locator('[name="unit"]')
    units.select_option(label=units.locator("option", has_text=EMPLOYER).first.inner_text())
    desk.page.locator('[name="month"]').fill(told.month)
    desk.page.get_by_role("button", name="编制").click()
    desk.sees("工资表已建好")
    told.table_id = desk.page.url.partition("?")[0].rpartition("/")[2]
    told.saw["grid"] = desk.page.inner_text("main")
    screen.picture(desk.page, "month-grid-draft")
    desk.confirm("发给工人核对", "发给工人")
    for worker in told.workers:
        wait_for(partial(worker.lists, "/v1/wages/lines"), "the worker's line")


def _open_line(told: Month, who: str) -> Phone:
    """The worker finds the month among their own and opens it."""
    phone = told.phone_of(who)
    phone.open("/#/wages/pages/mine/index")
    phone.sees(told.month_words)
    phone.tap(re.compile(told.month_words), "link")
    phone.arrives("wages/pages/line")
    phone.sees("怎么算")
    return phone


def _confirm(told: Month, who: str) -> None:
    """The worker reads the line and signs by hand."""
    phone = _open_line(told, who)
    if who == "a":
        told.saw["line"] = phone.page.inner_text("body")
        screen.picture(phone.page, "month-line")
    _sign(phone)


def _sign(phone: Phone) -> None:
    phone.tap("没错，去签字")
    phone.arrives("wages/pages/sign")
    phone.draw_name()
    phone.tap("确认工资")
    phone.arrives("wages/pages/line")
    phone.sees("您已确认")


def _object(told: Month) -> None:
    """The worker says what is missing: this line is frozen, no other."""
    phone = _open_line(told, "b")
    phone.tap("不对，我要说")
    phone.arrives("wages/pages/object")
    phone.tap("加班、扣款、借支不对", "radio")
    phone.write("说清楚", REASON)
    phone.add_photo("加照片", samples.photo_with_place(), "/arrival")
    expect(phone.page.locator(".object-photo:visible")).to_have_count(1)
    phone.tap("提出异议")
    phone.arrives("wages/pages/line")
    phone.sees("您有异议")
    desk = told.desk("clerk")
    told.saw["objections"] = desk.reads("/console/wages/objections", "本页 1 条")
    desk.reads(f"/console/wages/lines/{told.line_id(told.b)}", "照片 1")
    desk.sees(REASON)
    link = desk.page.get_by_role("link", name="照片 1").get_attribute("href")
    told.photo = desk.fetch(link or "")
    screen.picture(desk.page, "month-objection")


def _change(told: Month, who: str, item: str, yuan: int, words: str) -> None:
    """The clerk changes a line in the console and says why."""
    worker = {"b": told.b, "c": told.c}[who]
    desk = told.desk("clerk")
    desk.open(f"/console/wages/lines/{told.line_id(worker)}/change")
    desk.page.locator(f'[name="{item}"]').fill(str(yuan))
    desk.page.locator(f'[name="{item}_words"]').fill(words)
    desk.page.locator('[name="reason"]').fill(f"补上{words}")
    desk.page.get_by_role("button", name="保存并请工人重新核对").click()
    desk.sees("工人会看到改前改后")


def _mend(told: Month) -> None:
    """The clerk adds the overtime; the worker sees before and after, and agrees."""
    _change(told, "b", "overtime", OVERTIME_YUAN, "20号晚上加班")
    phone = _open_line(told, "b")
    phone.sees("工资有改动")
    told.saw["mended"] = phone.page.inner_text("body")
    screen.picture(phone.page, "month-change")
    _sign(phone)


def _change_after_confirmation(told: Month) -> None:
    """A line that was signed is changed: the signature holds no longer, the worker is asked again."""
    _confirm(told, "c")
    _change(told, "c", "allowance", ALLOWANCE_YUAN, "夜班补贴")
    phone = _open_line(told, "c")
    phone.sees("工资有改动")
    expect(phone.button("没错，去签字")).to_be_visible()
    told.saw["asked-again"] = phone.page.inner_text("body")
    _sign(phone)
