"""A question finds its answer: mistyped, in old characters, in other words, and when nobody knows it."""

from pathlib import Path

import pytest

from mashangban.domains.answers.engine import answering
from mashangban.domains.answers.engine.index import Document
from mashangban.domains.answers.terms import Tier
from tests.answers import knowledge


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> answering.Engine:
    """One index for all who only ask."""
    return answering.made(tmp_path_factory.mktemp("index"), knowledge.ALL)


@pytest.fixture
def own(tmp_path: Path) -> answering.Engine:
    """An index to change."""
    return answering.made(tmp_path, knowledge.ALL)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("老板拖欠工资怎么办", knowledge.WAGES),
        ("您好，请问老板拖欠工资了怎么办啊？谢谢", knowledge.WAGES),
        ("老板托欠公资怎么班", knowledge.WAGES),  # sounds alike
        ("老闆拖欠工資怎麼辦", knowledge.WAGES),  # traditional characters
        ("工资没发找谁", knowledge.WAGES),
        ("残疾人怎么领生活补贴", knowledge.CARE),  # other words for the same
        ("养老院怎么挑", knowledge.HOMES),
        ("新房漏谁水找维修", knowledge.REPAIR),  # two characters changed about
        ("居住证要带什么材料", knowledge.HIDDEN),  # nobody wrote its question down
        ("施工许可证怎么办", knowledge.PERMIT),
    ],
)
def test_a_question_finds_its_answer(engine: answering.Engine, asked: str, wanted: Document) -> None:
    assert engine.rank(asked).candidates[0].id == wanted.id


def test_a_known_question_is_answered_and_an_unknown_one_goes_to_a_person(engine: answering.Engine) -> None:
    known, strange = engine.rank("老板拖欠工资怎么办"), engine.rank("火星上几点日出")
    assert known.tier is Tier.ANSWER
    assert strange.tier is Tier.PERSON
    assert strange.chance < 0.25 < 0.75 <= known.chance


@pytest.mark.parametrize("empty", ["", "？！", "    ", "😀"])
def test_nothing_asked_is_nothing_found(engine: answering.Engine, empty: str) -> None:
    found = engine.rank(empty)
    assert found.candidates == ()
    assert found.tier is Tier.PERSON


def test_an_account_of_ten_thousand_characters_is_read_as_far_as_it_says_what_it_wants(
    engine: answering.Engine,
) -> None:
    assert engine.rank("老板拖欠工资怎么办" + "我很着急" * 2500).candidates[0].id == knowledge.WAGES.id


def test_it_says_which_words_it_found_and_which_it_read_otherwise(engine: answering.Engine) -> None:
    asked = "残疾人申请生活补助带什么"
    found = engine.rank(asked).candidates[0]
    reasons = found.reasons(engine.plain(asked))
    assert "申请生活补助" in reasons.in_question
    assert [(swap.said, swap.read_as) for swap in reasons.swaps] == [("残疾人", "身心障碍者")]


def test_a_changed_document_is_found_at_once_and_its_former_words_no_more(own: answering.Engine) -> None:
    own.index.change([Document(knowledge.WAGES.id, "暑期游泳课报名", "到体育馆报名。")], [])
    assert own.rank("暑期游泳课报名").candidates[0].id == knowledge.WAGES.id
    assert all(
        one.known.question.plain != "老板拖欠工资怎么办" for one in own.rank("老板拖欠工资怎么办").candidates
    )


def test_a_withdrawn_document_is_not_found(own: answering.Engine) -> None:
    own.index.change([], [knowledge.REPAIR.id])
    assert knowledge.REPAIR.id not in [one.id for one in own.rank("新房漏水找谁维修").candidates]


def test_two_changes_of_one_document_leave_the_later(own: answering.Engine) -> None:
    own.index.change([Document("new", "高温津贴发多少", "")], [])
    own.index.change([Document("new", "高温津贴什么时候发", "")], [])
    found = [one.known.question.plain for one in own.rank("高温津贴").candidates if one.id == "new"]
    assert found == ["高温津贴什么时候发"]


def test_the_same_question_is_ranked_the_same(engine: answering.Engine) -> None:
    first, again = engine.rank("公积金在哪里提取"), engine.rank("公积金在哪里提取")
    assert [one.id for one in first.candidates] == [one.id for one in again.candidates]
    assert first.chance == again.chance
