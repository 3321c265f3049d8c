"""P6: questions answered by our engine, against tantivy alone, bm25s, FTS5 and Xapian over the same terms.

Reads corpus.jsonl and queries_open.jsonl of the folder that ANSWERS_DATA names (they are not ours to ship; without it
the bench says so and ends). Every peer gets the same documents as the same terms: characters and pairs of them.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from answering import evaluate
from mashangban.domains.answers.engine import answering, index, tables
from mashangban.domains.answers.rules import wording

ROOT = Path(__file__).parents[2]
PEER_PYTHON = ROOT / ".tools/training/bin/python"
SYSTEM_PYTHON = Path("/usr/bin/python3")
EVERY = 5  # of the queries
PARA = ("para_general", "para_finance", "para_typo", "typo_title", "gov_colloq", "gov_detail", "gov_item")
ANSWER_ONLY = ("gov_ans", "law_ans", "law_statute")
GOVERNMENT = ("gov_colloq", "gov_detail", "gov_item", "gov_ans", "typo_title", "law_ans")
GROUPS = {"PARA": PARA, "ANS": ANSWER_ONLY, "GOV": GOVERNMENT}
# What share is to be right, as the first, among three, among ten.
RIGHT = {"PARA": (0.73, 0.83, 0.88), "GOV": (0.75, 0.84)}
Measured = dict[str, Any]


def main() -> None:
    """Measure and print."""
    folder = Path(os.environ.get("ANSWERS_DATA", ""))
    if not (folder / "corpus.jsonl").is_file():
        print("Not measured: ANSWERS_DATA names no folder with corpus.jsonl and queries_open.jsonl.")
        return
    documents = list(evaluate.documents(folder / "corpus.jsonl"))
    queries = list(evaluate.lines(folder / "queries_open.jsonl"))[::EVERY]
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        sides = _peers(home, documents, [row["query"] for row in queries])
        sides["ours"] = _child(home / "ours", folder, queries, home)
        sides["tantivy alone"] = _alone(home / "ours", [row["query"] for row in queries])
        size = sum(path.stat().st_size for path in (home / "ours").iterdir())
        first = min(_first(home / "ours") for _ in range(5))
    print("| engine | PARA R@1/3/10 | ANS R@1/3/10 | GOV R@1/3/10 | CPU ms p50/p99 | build s | peak MB |")
    print("|---|---|---|---|---|---|---|")
    for name, side in sides.items():
        recall = " | ".join(_recall(side["ranked"], queries, kinds) for kinds in GROUPS.values())
        spent = sorted(side["taken"])
        times = f"{spent[len(spent) // 2] * 1e3:.1f}/{spent[int(len(spent) * 0.99)] * 1e3:.1f}"
        print(f"| {name} | {recall} | {times} | {side['built']:.1f} | {side['memory'] or '-':.4} |")
    print(
        f"\n{len(documents)} documents, {len(queries)} questions. Ours: index {size / 2**20:.0f} MB on disk;"
    )
    print(
        f"import, load and first question in a fresh process {first * 1e3:.0f} ms (CPU, less the bare interpreter)."
    )
    _print_targets(sides["ours"], queries, size / 2**20, first * 1e3)


def _print_targets(ours: Measured, queries: list[dict[str, Any]], disk: float, first: float) -> None:
    """Recall is asked of questions that nobody here has seen: what these say of it is a hint."""
    spent = sorted(ours["taken"])
    for name, targets in RIGHT.items():
        found = _shares(ours["ranked"], queries, GROUPS[name])
        told = "/".join(f"{one:.2f}" for one in targets)
        reached = all(one >= target for one, target in zip(found, targets, strict=False))
        print(f"{name}, target at least {told}: {_verdict(reached)}.")
    for name, value, most in (
        ("CPU ms, half of the questions", spent[len(spent) // 2] * 1e3, 6),
        ("CPU ms, 99 of 100", spent[int(len(spent) * 0.99)] * 1e3, 15),
        ("Index MB", disk, 35),
        ("Peak MB", ours["memory"], 120),
        ("First answer ms", first, 60),
    ):
        print(f"{name} {value:.1f}, target at most {most}: {_verdict(value <= most)}.")


def _verdict(reached: bool) -> str:
    return "reached" if reached else "MISSED"


def _recall(ranked: list[list[str]], queries: list[dict[str, Any]], kinds: tuple[str, ...]) -> str:
    return "/".join(f"{share:.3f}" for share in _shares(ranked, queries, kinds))


def _shares(ranked: list[list[str]], queries: list[dict[str, Any]], kinds: tuple[str, ...]) -> list[float]:
    """Of how many questions a right document is the first, among three, among ten."""
    places = [
        next((place for place, one in enumerate(ids, 1) if one in row["relevant"]), 99)
        for ids, row in zip(ranked, queries, strict=True)
        if row["kind"] in kinds
    ]
    return [sum(place <= most for place in places) / len(places) for most in (1, 3, 10)]


def _terms(texts: Iterable[str]) -> list[str]:
    alphabet = tables.alphabet()
    return [" ".join(wording.grams(alphabet.plain(text)[: wording.LONGEST * 2])) for text in texts]


def _peers(home: Path, documents: list[index.Document], queries: list[str]) -> dict[str, Measured]:
    texts = _terms(f"{one.question} {one.titles} {one.answer}" for one in documents)
    asked = _terms(queries)
    job = home / "job.json"
    job.write_text(json.dumps({"texts": texts, "queries": asked}), "utf-8")
    found = {"bm25s": _peer(PEER_PYTHON, "answers_bm25s", job), "SQLite FTS5": _sqlite(texts, asked)}
    if _has_xapian():
        found["Xapian"] = _peer(SYSTEM_PYTHON, "answers_xapian", job)
    else:
        print("Xapian was not measured: `apt-get install python3-xapian`.\n")
    for side in found.values():
        side["ranked"] = [[documents[number].id for number in ids] for ids in side["ranked"]]
    return found


def _peer(python: Path, name: str, job: Path) -> Measured:
    command = [str(python), str(ROOT / f"tests/bench/peers/{name}.py"), str(job)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: Measured = json.loads(done.stdout)
    return found


def _has_xapian() -> bool:
    asked = [str(SYSTEM_PYTHON), "-c", "import xapian"]
    return SYSTEM_PYTHON.exists() and not subprocess.run(asked, capture_output=True, check=False).returncode


def _timed(queries: Iterable[str], ask: Callable[[str], list[Any]]) -> tuple[list[list[Any]], list[float]]:
    ranked, taken = [], []
    for query in queries:
        started = time.process_time()
        ranked.append(ask(query))
        taken.append(time.process_time() - started)
    return ranked, taken


def _sqlite(texts: list[str], queries: list[str]) -> Measured:
    """In this process: its memory isn't told apart."""
    begun = time.process_time()
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table found using fts5(text, tokenize='unicode61')")
    base.executemany("insert into found(rowid, text) values(?, ?)", enumerate(texts))
    built = time.process_time() - begun

    def ask(query: str) -> list[int]:
        any_of = " OR ".join(f'"{term}"' for term in dict.fromkeys(query.split()))
        if not any_of:
            return []
        sql = "select rowid from found where found match ? order by rank limit 10"
        return [row[0] for row in base.execute(sql, (any_of,))]

    ranked, taken = _timed(queries, ask)
    return {"ranked": ranked, "taken": taken, "built": built, "memory": 0}


