"""The pages of the offices: a pair is written and reviewed, an open question read, a word entered, a file confirmed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.service import knowing
from mashangban.kernel import ids
from mashangban.kernel.permissions import Principal
from tests.answers.conftest import COUNTY, Office, call, days, strange
from tests.answers.test_imports import post, row, sheet
from tests.registry.conftest import officer
from tests.workers.office import Office as Desk
from tests.workers.office import office_of

HOME = "/console/answers"


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    knowing.forget()
    yield
    knowing.forget()


def desk(who: Principal) -> Desk:
    """A browser of somebody who also has a phone: two sessions of one person."""
    return office_of(replace(who, session_id=ids.new_id()))


def typed(office: Office, **differs: str) -> dict[str, str]:
    return {
        "region": COUNTY,
        "department": "labour",
        "question": f"{office.word}手写的问题",
        "titles": "另一种问法\n还有一种",
        "answer": "先到窗口。\n再签字。",
        "source": "保障农民工工资支付条例",
        "clause": "第十条",
        "valid_from": days(0),
    } | differs


def test_a_pair_is_written_returned_mended_reviewed_and_withdrawn(office: Office) -> None:
    author, reviewer = desk(office.author), desk(office.reviewer)
    refused = author.submit(f"{HOME}/pairs/new", f"{HOME}/pairs/new", typed(office, source=""))
    assert refused.status == 422
    assert f"{office.word}手写的问题" in refused.html
    where = author.submit(f"{HOME}/pairs/new", f"{HOME}/pairs/new", typed(office)).location
    shown = author.get(where)
    assert "另一种问法；还有一种" in shown.html
    author.act(shown, f"{where}/submission")
    assert "请同事审核" in author.get(where).html
    reviewer.act(reviewer.get(where), f"{where}/return", reason="少写了地点")
    assert "少写了地点" in author.get(where).html
    mended = author.submit(f"{where}/edit", f"{where}/edit", typed(office, answer="先到一楼窗口。"))
    assert mended.location == where
    author.act(author.get(where), f"{where}/submission")
    reviewer.act(reviewer.get(where), f"{where}/approval")
    pair_id = where.rpartition("/")[2]
    assert pairs.in_force([pair_id])[pair_id][1].answer == "先到一楼窗口。"
    listed = author.get(f"{HOME}/pairs?region={COUNTY}&shelf=published").html
    assert f"{office.word}手写的问题" in listed
    reviewer.act(reviewer.get(where), f"{where}/withdrawal", reason="政策改了")
    assert pairs.in_force([pair_id]) == {}
    assert "政策改了" in author.get(where).html


def test_an_open_question_is_read_taken_up_or_left(office: Office) -> None:
    author, words = desk(office.author), strange()
    for _ in range(2):
        call(None, "POST", "/questions", {"text": words, "region": COUNTY})
    listed = call(office.author, "GET", "/gaps", region=COUNTY, limit="50")[1]["items"]
    (gap_id,) = [one["id"] for one in listed if one["text"] == words]
    assert words in author.get(f"{HOME}/gaps?region={COUNTY}").html
    where = f"{HOME}/gaps/{gap_id}"
    assert "2 次" in author.get(where).html
    form = author.get(f"{HOME}/pairs/new?gap={gap_id}")
    assert words in form.html
    author.act(author.get(where), f"{where}/dismissal", reason="不归我们管")
    assert "不归我们管" in author.get(where).html


def test_a_word_is_entered_and_its_history_read(office: Office) -> None:
    province = desk(officer("33"))
    form = {"word": f"丙{office.word}", "other": f"丁{office.word}", "relation": "same", "weight": "60"}
    assert province.submit(f"{HOME}/words", f"{HOME}/words", form).location == f"{HOME}/words"
    shown = province.get(f"{HOME}/words?word=丙{office.word}").html
    assert f"丁{office.word}" in shown
    link_id = call(officer("33"), "GET", "/words/of", word=f"丙{office.word}")[1]["items"][0]["id"]
    assert "权重 60" in province.get(f"{HOME}/words/{link_id}").html


def test_a_file_says_that_somebody_else_lets_it_count(office: Office) -> None:
    made = post(office.author, sheet(row(office, question=f"{office.word}台面上的问题")))[1]
    where = f"{HOME}/imports/{made['id']}"
    own, other = desk(office.author).get(where), desk(office.reviewer)
    assert "由同事确认后使用" in own.html
    assert "确认使用" not in own.html
    other.act(other.get(where), f"{where}/confirmation")
    office.pump.run()
    assert "已写入" in other.get(where).html
    assert "台面上的问题" not in other.get(f"{HOME}/imports?region={COUNTY}").html


def test_the_template_is_there_and_the_form_to_send_it(office: Office) -> None:
    author = desk(office.author)
    assert author.get(f"{HOME}/imports/template").status == 200
    assert "另一位同事确认" in author.get(f"{HOME}/imports/new").html
