"""Somebody asks aloud with slips of the tongue and is answered; what nobody knows is written, reviewed and known."""

import json
import re

import pytest

from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Offices
from tests.e2e.phone import Phone
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
COUNTY = "330203"
UNKNOWN = "塔吊司机的工棚能养狗吗"
ANSWER = "不能。工地宿舍不许养狗，请送到场外。"
# A browser without a microphone: this one hears what was laid into its ear.
_EAR = """
window.SpeechRecognition = class {
  start() { setTimeout(() => { this.onresult({ results: [[{ transcript: window.__said }]] }); this.onend() }, 0) }
  stop() {}
}
"""


@pytest.fixture
def asker(new_phone: NewPhone) -> Phone:
    """A stranger in the county with a browser that hears."""
    phone = new_phone(None, **{"publicareas-county": json.dumps(COUNTY)})
    phone.context.add_init_script(_EAR)
    phone.open("/#/answers/pages/ask/index")
    return phone


def say(phone: Phone, words: str) -> None:
    """Speak a question instead of typing it, then ask it."""
    phone.page.evaluate("words => { window.__said = words }", words)
    phone.tap("用说的")
    wait_for(lambda: phone.field("您想问什么").input_value() == words, "what was heard")
    phone.tap(re.compile("^问$"))


def test_a_spoken_question_with_slips_is_answered_with_its_source(asker: Phone) -> None:
    say(asker, "老板托欠公资怎么班")
    asker.sees("老板拖欠工资怎么办")
    asker.sees("《保障农民工工资支付条例》第十条")
    screen.picture(asker.page, "ask-answered")
    asker.tap("有用")
    asker.sees("谢谢，已记下")


def test_what_nobody_knows_is_written_by_one_approved_by_another_and_known_at_once(
    asker: Phone, offices: Offices
) -> None:
    say(asker, UNKNOWN)
    asker.sees("这里还没有人工坐席")
    author, reviewer = offices.desk("haishu"), offices.desk("ningbo")
    author.reads(f"/console/answers/gaps?region={COUNTY}", UNKNOWN)
    author.page.get_by_role("link", name=UNKNOWN).first.click()
    author.page.get_by_role("link", name="写答案").click()
    author.page.locator("[name=answer]").fill(ANSWER)
    author.page.locator("[name=source]").fill("海曙区工地管理规定")
    author.page.get_by_role("button", name="保存草稿").click()
    author.confirm("提交审核", "提交")
    author.sees("已提交，等同事审核")
    reviewer.open(author.page.url.partition("?")[0].removeprefix(author.world.url))
    reviewer.confirm("审核通过", "通过")
    reviewer.sees("几秒后提问的人就能看到")
    wait_for(lambda: _known(asker), "the new answer", 20)
    author.reads(f"/console/answers/gaps?region={COUNTY}&state=answered", UNKNOWN)


def _known(phone: Phone) -> bool:
    """Ask once more: whether the answer is there."""
    phone.answer("/v1/answers/questions$", lambda: phone.tap(re.compile("^问$")))
    phone.page.get_by_text(re.compile("海曙区工地管理规定|这里还没有人工坐席")).first.wait_for()
    return ANSWER in phone.page.inner_text("body")
