"""The demo world's own pairs: complete, with sources, and found by the ways people ask them."""

import re
from io import BytesIO

import pytest

from checks import house
from demo import answers as demo
from mashangban.domains.answers.engine import answering
from mashangban.domains.answers.engine.index import Document
from mashangban.domains.answers.terms import Tier
from mashangban.files.rules.content import inspect
from mashangban.files.terms import ContentType

FORMS = [demo.form_of(row) for row in demo.rows()]


def test_every_pair_names_its_source_and_most_their_clause() -> None:
    assert len(FORMS) >= 30
    assert all(one.source and one.answer.endswith("。") for one in FORMS)
    clauses = [one.clause for one in FORMS if one.clause]
    assert len(clauses) >= 30
    assert all(re.match(r"第.+条|政策", one) for one in clauses)
    assert len({one.question for one in FORMS}) == len(FORMS)


def test_one_pair_has_a_picture_that_is_drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTS_DIR", str(house.ROOT / "layers/documents/fonts/build"))
    assert demo.PICTURED in [one.question for one in FORMS]
    assert inspect(BytesIO(demo._slip()), ContentType.PNG) is None


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> answering.Engine:
    documents = [Document(one.question, one.question, one.answer, " ".join(one.titles)) for one in FORMS]
    return answering.made(tmp_path_factory.mktemp("index"), documents)


@pytest.mark.parametrize("form", FORMS, ids=[one.question for one in FORMS])
def test_it_is_found_by_its_own_question_and_offered_by_its_other_ones(
    engine: answering.Engine, form: object
) -> None:
    assert isinstance(form, type(FORMS[0]))
    own = engine.rank(form.question)
    assert (own.candidates[0].id, own.tier) == (form.question, Tier.ANSWER)
    for title in form.titles:
        assert form.question in [one.id for one in engine.rank(title).candidates[:3]], title


@pytest.mark.parametrize(
    ("spoken", "wanted"),
    [
        ("包工头跑了我的工钱找谁要啊", "老板拖欠工资怎么办"),
        ("老板托欠公资怎么班", "老板拖欠工资怎么办"),
        ("房顶漏雨了谁给修", "新房漏水找谁维修"),
        ("公积金咋取", "什么情况可以提取公积金"),
        ("仲裁要花钱不", "劳动仲裁要交多少钱"),
    ],
)
def test_spoken_and_mistyped_questions_find_it_among_three(
    engine: answering.Engine, spoken: str, wanted: str
) -> None:
    assert wanted in [one.id for one in engine.rank(spoken).candidates[:3]]


@pytest.mark.parametrize("text", [text for text, _ in demo.UNKNOWN])
def test_what_the_demo_cannot_answer_is_not_answered(engine: answering.Engine, text: str) -> None:
    assert engine.rank(text).tier is not Tier.ANSWER
