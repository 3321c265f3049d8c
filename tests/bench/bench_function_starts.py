"""Cold start of every function: processor time until its handler is loaded, against a bare interpreter with a client.

The bare side is Python that makes one botocore client of DynamoDB, which no function does without. The sides take
turns; medians. What is loaded (modules, KB of source) is held by tests/infra/starts.csv.
"""

import statistics
import subprocess
import sys
from pathlib import Path

from checks import house
from checks.starting import start

ROOT = Path(__file__).parents[2]
ROUNDS = 5
USED = (
    "import resource; u = resource.getrusage(resource.RUSAGE_SELF); print((u.ru_utime + u.ru_stime) * 1000)"
)
BARE = "import botocore.session; botocore.session.get_session().create_client('dynamodb', region_name='cn-north-1')"


def main() -> None:
    """Measure and print."""
    functions = {one.name: one.handler for one in house.template().functions}
    programs = {"": BARE} | {name: f"import {of.rpartition('.')[0]}" for name, of in functions.items()}
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS + 1):  # the first round writes bytecode
        for name, program in programs.items():
            taken[name].append(_milliseconds(program))
    medians = {name: statistics.median(values[1:]) for name, values in taken.items()}
    bare = medians.pop("")
    print(f"Bare interpreter with the client: {bare:.0f} ms.\n")
    print("| function | our modules | KB | ms | of the bare |")
    print("|---|---|---|---|---|")
    for name, median in sorted(medians.items(), key=lambda one: -one[1]):
        found = start(name)
        print(f"| {name} | {found.modules} | {found.kilobytes} | {median:.0f} | {median / bare:.2f} |")


def _milliseconds(program: str) -> float:
    command = [sys.executable, "-c", f"{program}\n{USED}"]
    environment = {
        "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ACCESS_KEY_ID": "bench",
        "AWS_SECRET_ACCESS_KEY": "bench",
    }
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
