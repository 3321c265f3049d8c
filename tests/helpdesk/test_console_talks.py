"""The agents' workplace and supervision's board: seen, said, passed on, and nobody else's."""

import html
import json
import re
from urllib.parse import quote

import pytest

from mashangban.domains.helpdesk.service import canned, talking
from mashangban.domains.helpdesk.terms.cards import CardKind
from mashangban.files import service as files
from mashangban.kernel.acts import system_act
from tests.files import samples
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, say, seen, words
from tests.workers.office import office_of

HOME = "/console/helpdesk/conversations"
CANNED = "/console/helpdesk/canned"


def test_an_agent_comes_on_duty_answers_and_makes_a_ticket_of_it(county: Town) -> None:
    desk = office_of(county.clerk)
    desk.act(desk.get(HOME), "/console/helpdesk/duty", state="on", most="2")
    one = begun(county, county.asker, "工资 <b>没发</b>")
    opened = desk.get(HOME)
    assert "工资 &lt;b&gt;没发&lt;/b&gt;" in opened.html
    where = f"{HOME}/{one}"
    assert len(set(re.findall(r'name="key" value="(\w+)"', opened.html))) > len(("say", "end", "ticket"))
    assert desk.act(opened, f"{where}/acts/say", text="请说一下工地").status == 303
    assert words(one, county.asker)[2:] == ["请说一下工地"]
    assert desk.act(opened, f"{where}/reading", number="3").status == 204
    assert seen(one, county.asker).other_read == 3
    desk.act(desk.get(HOME), f"{where}/acts/ticket", klass="help", text="查西溪二标的工资")
    assert seen(one, county.asker).row.state == "ended"
    assert desk.act(desk.get(HOME), f"{where}/acts/nothing").status == 404


