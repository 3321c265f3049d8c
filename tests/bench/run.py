"""`make bench`: runs the benches one after the other and writes docs/benchmarks.md from what they print.

python -m tests.bench.run [name]...     (names without `bench_`; all without an argument)
"""

import ast
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REPORT = ROOT / "docs/benchmarks.md"
HEAD = """# Benchmarks

Written by `make bench`. Absolute figures belong to the machine of the run; what counts is the ratio against a peer
measured in the same run, the two taking turns. Targets and their numbers (P1 ...) are the project's own.
"""


def main(names: list[str]) -> int:
    """Run, print and write; ends with 1 when a bench broke (a missed target is reported, not an error)."""
    wanted = [path for path in sorted(HERE.glob("bench_*.py")) if not names or path.stem[6:] in names]
    sections = _sections()
    broken = 0
    for path in wanted:
        title = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or path.stem).splitlines()[0]
        print(f"\n## {title}", flush=True)
        done = subprocess.run(
            [sys.executable, "-m", f"tests.bench.{path.stem}"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        print(done.stdout)
        broken += done.returncode != 0
        body = done.stdout.strip() if done.returncode == 0 else "The bench broke; see its output."
        sections[path.stem] = f"## {title}\n`python -m tests.bench.{path.stem}`, {_when()}\n\n{body}\n"
    text = "\n".join(f"<!-- {name} -->\n{sections[name]}" for name in sorted(sections))
    REPORT.write_text(f"{HEAD}\n{text}", "utf-8")
    return 1 if broken else 0


def _when() -> str:
    today = datetime.now(UTC).date().isoformat()
    return f"{today}, {os.cpu_count()} cores {platform.machine()}, Python {platform.python_version()}"


def _sections() -> dict[str, str]:
    """The sections of the last report, so that a run of one bench keeps the others."""
    if not REPORT.exists():
        return {}
    parts = REPORT.read_text("utf-8").split("<!-- ")[1:]
    return {name: body.strip() + "\n" for name, body in (part.split(" -->\n", 1) for part in parts)}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
