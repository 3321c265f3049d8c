"""The papers of a matter: their names, what they say, what one may do against them."""

import pytest

from mashangban.documents.rendering.typesetting import typeset
from mashangban.documents.rendering.wording.matter import matter_paper
from mashangban.documents.schemas.matter_forms import MatterPaper
from mashangban.documents.terms import Template
from tests.documents import samples


def words(**differs: object) -> dict[str, object]:
    given: MatterPaper = {**samples.MATTER, **differs}  # type: ignore[typeddict-item]
    return matter_paper(given)


def test_a_matters_paper_is_one_page_and_the_same_twice() -> None:
    first, again = (typeset(Template.MATTER_PAPER, samples.MATTER, samples.IMPRINT) for _ in range(2))
    assert (first.pages, first.boxes, first.sha256) == (1, (), again.sha256)


@pytest.mark.parametrize(
    ("kind", "permit", "granted", "title"),
    [
        ("receipt", True, False, "收件凭证"),
        ("acceptance", True, False, "受理通知书"),
        ("supplement", True, False, "一次性补正告知书"),
        ("refusal", True, False, "不予受理决定书"),
        ("decision", True, True, "准予行政许可决定书"),
        ("decision", True, False, "不予行政许可决定书"),
        ("decision", False, True, "办理结果决定书"),
    ],
)
def test_each_paper_has_its_name(kind: str, permit: bool, granted: bool, title: str) -> None:
    assert words(kind=kind, permit=permit, granted=granted)["title"] == title


def test_only_what_one_may_go_against_tells_the_remedy() -> None:
    told = {
        kind: bool(words(kind=kind)["remedy"]) for kind in ("receipt", "acceptance", "refusal", "decision")
    }
    assert told == {"receipt": False, "acceptance": False, "refusal": True, "decision": True}


def test_an_acceptance_by_silence_says_so() -> None:
    assert "自收到之日起即为受理" in str(words(kind="acceptance", silent=True)["body"])
    assert "经审查" in str(words(kind="acceptance")["body"])
