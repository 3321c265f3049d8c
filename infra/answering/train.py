"""The ranker and the confidence: `.tools/training/bin/python -m answering.train <folder of the data> [trees]`.

Learns from data that may ship only (dev_clean files, written/), writes engine/tables/ranker.json. LightGBM makes the
trees; the product walks them in plain Python (rules/trees.py).
"""

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from answering.lessons import Lesson, course
from answering.variations import Variations
from mashangban.domains.answers.engine import tables
from mashangban.domains.answers.engine.answering import Engine
from mashangban.domains.answers.engine.index import Index, build
from mashangban.domains.answers.rules import confidence, features, synonyms, trees

OUT = Path(tables.__file__).with_name("ranker.json")
FOLDS, SEED = 5, 7
# What can only speak for a document, or only against it: the ranker may not learn the opposite from chance.
FOR = {
    "question_share", "question_best", "whole_share", "whole_best", "sound_share", "sound_best", "known", "known_whole",
    "known_answer", "rarest_known", "units_known", "dice", "theirs_known", "core_ratio", "core_partial", "sound_ratio",
    "sound_dice", "asks_same", "numbers_same",
}  # fmt: skip
AGAINST = {"rarest_missing", "asks_other", "denial"}
SETTINGS: dict[str, Any] = {
    "objective": "lambdarank", "learning_rate": 0.06, "num_leaves": 12, "min_data_in_leaf": 60, "lambda_l2": 5.0,
    "feature_fraction": 0.7, "bagging_fraction": 0.8, "bagging_freq": 1,
    "lambdarank_truncation_level": 10, "verbose": -1,
    "seed": SEED, "num_threads": 2, "deterministic": True,
    "monotone_constraints": [(name in FOR) - (name in AGAINST) for name in features.NAMES],
    "monotone_constraints_method": "advanced",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One lesson with the numbers of its candidates."""

    lesson: Lesson
    ids: list[str]
    values: np.ndarray


def main(folder: Path, count: int) -> None:
    """Learn, say how well on questions that were held back, write."""
    alphabet, graph = tables.alphabet(), synonyms.graph(tables.synonyms())
    taught = course(folder, Variations(alphabet, graph, SEED), SEED)
    with tempfile.TemporaryDirectory() as place:
        build(Path(place), taught.documents, alphabet)
        engine = Engine(Index(Path(place), alphabet), alphabet, graph, None)
        cases = [_case(engine, lesson) for lesson in taught.lessons]
    cases = [case for case in cases if case.ids]
    folds = np.array([hash_of(case.lesson.group) % FOLDS for case in cases])
    held: list[tuple[list[float], bool]] = []
    for fold in range(FOLDS):
        model = _fit([case for case, at in zip(cases, folds, strict=True) if at != fold], count)
        ours = trees.Trees(_roots(model))
        back = [case for case, at in zip(cases, folds, strict=True) if at == fold and case.lesson.judges]
        held += [_judged(ours, case) for case in back]
    signals, right = np.array([one for one, _ in held]), np.array([float(one) for _, one in held])
    print(f"{len(cases)} questions; of {len(held)} held back {right.mean():.3f} first right")
    learned = {"trees": _roots(_fit(cases, count)), "confidence": _logistic(signals, right)}
    OUT.write_text(json.dumps(learned) + "\n", "utf-8")


def hash_of(group: str) -> int:
    """The same fold for the same document, on every machine."""
    return sum((place + 1) * ord(one) for place, one in enumerate(group))


def _case(engine: Engine, lesson: Lesson) -> Case:
    found = engine.candidates(engine.plain(lesson.text))
    return Case(lesson, [one.id for one in found], np.array([one.values for one in found]))


def _fit(cases: list[Case], count: int) -> lightgbm.Booster:
    useful = [case for case in cases if case.lesson.right & set(case.ids)]
    data = lightgbm.Dataset(
        np.concatenate([case.values for case in useful]),
        [float(one in case.lesson.right) for case in useful for one in case.ids],
        group=[len(case.ids) for case in useful],
        weight=np.concatenate([np.full(len(case.ids), case.lesson.weight) for case in useful]),
    )
    return lightgbm.train(SETTINGS, data, count)


def _roots(model: lightgbm.Booster) -> list[Any]:
    return [_node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def _node(raw: dict[str, Any]) -> Any:
    if "leaf_value" in raw:
        return round(raw["leaf_value"], 5)
    return [
        raw["split_feature"],
        round(raw["threshold"], 5),
        _node(raw["left_child"]),
        _node(raw["right_child"]),
    ]


def _judged(ranker: trees.Trees, case: Case) -> tuple[list[float], bool]:
    scores = np.array([ranker.score(values) for values in case.values.tolist()])
    order = np.argsort(-scores, kind="stable")
    rows = [case.values[at].tolist() for at in order[:2]]
    signals = confidence.signals(scores[order].tolist(), rows, int(rows[0][features.NAMES.index("length")]))
    return signals, case.ids[order[0]] in case.lesson.right


def _logistic(signals: np.ndarray, right: np.ndarray) -> dict[str, Any]:
    """Newton's method with a little ridge: twenty-odd weights need no library."""
    shifts, scales = signals.mean(0), signals.std(0) + 1e-6
    table = np.hstack([(signals - shifts) / scales, np.ones((len(signals), 1))])
    weights = np.zeros(table.shape[1])
    ridge = np.eye(len(weights)) * 2.0
    ridge[-1, -1] = 0.0
    for _ in range(25):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - ridge @ weights
        weights += np.linalg.solve((table * (chance * (1 - chance))[:, None]).T @ table + ridge, slope)
    rounded = [[round(float(one), 5) for one in values] for values in (weights[:-1], shifts, scales)]
    return {
        "bias": round(float(weights[-1]), 5),
        "weights": rounded[0],
        "shifts": rounded[1],
        "scales": rounded[2],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 150)
