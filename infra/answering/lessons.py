"""What the ranker learns from: questions, the documents that answer them, an index some of whose titles are hidden."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answering.variations import Variations
from mashangban.domains.answers.engine.index import Document

_HIDDEN, _ABSENT = 0.2, 0.12  # documents whose question is hidden, and that are left out altogether
_ASKED, _TAUGHT = 2.0, 1.0
_WRITTEN = Path(__file__).with_name("written")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One question with its right documents; none where a person has to answer."""

    text: str
    right: frozenset[str]
    group: str
    weight: float  # what it counts in the course: most where people asked, not a program nor this ranker's teacher
    judges: bool  # whether the confidence learns from it: among look-alikes every short question has one right answer


@dataclass(frozen=True, slots=True)
class Course:
    """Documents to index, and questions to them."""

    documents: list[Document]
    lessons: list[Lesson]


def course(folder: Path, draw: Variations, seed: int) -> Course:
    """From the dev_clean files, whose licence lets weights ship, and from written/*.jsonl, made for this ranker."""
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
                Lesson(text, right, document.id, _TAUGHT, True)
                for text in _drawn(row["question"], draw, chance)
            ]
    ours = [_group(row, chance) for row in _groups()]
    return Course(
        documents + [one for made in ours for one in made.documents],
        lessons + list(_asked(folder)) + [one for made in ours for one in made.lessons],
    )


def _groups() -> Iterator[dict[str, Any]]:
    """{id, question, answer, asked: other ways to ask it, near: what asks something else in nearly its words}."""
    for path in sorted(_WRITTEN.glob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8")):
            yield json.loads(line) | {"id": f"{path.stem}-{number}"}


def _group(row: dict[str, Any], chance: random.Random) -> Course:
    """A question among its confusable neighbours; now and then it is not there, and a person has to answer."""
    near = [Document(f"{row['id']}-{at}", text, "") for at, text in enumerate(row["near"])]
    absent = chance.random() < _ABSENT
    right = frozenset() if absent else frozenset({row["id"]})
    documents = near if absent else [Document(row["id"], row["question"], row["answer"]), *near]
    return Course(documents, [Lesson(text, right, row["id"], _TAUGHT, False) for text in row["asked"]])


def _drawn(question: str, draw: Variations, chance: random.Random) -> Iterator[str]:
    yield draw.spoken(question)
    yield chance.choice((draw.mistyped, draw.brief, draw.spoken))(question)


def _asked(folder: Path) -> Iterator[Lesson]:
    for line in (folder / "dev_clean_queries_open.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        right = frozenset(row["relevant"])
        yield Lesson(row["query"], right, min(right, default=row["id"]), _ASKED, True)
