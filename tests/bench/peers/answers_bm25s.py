"""bm25s over the same terms: reads the job, writes what it measured (answers.py's wire)."""

import json
import sys
import time
from pathlib import Path

import bm25s
import numpy as np

job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
begun = time.process_time()
terms: dict[str, int] = {}
ids = [[terms.setdefault(term, len(terms)) for term in text.split()] for text in job["texts"]]
engine = bm25s.BM25()
engine.index((ids, terms), show_progress=False)
built = time.process_time() - begun
ranked, taken = [], []
for query in job["queries"]:
    started = time.process_time()
    wanted = [terms[term] for term in query.split() if term in terms]
    scores = engine.get_scores_from_ids(wanted) if wanted else np.zeros(len(ids))
    best = np.argpartition(-scores, 10)[:10]
    ranked.append([int(one) for one in best[np.argsort(-scores[best])]])
    taken.append(time.process_time() - started)
status = Path("/proc/self/status").read_text("utf-8")
memory = int(status.split("VmHWM:")[1].split()[0]) / 1024
print(json.dumps({"ranked": ranked, "taken": taken, "built": built, "memory": memory}))
