"""Each way through a package leads to a card, nothing is out of reach, papers stand on one list once."""

from dataclasses import replace
from typing import Any

import pytest

from mashangban.domains.guides.errors import PackageUnready
from mashangban.domains.guides.rules.branching import chosen, faults, following, kept, require_sound
from mashangban.domains.guides.rules.checklist import fewest_days, merged
from mashangban.domains.guides.rules.item import Material
from mashangban.domains.guides.rules.package import Card, Choice, PackageContent, Question, When
from mashangban.domains.guides.terms import GuideTheme, PaperMade, PaperNeed, PaperSource

YES_NO = (Choice("yes", "是"), Choice("no", "不是"))
COOK = Question("cook", "做热菜吗", YES_NO)
PIPE = Question("pipe", "有管道吗", YES_NO, (When("cook", ("yes",)),))
LICENCE, FOOD = Card("licence", "执照", "c1", "i1"), Card("food", "许可", "c2", "i2", ("licence",))
SMOKE = Card("smoke", "油烟", "c3", "i3", ("licence",), (When("pipe", ("no",)),))


def content(
    questions: tuple[Question, ...] = (COOK, PIPE), cards: tuple[Card, ...] = (LICENCE, FOOD, SMOKE)
) -> Any:
    return PackageContent("我要开餐馆", "一步一步来", GuideTheme.BUSINESS, questions, cards)


def told(one: PackageContent) -> list[str]:
    return [fault.message for fault in faults(one)]


def test_the_answers_choose_the_next_question_and_the_cards() -> None:
    one = content()
    assert following(one, {}) is COOK
    assert following(one, {"cook": "yes"}) is PIPE
    assert following(one, {"cook": "no"}) is None
    assert [card.key for card in chosen(one, {"cook": "no"})] == ["licence", "food"]
    assert [card.key for card in chosen(one, {"cook": "yes", "pipe": "no"})] == ["licence", "food", "smoke"]


def test_an_answer_to_what_is_not_asked_any_more_counts_for_nothing() -> None:
    one = content()
    assert kept(one, {"cook": "no", "pipe": "no"}) == {"cook": "no"}
    assert kept(one, {"cook": "maybe", "other": "x"}) == {}
    assert SMOKE not in chosen(one, {"cook": "no", "pipe": "no"})


def test_a_sound_package_has_no_fault() -> None:
    require_sound(content())
    require_sound(content(questions=(), cards=(LICENCE,)))


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (content(cards=()), "一步都没有写"),
        (content(questions=(COOK, COOK)), "问题编号“cook”写了两次"),
        (content(cards=(LICENCE, LICENCE)), "步骤编号“licence”写了两次"),
        (
            content(questions=(Question("cook", "做热菜吗", YES_NO[:1]),), cards=(LICENCE,)),
            "至少要有两个不同的选项",
        ),
        (content(questions=(PIPE, COOK), cards=(LICENCE,)), "用到前面没有的问题“cook”"),
        (content(cards=(Card("a", "甲", "c", "i", (), (When("cook", ("maybe",)),)),)), "没有的选项"),
        (content(cards=(FOOD, LICENCE)), "没有写在它前面"),
        (content(cards=(SMOKE,)), "没有写在它前面"),
    ],
)
def test_what_does_not_fit_together_is_named(one: PackageContent, fault: str) -> None:
    with pytest.raises(PackageUnready) as refused:
        require_sound(one)
    assert any(fault in gap.message for gap in refused.value.errors)


def test_a_way_that_ends_nowhere_is_told_with_its_answers() -> None:
    only = Card("smoke", "油烟", "c3", "i3", (), (When("pipe", ("no",)),))
    assert told(content(cards=(only,))) == ["答“是、是”的人一步都得不到", "答“不是”的人一步都得不到"]


def test_a_question_or_card_that_no_way_reaches_is_told() -> None:
    never = When("cook", ("yes",)), When("pipe", ("yes",)), When("cook", ("no",))
    lost = Question("lost", "问不到", YES_NO, never)
    card = Card("far", "到不了", "c", "i", (), (When("lost", ("yes",)),))
    assert told(content(questions=(COOK, PIPE, lost), cards=(LICENCE, card))) == [
        "“问不到”永远问不到",
        "“到不了”怎么答都不会出现",
    ]


def test_more_ways_than_anybody_can_look_over_are_refused() -> None:
    many = tuple(Question(f"q{n}", f"问题{n}", YES_NO) for n in range(11))
    assert "超过" in told(content(questions=many, cards=(LICENCE,)))[0]


def test_what_comes_after_what_decides_how_long_it_takes() -> None:
    assert fewest_days((LICENCE, FOOD, SMOKE), {"licence": 1, "food": 5, "smoke": 3}) == 6
    assert fewest_days((), {}) == 0
    assert fewest_days((FOOD,), {"food": 5}) == 5


def paper(name: str, **differs: Any) -> Material:
    plain = Material(name, PaperNeed.REQUIRED, PaperMade.EITHER, 1, 0, PaperSource.OWN)
    return replace(plain, **differs)


def test_a_paper_that_two_cards_want_stands_once() -> None:
    one = merged(
        [
            ("执照", paper("身份证", copies=1, need=PaperNeed.LATER)),
            ("许可", paper("健康证")),
            ("许可", paper("身份证", copies=2, licence="电子身份证")),
        ]
    )
    assert [found.material.name for found in one] == ["身份证", "健康证"]
    card = one[0].material
    assert (card.originals, card.copies, card.need, card.licence) == (1, 3, PaperNeed.REQUIRED, "电子身份证")
    assert one[0].wanted_by == ("执照", "许可")