def test_an_agent_finds_a_card_for_each_kind_and_sends_one(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    desk = office_of(county.clerk)
    opened = desk.get(f"{HOME}?open={one}")
    for kind in CardKind:
        assert f'hx-get="{kind.choices}&amp;county={county.county}"' in opened.html
    desk.act(opened, f"{HOME}/{one}/acts/card", card="booking/h1.food/开办餐饮店，一楼/二楼大厅")
    line = seen(one, county.asker).lines[-1]
    assert line.card is not None
    assert (line.card.target, line.text) == ("h1.food", "开办餐饮店，一楼/二楼大厅")
    assert "预约办事" in desk.get(f"{HOME}?open={one}").html
    said = len(words(one, county.asker))
    desk.act(opened, f"{HOME}/{one}/acts/card", card="elsewhere/x/别的")
    assert len(words(one, county.asker)) == said
    desk.act(desk.get(f"{HOME}?open={one}"), f"{HOME}/{one}/acts/card", card="answer/p1/工资条怎么看")
    assert 'data-shows="/console/answers/cards/p1"' in desk.get(f"{HOME}?open={one}").html


def test_whoever_talks_with_somebody_comes_from_there_to_the_page_that_takes_a_forms_code(
    county: Town,
) -> None:
    desk = office_of(county.clerk)
    assert 'href="/console/assistance"' in desk.get(HOME).html.partition("<main")[2]
    assert desk.get("/console/assistance").status == 200


def test_what_is_refused_is_said_and_nothing_is_lost(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    desk = office_of(county.clerk)
    opened = desk.get(f"{HOME}?open={one}")
    desk.act(opened, f"{HOME}/{one}/acts/hand-over", department_id=county.desk, text="归总台登记")
    assert "现在没有人值班" in desk.get(f"{HOME}?open={one}").html
    assert seen(one, county.clerk).row.state == "talking"


def test_a_screen_says_that_somebody_is_there_and_asks_for_a_socket(county: Town) -> None:
    on_duty(county, county.clerk)
    desk = office_of(county.clerk)
    opened = desk.get(HOME)
    assert desk.act(opened, "/console/helpdesk/duty/beat").status == 204
    answer = desk.act(opened, "/console/live-tickets")
    assert answer.status == 201
    assert "/live?ticket=" in answer.html


def test_supervision_sees_the_queues_and_reads_a_conversation_that_others_do_not(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker, "工资两个月没发")
    boss, stranger = office_of(county.boss), office_of(Town(county.pump).keeper)
    board = boss.get("/console/helpdesk/queues")
    assert "区人社局" in board.html
    assert "1/3（在岗，可接）" in board.html
    assert "工资两个月没发" in boss.get(f"{HOME}/{one}").html
    assert stranger.get(f"{HOME}/{one}").status == 404
    assert "没有应答或主办岗位" in boss.get(HOME).html


def test_a_long_conversation_is_read_to_its_end(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    for number in range(105):
        say(county, one, county.asker, f"第 {number} 句")
    html = office_of(county.clerk).get(f"{HOME}?open={one}").html
    assert "第 0 句" in html
    assert "第 104 句" in html


def test_a_line_that_is_sent_twice_is_said_once(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    desk = office_of(county.clerk)
    opened = desk.get(f"{HOME}?open={one}")
    for _ in range(2):
        assert desk.act(opened, f"{HOME}/{one}/acts/say", text="收到").status == 303
    assert words(one, county.asker).count("收到") == 1


def test_the_pages_script_needs_no_page_back_and_hears_of_a_refusal(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    desk = office_of(county.clerk)
    csrf = desk.get(f"{HOME}?open={one}").hidden("csrf")

    def says(key: str) -> int:
        line = {"csrf": csrf, "key": key * 32, "text": "收到"}
        return desk.post(f"{HOME}/{one}/acts/say", line, accept="application/json").status

    assert [says("a"), says("b"), says("a")] == [204, 204, 303]
    talking.end(act(county.asker), one)
    assert says("c") == 409
    assert words(one, county.asker).count("收到") == 2


def test_words_are_kept_for_oneself_or_by_the_lead_for_the_whole_department(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    clerk, lead = office_of(county.clerk), office_of(county.colleague)
    form = f"{CANNED}/new"
    clerk.act(clerk.get(form), CANNED, shortcut="好", text="您好，请说")
    lead.act(lead.get(form), CANNED, shortcut="材料", text="请带身份证", department_id=county.wages)
    opened = clerk.get(f"{HOME}?open={one}").html
    assert 'data-canned="好" data-words="您好，请说"' in opened
    assert 'data-canned="材料" data-words="请带身份证"' in opened
    assert "您好，请说" not in lead.get(CANNED).html
    refused = clerk.act(clerk.get(form), CANNED, shortcut="一 二", text="话", department_id=county.wages)
    assert refused.status == 422
    assert (
        clerk.act(clerk.get(form), CANNED, shortcut="别", text="别的", department_id=county.wages).status
        == 403
    )


def test_kept_words_are_changed_and_withdrawn_by_whoever_keeps_them(county: Town) -> None:
    clerk, lead = office_of(county.clerk), office_of(county.colleague)
    lead.act(
        lead.get(f"{CANNED}/new"), CANNED, shortcut="材料", text="请带身份证", department_id=county.wages
    )
    [kept] = canned.listed(act(county.clerk))
    where = f"{CANNED}/{kept.id}"
    assert clerk.get(where).status == 403
    lead.act(lead.get(where), where, shortcut="材料", text="请带身份证和合同")
    assert [one.text for one in canned.listed(act(county.clerk))] == ["请带身份证和合同"]
    lead.act(lead.get(where), where, shortcut="材料", text="请带", withdraw="yes")
    assert canned.listed(act(county.clerk)) == []
    assert lead.get(where).status == 404


@pytest.mark.parametrize(
    ("content", "filename"), [(samples.picture("PNG"), "样子.png"), (b"%PDF-1.7\n%%EOF\n", "guide.pdf")]
)
def test_what_an_agent_sends_is_looked_at_first_and_shown_to_both(
    county: Town, object_store: str, content: bytes, filename: str
) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    desk = office_of(county.clerk)
    opened = desk.get(f"{HOME}?open={one}")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": "f" * 32,
        "x-filename": quote(filename),
        "accept": "application/json",
    }
    sent = json.loads(desk.send("POST", "/console/files", content, headers).html)["id"]
    look = f"{HOME}/{one}/file?file={sent}"
    assert "正在处理" in desk.get(look).html
    files.prepare(system_act("files_stream"), sent)
    assert desk.act(desk.get(look), f"{HOME}/{one}/acts/say", file_id=sent).status == 303
    last = seen(one, county.asker).lines[-1]
    assert last.file is not None
    assert last.file.filename.partition(".")[0] == filename.partition(".")[0]
    assert last.file.url is not None
    # The address carries the second at which it was signed.
    assert last.file.url.partition("?")[0] in html.unescape(desk.get(f"{HOME}?open={one}").html)
    stranger = office_of(county.colleague)
    assert stranger.get(look).status == 404
    talking.end(act(county.clerk), one)
    assert desk.get(look).status == 404
