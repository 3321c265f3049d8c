"""The network is cut at each step of each flow (R9): before the act, after it, and while the app is closed; what was
written is back, and there is one record.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_claims import account
from tests.miniprogram.test_homes import Store
from tests.miniprogram.test_marking import Album, picture
from tests.miniprogram.test_matters import photograph
from tests.miniprogram.test_publicareas import turn
from tests.miniprogram.test_story import button, field, write_name

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Step:
    """What somebody writes on a page, what of it must be back when the app was closed, what they press to send it (the
    last where several lead there), where it goes, and what sends it once more.
    """

    screen: str
    write: Callable[[Page], None]
    kept: Callable[[Page], None]
    press: Sequence[str]
    path: str
    again: str = "再试一次"


def typed(name: str, text: str) -> tuple[Callable[[Page], None], Callable[[Page], None]]:
    """A text typed into a field, and that it is back."""

    def write(page: Page) -> None:
        field(page, name).fill(text)

    def kept(page: Page) -> None:
        expect(field(page, name)).to_have_value(text)

    return write, kept


def _choose_trade(page: Page) -> None:
    page.get_by_role("radio", name="钢筋工").click()
    page.get_by_role("checkbox").click()


def _trade_is_back(page: Page) -> None:
    expect(page.get_by_role("radio", name="钢筋工")).to_be_checked()
    expect(page.get_by_role("checkbox")).to_be_checked()


def _ink_is_back(page: Page) -> None:
    page.get_by_role("img", name="签名板，已写 3 笔").wait_for()


def _write_reason(page: Page) -> None:
    page.get_by_role("radio", name="单价不对").click()
    field(page, "说清楚").fill("10月3日到5日我上工了，没算进去")


def _reason_is_back(page: Page) -> None:
    expect(field(page, "说清楚")).to_have_value("10月3日到5日我上工了，没算进去")
    expect(page.get_by_role("radio", name="单价不对")).to_be_checked()


def _report(page: Page) -> None:
    Store(page).lost = False
    with page.expect_file_chooser() as chosen:
        button(page, "拍照或从相册选").click()
    chosen.value.set_files({"name": "leak.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    page.get_by_text("第 1 张，已上传").wait_for()
    page.get_by_role("radio", name="卫生间").click()
    field(page, "说几句").fill("水槽下面一直滴水")


def _report_is_back(page: Page) -> None:
    page.get_by_text("第 1 张，已上传").wait_for()
    expect(page.get_by_role("radio", name="卫生间")).to_be_checked()
    expect(field(page, "说几句")).to_have_value("水槽下面一直滴水")


def _fill_in(page: Page) -> None:
    account(page)
    button(page, "再查一次证照库").click()
    page.get_by_text("别的什么都不用交").wait_for()


def _account_is_back(page: Page) -> None:
    expect(field(page, "开户银行")).to_have_value("工商银行海曙支行")
    expect(field(page, "银行账号")).to_have_value(re.compile("1202 ?0000 ?0001 ?2345"))


def _choose_time(page: Page) -> None:
    page.get_by_role("radio", name="开办餐饮店，要带：身份证、营业执照").click()
    page.get_by_role("radio", name="12月1日 周二").click()
    page.get_by_role("link", name="09:00-09:30").wait_for()


def _supply(page: Page) -> None:
    Album(page)
    photograph(page, 1)


def _paper_is_back(page: Page) -> None:
    page.get_by_text("第 1 份，已上传").wait_for()


def _ask(page: Page) -> None:
    for name in ("省", "市", "区县", "哪方面的事"):
        button(page, f"{name}，请选择，点一下改").click()
        turn(page)
        button(page, f"{name}，请选择，点一下改").wait_for(state="hidden")
    page.get_by_role("radio", name="投诉").click()
    field(page, "什么事").fill("欠了两个月工资")


STEPS = {
    "join: applying": Step(
        "apply", _choose_trade, _trade_is_back, ["下一步，看合同"], "/v1/workers/contracts"
    ),
    "join: signing": Step(
        "sign", write_name, _ink_is_back, ["提交签名"], "/v1/workers/contracts/c1/signature"
    ),
    "pay: confirming": Step(
        "wages-sign", write_name, _ink_is_back, ["确认工资"], "/v1/wages/lines/w1/confirmation"
    ),
    "pay: objecting": Step(
        "wages-object", _write_reason, _reason_is_back, ["提出异议"], "/v1/wages/lines/w1/objection"
    ),
    "defect: reporting": Step(
        "defect-report", _report, _report_is_back, ["提交报修"], "/v1/homes/homes/h1/defects"
    ),
    "defect: not fixed": Step(
        "defect-not-fixed", *typed("哪里还不行", "一下雨还是滴水"), ["没修好，要重修"],
        "/v1/homes/defects/d1/rejection",
    ),
    "defect: visiting": Step(
        "repair-visit", *typed("看到什么、什么原因", "角阀裂了"), ["登记上门"], "/v1/homes/defects/r1/visit"
    ),
    "claim: agreeing": Step(
        "claim-agree", account, _account_is_back, ["核对一遍", "确认享受"], "/v1/claiming/claims/e1/agreement"
    ),
    "claim: filling": Step(
        "claim-licences", _fill_in, _account_is_back, ["核对一遍，再提交", "没错，生成申报表"],
        "/v1/claiming/claims/ea/form",
    ),
    "claim: mending": Step(
        "claim-mend", *typed("补了什么", "预算写在说明第二页"), ["提交补正", "补齐了，提交"],
        "/v1/claims/claims/e3/supplement",
    ),
    "ticket: asking": Step(
        "ticket-new", _ask, *typed("什么事", "欠了两个月工资")[1:], ["提交"], "/v1/helpdesk/tickets"
    ),
    # Which time is free changes meanwhile: it is chosen anew.
    "booking: taking": Step(
        "hall", _choose_time, _choose_time, ["09:00-09:30"], "/v1/appointments/bookings", "09:00-09:30"
    ),
    "matter: supplying": Step(
        "handled-supplement", _supply, _paper_is_back, ["补交"], "/v1/matters/mine/ma4/supplement", "补交"
    ),
}  # fmt: skip


def _press(page: Page, names: Sequence[str]) -> None:
    for name in names:
        button(page, name).or_(page.get_by_role("link", name=name)).last.click()


def _lost(page: Page) -> Locator:
    return page.get_by_text("网络断了").locator("visible=true")


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_a_step_survives_a_lost_network_a_closed_app_and_a_lost_answer(
    open_phone: OpenPhone, step: Step
) -> None:
    phone = open_phone()
    page, world = phone.show(SCREENS[step.screen]), phone.service.world
    world.contracts = {} if step.screen == "apply" else world.contracts  # nobody has two at one project
    step.write(page)
    phone.context.set_offline(True)
    _press(page, step.press)
    _lost(page).first.wait_for()
    phone.context.set_offline(False)
    assert world.done(step.path) == 0
    page.reload()
    step.kept(page)
    world.lose_after = {step.path}
    _press(page, step.press)
    _lost(page).first.wait_for()
    world.lose_after.clear()
    with page.expect_response(re.compile(f"{step.path}$")) as again:
        _press(page, [step.again])
    assert again.value.ok
    expect(_lost(page)).to_have_count(0)
    told = [(key, what) for key, path, what in world.writes if path == step.path]
    assert {key for key, _ in told} == {told[0][0]}
    assert (world.done(step.path), told[-1][1]) == (1, "replayed")
    assert phone.faults == []
