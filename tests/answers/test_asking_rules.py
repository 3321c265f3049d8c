"""Whose question it is, what is asked back, and when a question is work."""

from datetime import timedelta
from pathlib import Path

import pytest

from mashangban.domains.answers import errors
from mashangban.domains.answers.engine import answering, artefact
from mashangban.domains.answers.engine.index import Document
from mashangban.domains.answers.rules import routing
from mashangban.domains.answers.rules.asked import Gap, tier_of
from mashangban.domains.answers.rules.clarifying import Option, ask_back
from mashangban.domains.answers.terms import GapState, Tier
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import clock
from tests.answers import knowledge

NOW = clock.from_text("2026-11-26T02:00:00Z")
GAP = Gap("g", "33", AnswerDepartment.LABOUR, "问", 1, NOW, NOW)
HOW, PAPERS = frozenset({"how"}), frozenset({"papers"})


@pytest.mark.parametrize(
    ("plain", "nearest", "chance", "wanted"),
    [
        ("老板拖欠工资怎么办", None, 0.0, AnswerDepartment.LABOUR),
        ("公积金怎么取", AnswerDepartment.LABOUR, 0.2, AnswerDepartment.FUND),
        ("这个怎么弄", AnswerDepartment.TAX, 0.2, AnswerDepartment.TAX),
        ("这个怎么弄", AnswerDepartment.TAX, 0.05, AnswerDepartment.FRONT),
        ("火星上几点日出", None, 0.0, AnswerDepartment.FRONT),
    ],
)
def test_a_question_belongs_to_a_department(
    plain: str, nearest: AnswerDepartment | None, chance: float, wanted: AnswerDepartment
) -> None:
    assert routing.department_of(plain, nearest, chance) is wanted


@pytest.mark.parametrize(
    ("region", "wanted"), [("", ()), ("33", ("", "33")), ("330110", ("", "33", "3301", "330110"))]
)
def test_what_holds_in_a_place_holds_in_all_above_it(region: str, wanted: tuple[str, ...]) -> None:
    assert routing.regions_over(region) == wanted


def test_every_department_has_a_line_and_no_word_is_twos() -> None:
    assert all(one.line.isdecimal() and one.line_name for one in AnswerDepartment)
    words = [word for one in AnswerDepartment for word in one.words]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ([], ""),
        ([Option("居住证怎么办", HOW)], "您想问的是“居住证怎么办”吗？"),
        (
            [Option("居住证怎么办", HOW), Option("居住证带什么", PAPERS)],
            "您想知道的是怎么办，还是要带什么材料？",
        ),
        (
            [Option("居住证怎么办", HOW), Option("护照怎么办", HOW)],
            "您想问的是“居住证怎么办”，还是“护照怎么办”？",
        ),
    ],
)
def test_what_is_asked_back_tells_the_near_ones_apart(options: list[Option], wanted: str) -> None:
    assert ask_back(options) == wanted


@pytest.mark.parametrize(
    ("tier", "usable", "wanted"),
    [
        (Tier.ANSWER, ["a", "b"], Tier.ANSWER),
        (Tier.ANSWER, ["b"], Tier.CHOICE),
        (Tier.CHOICE, ["b"], Tier.CHOICE),
        (Tier.PERSON, ["a"], Tier.PERSON),
        (Tier.ANSWER, [], Tier.PERSON),
    ],
)
def test_nobody_is_surer_of_the_second_than_of_the_first(tier: Tier, usable: list[str], wanted: Tier) -> None:
    assert tier_of(tier, ["a", "b"], usable) is wanted


def test_an_open_question_is_counted_and_opens_again_when_its_answer_is_not_found() -> None:
    later = NOW + timedelta(days=1)
    again = GAP.taken("p").again(later)
    assert (again.asked, again.last_at, again.state) == (2, later, GapState.TAKEN)
    assert again.answered("p").again(later).state is GapState.OPEN


def test_what_nobody_needs_to_answer_stays_so() -> None:
    left = GAP.dismissed("广告")
    assert (left.state, left.note, left.again(NOW).state) == (GapState.DISMISSED, "广告", GapState.DISMISSED)
    with pytest.raises(errors.GapClosed):
        left.dismissed("再来")


LOCAL = Document("local", "老板拖欠工资怎么办", "到余杭区人社局投诉。", region="330110")
ABOVE = Document("above", "老板拖欠工资怎么办呢", "打浙江12333。", region="33")
ELSEWHERE = Document("elsewhere", "老板拖欠工资怎么办呀", "到苏州人社局。", region="3205")


@pytest.fixture(scope="module")
def regional(tmp_path_factory: pytest.TempPathFactory) -> answering.Engine:
    documents = [LOCAL, ABOVE, ELSEWHERE, *knowledge.ALL]
    return answering.made(tmp_path_factory.mktemp("index"), documents)


def test_another_regions_answer_is_nobodys_answer_here(regional: answering.Engine) -> None:
    here = routing.regions_over("330110")
    found = [one.id for one in regional.rank("老板拖欠工资怎么办", here).candidates]
    assert {"local", "above", "wages"} <= set(found)
    assert "elsewhere" not in found
    assert "elsewhere" in [one.id for one in regional.rank("老板拖欠工资怎么办").candidates]


def test_where_it_holds_says_nothing_about_how_well_it_answers(
    regional: answering.Engine, tmp_path: Path
) -> None:
    alone = answering.made(tmp_path, [*knowledge.ALL])
    everywhere = [one.id for one in alone.rank("新房漏水找谁维修").candidates]
    within = [one.id for one in alone.rank("新房漏水找谁维修", ("", "33")).candidates]
    assert within == everywhere


@pytest.mark.parametrize("typed", ["拖欠", "拖欠工资", "老板拖"])
def test_what_is_typed_brings_the_questions_that_say_it(regional: answering.Engine, typed: str) -> None:
    assert regional.suggest(typed, ("", "330110"))[0].known.question.plain == "老板拖欠工资怎么办"


@pytest.mark.parametrize("typed", ["", "火", "火星"])
def test_what_nobody_knows_suggests_nothing(regional: answering.Engine, typed: str) -> None:
    assert regional.suggest(typed) == []


def test_an_index_that_was_packed_answers_where_it_is_laid_out_and_takes_changes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    engine = answering.made(first, knowledge.ALL)
    engine.index.change([], [knowledge.REPAIR.id])
    artefact.unpack(artefact.pack(first), second)
    other = answering.opened(second)
    assert other.rank("老板拖欠工资怎么办").candidates[0].id == knowledge.WAGES.id
    assert knowledge.REPAIR.id not in [one.id for one in other.rank("新房漏水找谁维修").candidates]
    other.index.change([knowledge.REPAIR], [])
    assert other.rank("新房漏水找谁维修").candidates[0].id == knowledge.REPAIR.id


def test_an_empty_index_fills_up_by_its_changes(tmp_path: Path) -> None:
    engine = answering.made(tmp_path, [])
    assert engine.rank("老板拖欠工资怎么办").candidates == ()
    engine.index.change(knowledge.ALL, [])
    assert engine.rank("老板拖欠工资怎么办").candidates[0].id == knowledge.WAGES.id
