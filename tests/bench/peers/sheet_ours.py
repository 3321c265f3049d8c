"""Our side of P5: `sheet_ours.py <file> <rows>` reads and checks a payroll against its contracts, storage stubbed."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from mashangban.domains.wages.repository import known
from mashangban.domains.wages.service import reading
from mashangban.employment.rules import Employment
from tests.bench import payroll
from tests.bench.peers.memory import peak_mb


def main() -> None:
    content, rows = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
    people = list(payroll.crowd(rows))

    def employed(project_id: str, employer_id: str) -> Iterator[Employment]:
        return iter(people)

    known.employed = employed
    started = time.process_time()
    found = reading.read(payroll.TABLE, content)
    seconds = time.process_time() - started
    assert (len(found.rows), found.errors) == (rows, []), found.errors[:3]
    print(json.dumps({"seconds": seconds, "peak_mb": peak_mb()}))


main()
