"""What the ranker learns from: questions, the documents that answer them, an index some of whose titles are hidden."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from answering.variations import Variations
from mashangban.domains.answers.engine.index import Document

_HIDDEN, _ABSENT = 0.2, 0.12  # documents whose question is hidden, and that are left out altogether


@dataclass(frozen=True, slots=True)
class Lesson:
    """One question with its right documents; none where a person has to answer."""

    text: str
    right: frozenset[str]
    group: str
    written: bool  # by a person, not drawn


@dataclass(frozen=True, slots=True)
class Course:
    """Documents to index, and questions to them."""

    documents: list[Document]
    lessons: list[Lesson]


def course(folder: Path, draw: Variations, seed: int) -> Course:
    """From dev_clean_corpus.jsonl and dev_clean_queries_open.jsonl: the sources whose licence lets weights ship."""
    chance = random.Random(seed)
    rows = [json.loads(line) for line in (folder / "dev_clean_corpus.jsonl").open(encoding="utf-8")]
    documents, lessons = [], []
    for row in rows:
        document = Document(row["id"], row["question"], row["answer"], " ".join(row["keywords"]))
        statute = row["id"].startswith("sta-")
        fate = 1.0 if statute or not row["question"] else chance.random()
        absent, hidden = fate < _ABSENT, fate < _ABSENT + _HIDDEN and len(row["answer"]) > 25
        if not absent:
            documents.append(replace(document, question="") if hidden else document)
        if row["question"] and not statute:
            right = frozenset() if absent else frozenset({document.id})
            lessons += [
                Lesson(text, right, document.id, False) for text in _drawn(row["question"], draw, chance)
            ]
    return Course(documents, lessons + list(_written(folder)))


def _drawn(question: str, draw: Variations, chance: random.Random) -> Iterator[str]:
    yield draw.spoken(question)
    yield chance.choice((draw.mistyped, draw.brief, draw.spoken))(question)


def _written(folder: Path) -> Iterator[Lesson]:
    for line in (folder / "dev_clean_queries_open.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        right = frozenset(row["relevant"])
        yield Lesson(row["query"], right, min(right, default=row["id"]), True)
