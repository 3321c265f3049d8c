"""The graph of words is edited: what two words are to each other, how much it weighs, what it was before."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mashangban.domains.answers import errors
from mashangban.domains.answers.engine import answering, artefact, tables
from mashangban.domains.answers.engine.index import Document
from mashangban.domains.answers.rules import synonyms
from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.rules.words import WordLink, id_of, link_of
from mashangban.domains.answers.schemas.asking import AnswerQuestion
from mashangban.domains.answers.service import asking, knowing
from mashangban.domains.answers.terms.words import Relation
from mashangban.kernel import clock
from mashangban.kernel.permissions import Role
from tests.answers.conftest import COUNTY, Office, call
from tests.registry.conftest import officer, person

GROUPS = (("工资", "薪水"), ("开发商", "建设单位"))


def graph(*links: Link) -> synonyms.Graph:
    return synonyms.graph(GROUPS, links)


def test_words_of_one_meaning_stand_for_each_other() -> None:
    made = graph(Link("包工头", "班组长", Relation.SAME, 80))
    assert made.others["包工头"] == ("班组长",)
    assert made.lent["班组长"] == (("包工头", 0.8),)


def test_a_narrower_word_looks_for_the_wider_one_and_not_the_other_way() -> None:
    made = graph(Link("工资条", "工资", Relation.NARROWER, 50))
    assert made.lent["工资条"] == (("工资", 0.5),)
    assert "工资条" not in made.others
    assert dict(made.lent["工资"]) == {"薪水": 1.0}


def test_related_words_are_looked_for_and_never_read_as_each_other() -> None:
    made = graph(Link("讨薪", "仲裁", Relation.RELATED))
    assert (made.lent["讨薪"], made.lent["仲裁"]) == ((("仲裁", 1.0),), (("讨薪", 1.0),))
    assert made.alternatives(made.found("讨薪怎么办")) == {}


@pytest.mark.parametrize(
    "link", [Link("工资", "薪水", Relation.SAME, 0), Link("薪水", "工资", Relation.SAME, 0)]
)
def test_weight_nothing_takes_apart_what_came_with_the_platform(link: Link) -> None:
    made = graph(link)
    assert made.found("工资和薪水") == []


def test_what_was_the_same_is_only_related_when_somebody_says_so() -> None:
    made = graph(Link("薪水", "工资", Relation.RELATED, 40))
    assert "工资" not in made.others
    assert made.lent["工资"] == (("薪水", 0.4),)


def test_two_words_have_one_link_whichever_is_named_first() -> None:
    assert id_of("工资", "薪水") == id_of("薪水", "工资")


@pytest.mark.parametrize(("word", "other"), [("工资", "工资"), ("钱", "工资"), ("", "工资")])
def test_a_word_is_not_linked_with_itself_or_with_a_single_character(word: str, other: str) -> None:
    with pytest.raises(errors.WrongWords):
        link_of(word, other, Relation.SAME, 100)


def test_the_same_link_twice_is_told_so() -> None:
    link = link_of("工资", "薪水", Relation.SAME, 100)
    with pytest.raises(errors.SameLink):
        WordLink("x", link, version=1).now(link)


def test_links_lie_beside_the_index(tmp_path: Path) -> None:
    links = [Link("工资", "薪水", Relation.SAME, 0), Link("讨薪", "仲裁", Relation.RELATED, 40)]
    artefact.lay_links(tmp_path, links)
    assert artefact.links_in(tmp_path) == links


def test_a_learned_word_finds_what_says_it_otherwise_from_the_next_question_on(tmp_path: Path) -> None:
    documents = [
        Document("d", "珍珠岩板在哪里领", "到仓库领。"),
        Document("e", "安全帽在哪里领", "到班组领。"),
    ]
    engine = answering.made(tmp_path, documents)
    assert engine.rank("保温砖谁有").candidates == ()
    engine.learn([Link("保温砖", "珍珠岩板", Relation.SAME)])
    found = engine.rank("保温砖谁有").candidates
    assert found[0].id == "d"
    assert [(one.said, one.read_as) for one in found[0].swaps] == [("保温砖", "珍珠岩板")]
    engine.learn([])
    assert engine.rank("保温砖谁有").candidates == ()


def test_twenty_two_thousand_words_are_learnt_in_a_moment_and_cost_a_question_nothing() -> None:
    links = [Link(f"材料{number:05d}", f"物料{number:05d}", Relation.SAME) for number in range(11_000)]
    begun = time.process_time()
    made = graph(*links)
    learnt = time.process_time()
    assert made.found("请问材料10999号在哪里领，" + "别的话" * 60) == ["材料10999"]
    asked = time.process_time()
    assert len(made.lent) == 22_004
    assert (learnt - begun < 2, asked - learnt < 0.02) == (True, True)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    knowing.forget()
    yield
    knowing.forget()


def enter(who: Any, word: str, other: str, relation: str = "same", weight: int = 100) -> tuple[int, Any]:
    form = {"word": word, "other": other, "relation": relation, "weight": weight}
    return call(who, "POST", "/words", form)


def test_the_platform_enters_a_word_and_it_counts_two_seconds_later(office: Office) -> None:
    province, now = officer("33"), clock.now()
    office.published(question=f"{office.word}的砖在哪里领", answer="到仓库领。")
    asked = AnswerQuestion(text="芙蓉膏的砖在哪里领", region=COUNTY)
    before = asking.ask(None, now, asked)
    status, shown = enter(province, "芙蓉膏", office.word)
    assert (status, shown["shipped"]) == (201, False), shown
    told = asking.ask(None, now + dt.timedelta(seconds=3), asked)
    assert told.percent > before.percent
    assert told.answer is not None
    assert told.answer.swaps[0].read_as == office.word


def test_a_links_history_says_what_it_was_and_who_changed_it(office: Office) -> None:
    province = person((Role.PLATFORM_ADMIN, "*"))
    link_id = enter(province, f"甲{office.word}", f"乙{office.word}")[1]["id"]
    assert enter(province, f"乙{office.word}", f"甲{office.word}", "related", 30)[1]["id"] == link_id
    assert enter(province, f"乙{office.word}", f"甲{office.word}", "related", 30)[1]["code"] == (
        "answers.word.same"
    )
    steps = call(province, "GET", f"/words/{link_id}/history")[1]["items"]
    assert [("同义" in one["words"], "权重 30" in one["words"]) for one in steps] == [
        (True, False),
        (False, True),
    ]
    assert {one["by"] for one in steps} == {province.person_id}
    of_word = call(province, "GET", "/words/of", word=f"甲{office.word}")[1]["items"]
    assert [(one["id"], one["weight"]) for one in of_word] == [(link_id, 30)]
    assert link_id in [one["id"] for one in call(province, "GET", "/words", limit="50")[1]["items"]]


def test_what_came_with_the_platform_is_shown_with_what_was_entered(ground: None) -> None:
    word = tables.synonyms()[0][0]
    shown = call(officer("33"), "GET", "/words/of", word=word)[1]["items"]
    assert {one["other"] for one in shown if one["shipped"]} <= {
        one for group in tables.synonyms() for one in group
    }
    assert shown


def test_a_county_leaves_the_graph_alone(office: Office) -> None:
    assert enter(office.author, "砖头", "红砖")[0] == 403
