"""Xapian over the same terms, its BM25: reads the job, writes what it measured (answers_bm25s.py's wire).

Run by the system's Python, for which Debian packages it (python3-xapian); it is on no other registry.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import xapian

LONGEST = 245  # bytes; Xapian takes no longer term
job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
with tempfile.TemporaryDirectory() as home:
    begun = time.process_time()
    base = xapian.WritableDatabase(home, xapian.DB_CREATE_OR_OPEN)
    for number, text in enumerate(job["texts"]):
        document = xapian.Document()
        for term in text.split():
            document.add_term(term.encode()[:LONGEST])
        document.set_data(str(number))
        base.add_document(document)
    base.commit()
    built = time.process_time() - begun
    base = xapian.Database(home)
    ranked, taken = [], []
    for query in job["queries"]:
        started = time.process_time()
        enquire = xapian.Enquire(base)
        enquire.set_weighting_scheme(xapian.BM25Weight())
        enquire.set_query(
            xapian.Query(
                xapian.Query.OP_OR, [term.encode()[:LONGEST] for term in dict.fromkeys(query.split())]
            )
        )
        ranked.append([int(one.document.get_data()) for one in enquire.get_mset(0, 10)])
        taken.append(time.process_time() - started)
    status = Path("/proc/self/status").read_text("utf-8")
    memory = int(status.split("VmHWM:")[1].split()[0]) / 1024
print(json.dumps({"ranked": ranked, "taken": taken, "built": built, "memory": memory}))
