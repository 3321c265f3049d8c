"""One way of writing for every way of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.answers.engine import tables
from mashangban.domains.answers.rules import synonyms, wording

ALPHABET = tables.alphabet()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ＡＢＣ　１２３", "abc123"),
        ("勞動契約、薪資？", "劳动契约薪资"),
        ("工 资 （月薪）", "工资月薪"),
        ("", ""),
    ],
)
def test_width_case_marks_and_old_characters_do_not_count(written: str, plain: str) -> None:
    assert ALPHABET.plain(written) == plain


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    once = ALPHABET.plain(text)
    assert ALPHABET.plain(once) == once


@pytest.mark.parametrize(
    ("heard", "meant"), [("公资", "工资"), ("申清", "深情"), ("兰色", "南色"), ("张三", "脏山")]
)
def test_what_sounds_alike_is_one_sound(heard: str, meant: str) -> None:
    assert ALPHABET.sound(heard) == ALPHABET.sound(meant)


def test_what_sounds_otherwise_stays_apart() -> None:
    assert ALPHABET.sound("工资") != ALPHABET.sound("工地")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("请问怎么办理居住证谢谢", "怎么办理居住证"),
        ("我想咨询一下工伤认定", "工伤认定"),
        ("请问", "请问"),
        ("吗", "吗"),
    ],
)
def test_the_polite_frame_is_left_out_unless_nothing_else_was_said(said: str, asked: str) -> None:
    assert wording.core(said) == asked


def test_numbers_and_foreign_words_are_one_unit() -> None:
    assert wording.grams("打12333问app") == ["打", "12333", "问", "app", "打12333", "12333问", "问app"]


def test_the_longest_word_of_the_graph_is_read_first() -> None:
    graph = synonyms.graph([("劳动合同", "劳动契约"), ("合同", "契约")])
    assert graph.found("劳动合同到期") == ["劳动合同"]


def test_a_word_is_read_otherwise_only_where_the_answer_does_not_say_it() -> None:
    graph = synonyms.graph([("养老院", "安养机构", "敬老院")])
    meant = graph.alternatives(graph.found("养老院收费"))
    assert synonyms.read_with("养老院收费", meant, "安养机构的收费") == (
        "安养机构收费",
        (synonyms.Swap("养老院", "安养机构"),),
    )
    assert synonyms.read_with("养老院收费", meant, "养老院和敬老院") == ("养老院收费", ())
    assert synonyms.read_with("养老院收费", meant, "公园") == ("养老院收费", ())


def test_a_word_in_two_groups_stands_for_both() -> None:
    graph = synonyms.graph([("办理", "申办"), ("办理", "处理")])
    assert graph.others["办理"] == ("申办", "处理")
    assert "处理" not in graph.others["申办"]


def test_the_graph_that_ships_is_written_plainly_and_says_nothing_twice() -> None:
    for group in tables.synonyms():
        assert len(group) > 1
        assert len(set(group)) == len(group), group
        assert all(ALPHABET.plain(word) == word for word in group), group
