"""The money: approved, sent through the bank, once returned, mended, received, and once not."""

import re
from functools import partial

from playwright.sync_api import expect

from demo.payments import account_number
from tests.e2e import bank, screen
from tests.e2e.crew import Worker, card_number
from tests.e2e.month.ground import Month
from tests.stack import wait_for

ARRIVED = "工资到账了"
FUNDED_FEN = 5_000_000
# A bank that was slow once is asked again after a minute.
BANK_LIMIT_S = 150
RETURNED, GOOD, MENDED = "0000", "1234", "6688"


def name_cards(told: Month) -> None:
    """Before the month is paid each worker names a card of their own; the first one on the phone's page."""
    told.b.name_card(card_number(1002, RETURNED))
    told.c.name_card(card_number(1003, GOOD))
    told.phone_of("a").open("/#/payments/pages/card/index")
    _type_card(told, "a", card_number(1001, GOOD), "工商银行")


def _type_card(told: Month, who: str, card: str, bank: str) -> None:
    phone = told.phone_of(who)
    phone.write("卡号", card)
    phone.tap(bank, "radio")
    phone.tap("我同意把姓名和卡号交给银行", "checkbox")
    phone.tap("下一步，再核对一遍")
    phone.answer("/v1/payments/card$", lambda: phone.tap("没错，登记"))
    phone.sees(card[-4:])
    phone.sees("可以收款")


def pay(told: Month) -> None:
    """From the clerk's submission to money on three cards."""
    _fund(told)
    _approve(told)
    _mend_card(told)
    _resend(told)


def _fund(told: Month) -> None:
    """The owner pays labour costs into the project's wage account; the general contractor sees it come."""
    told.account = account_number(0)
    bank.fund(told.world, told.account, FUNDED_FEN)
    desk = told.desk("builder")
    desk.act_as(told.site.name)
    desk.open(f"/console/payments/projects/{told.site.id}")
    desk.page.get_by_role("button", name="向银行查余额").click()
    desk.sees("已向银行查询")
    told.saw["account"] = desk.page.inner_text("main")


def _approve(told: Month) -> None:
    desk = told.desk("clerk")
    desk.open(f"/console/wages/tables/{told.table_id}")
    screen.picture(desk.page, "month-grid")
    desk.confirm("提交总包审核", "提交")
    desk.sees("已提交总包审核")
    builder = told.desk("builder")
    builder.open(f"/console/wages/tables/{told.table_id}")
    builder.confirm("批准发放", "批准发放")
    builder.sees("已批准")
    wait_for(lambda: _states(told) == ["paid", "returned", "paid"], "the bank's word", BANK_LIMIT_S)


def _states(told: Month) -> list[str]:
    return [str(told.line(one)["state"]) for one in told.workers]


def _mend_card(told: Month) -> None:
    """The worker is told why the bank sent the money back, and names another card."""
    phone = told.phone_of("b")
    phone.open(f"/#/wages/pages/line/index?id={told.line_id(told.b)}")
    phone.sees("账号户名不符")
    told.saw["returned"] = phone.page.inner_text("body")
    screen.picture(phone.page, "month-returned")
    phone.open("/#/payments/pages/card/index")
    phone.tap("换一张卡", "link")
    _type_card(told, "b", card_number(2002, MENDED), "农业银行")


def _resend(told: Month) -> None:
    """The general contractor sends the returned line once more."""
    wait_for(lambda: _sent_again(told), "the wage room to hear of the new card")
    wait_for(lambda: told.line(told.b)["state"] == "paid", "the second transfer to arrive", BANK_LIMIT_S)


def _sent_again(told: Month) -> bool:
    """Wages hear of a card a moment after it was named: until then they refuse it."""
    desk = told.desk("builder")
    desk.open(f"/console/wages/lines/{told.line_id(told.b)}")
    desk.confirm("重新发放", "重新发放")
    desk.sees(re.compile("已重新送银行|还没有能收款的银行卡"))
    return "已重新送银行" in desk.page.inner_text("main")


def receive(told: Month) -> None:
    """Everyone hears of the money and has a slip; one says that it came, one that it did not."""
    for who, worker in (("a", told.a), ("c", told.c), ("b", told.b)):
        wait_for(partial(_told_of_money, told, worker), "the slip and the message")
        told.slips[who] = _slip(told, who)
    _say_received(told)
    _say_not_received(told)


def _told_of_money(told: Month, worker: Worker) -> bool:
    titles = [one["title"] for one in worker.lists("/v1/notices")]
    return ARRIVED in titles and bool(told.line(worker)["money"]["slip_document_id"])


def _slip(told: Month, who: str) -> bytes:
    phone = told.phone_of(who)
    phone.open("/#/pages/inbox/index")
    phone.sees(ARRIVED)
    told.saw[f"arrived-{who}"] = phone.page.inner_text("body")
    phone.page.get_by_role("link").filter(has_text=ARRIVED).first.click()
    phone.arrives("wages/pages/line")
    opened = phone.answer(r"/v1/documents/\w+/file", lambda: phone.tap(re.compile("工资条（PDF）"), "link"))
    return bytes(phone.context.request.get(opened.json()["url"]).body())


def _say_received(told: Month) -> None:
    phone = told.phone_of("a")
    phone.page.bring_to_front()  # the slip may have opened in a window of its own
    screen.picture(phone.page, "month-arrived")
    phone.tap("收到了")
    phone.page.get_by_role("dialog").get_by_role("button", name="收到了").click()
    phone.sees("您已收到")


def _say_not_received(told: Month) -> None:
    phone = told.phone_of("c")
    phone.page.bring_to_front()
    phone.tap(re.compile("没收到"))
    phone.tap("一分没收到", "radio")
    phone.tap("告诉单位")
    phone.sees("您说没收到")
    expect(phone.button(re.compile("^收到了$"))).to_be_visible()