def _alone(folder: Path, queries: list[str]) -> Measured:
    """Our own index, searched once by all that question and answer say; nothing ranked again."""
    alphabet = tables.alphabet()
    found = index.Index(folder, alphabet)

    def ask(query: str) -> list[str]:
        terms = Counter(wording.grams(alphabet.plain(query)[: wording.LONGEST]))
        hits = found.search("whole", {term: float(count) for term, count in terms.items()}, 10)
        return [found.known(hit).id for hit in hits]

    ranked, taken = _timed(queries, ask)
    return {"ranked": ranked, "taken": taken, "built": 0, "memory": 0}


def _child(folder: Path, data: Path, queries: list[dict[str, Any]], home: Path) -> Measured:
    """Ours in a process of its own, so that its memory is its own: one that builds, one that answers."""
    folder.mkdir()
    asked = home / "asked.json"
    asked.write_text(json.dumps([row["query"] for row in queries]), "utf-8")
    built = _own("build", str(folder), str(data / "corpus.jsonl"))
    return _own("ask", str(folder), str(asked)) | {"built": built["built"]}


def _own(*arguments: str) -> Measured:
    command = [sys.executable, "-m", "tests.bench.bench_answers", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout))


def _build(folder: str, corpus: str) -> Measured:
    begun = time.process_time()
    index.build(Path(folder), evaluate.documents(Path(corpus)), tables.alphabet())
    return {"built": time.process_time() - begun}


def _ask(folder: str, asked: str) -> Measured:
    engine = answering.opened(Path(folder))
    queries = json.loads(Path(asked).read_text("utf-8"))
    ranked, taken = _timed(queries, lambda query: [one.id for one in engine.rank(query).candidates[:10]])
    return {"ranked": ranked, "taken": taken, "memory": _peak()}


def _peak() -> float:
    """MB this program held at most; getrusage would count what its parent held before it began."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _first(folder: Path) -> float:
    """Processor time until a fresh process has answered, less that of a process which does nothing."""
    code = (
        "import time; begun = time.process_time()\n"
        "from pathlib import Path\nfrom mashangban.domains.answers.engine import answering\n"
        f"answering.opened(Path({str(folder)!r})).rank('老板拖欠工资怎么办')\n"
        "print(time.process_time() - begun)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout)


if __name__ == "__main__":
    acts: dict[str, Callable[..., Measured]] = {"build": _build, "ask": _ask}
    if len(sys.argv) > 1:
        print(json.dumps(acts[sys.argv[1]](*sys.argv[2:])))
    else:
        main()
