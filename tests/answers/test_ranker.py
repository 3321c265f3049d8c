"""What was learned elsewhere is walked here, and what it costs to begin."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from answering import evaluate
from mashangban.domains.answers.engine import tables
from mashangban.domains.answers.rules import confidence, features, trees
from mashangban.domains.answers.terms import SURE, UNSURE, Tier
from tests.answers import knowledge

HEAVY = {"numpy", "scipy", "jieba", "lightgbm", "sklearn", "pypinyin", "opencc"}


def test_a_tree_goes_left_where_the_number_is_at_most_the_threshold() -> None:
    forest = trees.Trees([[0, 0.5, -1.0, [1, 2.0, 1.0, 3.0]], 0.25])
    assert [forest.score(values) for values in ([0.5, 9], [0.6, 2.0], [0.6, 2.1])] == [-0.75, 1.25, 3.25]


def test_documents_are_ordered_by_all_trees_and_equal_ones_as_they_were_found() -> None:
    forest = trees.Trees([[0, 0.5, 0.0, 1.0]] * trees.FIRST + [[1, 0.5, 0.0, 50.0]])
    assert forest.ordered([[1, 0], [0, 1], [1, 0], [1, 1]]) == [(90.0, 3), (50.0, 1), (40.0, 0), (40.0, 2)]


def test_who_is_behind_the_best_after_the_first_trees_stays_behind() -> None:
    forest = trees.Trees([[0, 0.5, 0.0, 1.0]] * trees.FIRST + [[1, 0.5, 0.0, 50.0]])
    rows = [[0.0, 1.0]] + [[1.0, 0.0]] * trees.KEPT
    assert forest.ordered(rows)[-1] == (0.0, 0)
    assert forest.ordered(rows[:-1])[0] == (50.0, 0)


def test_the_ranker_that_ships_reads_only_numbers_that_are_made() -> None:
    forest, logistic = tables.ranker()
    forest.score([0.0] * len(features.NAMES))
    forest.score([1.0] * len(features.NAMES))
    assert len(forest.roots) > trees.FIRST
    assert {len(one) for one in (logistic.weights, logistic.shifts, logistic.scales)} == {
        len(confidence.SIGNALS)
    }


@pytest.mark.parametrize(
    ("chance", "tier"),
    [
        (1.0, Tier.ANSWER),
        (SURE, Tier.ANSWER),
        (SURE - 1e-9, Tier.CHOICE),
        (UNSURE, Tier.CHOICE),
        (UNSURE - 1e-9, Tier.PERSON),
    ],
)
def test_how_sure_one_must_be(chance: float, tier: Tier) -> None:
    assert confidence.tier(chance) is tier


def test_a_known_question_comes_out_of_the_index_as_it_went_in() -> None:
    made = features.Known("x", features.question("2026年不发工资怎么办", tables.alphabet()), "去投诉")
    assert features.unpacked("x", features.packed(made)) == made
    empty = features.Known("y", features.question("", tables.alphabet()), "")
    assert features.unpacked("y", features.packed(empty)) == empty


def test_every_pair_of_texts_gives_as_many_numbers_as_there_are_names() -> None:
    hit = features.Hit((0.0,) * 9)
    for mine in ("", "工", "工资怎么发"):
        asked = features.asked(mine, tables.alphabet(), lambda _: 1.0)
        for text in ("", "工", "工资怎么发"):
            other = features.Known("x", features.question(text, tables.alphabet()), text)
            assert len(features.compare(asked, other, hit, 0)) == len(features.NAMES)


def test_no_heavy_package_is_loaded_with_the_engine() -> None:
    code = "import sys, mashangban.domains.answers.engine.answering; print(*{m.split('.')[0] for m in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()


def test_questions_of_a_file_are_ranked_ten_a_line(tmp_path: Path) -> None:
    corpus, queries, out = tmp_path / "corpus.jsonl", tmp_path / "queries.jsonl", tmp_path / "ranked.jsonl"
    rows = [{"id": one.id, "question": one.question, "answer": one.answer} for one in knowledge.ALL]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    queries.write_text(
        json.dumps({"id": "q1", "query": "拖欠工资"}) + "\n" + json.dumps({"id": "q2", "query": "?"}), "utf-8"
    )
    evaluate.main(corpus, queries, out)
    first, second = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert first["id"] == "q1"
    assert first["ids"][0] == "wages"
    assert len(first["ids"]) <= 10
    assert 0 < first["confidence"] < 1
    assert second == {"id": "q2", "ids": [], "confidence": 0.0}
