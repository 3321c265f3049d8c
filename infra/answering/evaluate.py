"""`make eval-answers`: ranks the questions of one file among the documents of another.

python -m answering.evaluate <corpus.jsonl> <queries.jsonl> <ranked.jsonl>

Reads {id, question, answer, keywords} and {id, query}; writes a line a query: {id, ids (ten, best first), confidence}.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mashangban.domains.answers.engine import answering
from mashangban.domains.answers.engine.index import Document

TEN = 10


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one a line."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def documents(path: Path) -> Iterator[Document]:
    """The corpus as the index takes it."""
    for row in lines(path):
        yield Document(
            row["id"], row.get("question", ""), row.get("answer", ""), " ".join(row.get("keywords", []))
        )


def ranked(engine: answering.Engine, queries: Path) -> Iterator[dict[str, Any]]:
    """Each query with its ten documents."""
    for row in lines(queries):
        found = engine.rank(row["query"])
        ids = [one.id for one in found.candidates[:TEN]]
        yield {"id": row["id"], "ids": ids, "confidence": round(found.chance, 4)}


def main(corpus: Path, queries: Path, out: Path) -> None:
    """Index, ask, write."""
    with tempfile.TemporaryDirectory() as folder:
        engine = answering.made(Path(folder), documents(corpus))
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ranked(engine, queries))
    out.write_text(text, "utf-8")
    print(f"{out}: {text.count(chr(10))} questions among {engine.index.size} documents")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
