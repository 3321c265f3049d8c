"""What Lambda unpacks for each function: its code and its layers, against AWS's limit (250 MB, all layers together).

`python -m artifacts.sizes` is the last step of `make sam-build`: it ends with 1 where a function is too large; with
`--write` it also writes docs/artifact-sizes.md. A function may fill half of the limit. Those that print and sign may
not yet: Typst (one library) and the two whole Chinese faces are most of them, and they stay a sixth below it.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from artifacts.code import compiled
from artifacts.layer import LIMIT_ALL, MB, size_of
from checks import house
from mashangban.gateway.intrinsics import read_document

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "docs/artifact-sizes.md"
AWS_LIMIT = 250 * MB
HALF = AWS_LIMIT // 2
HEAD = """# Sizes of what is deployed

Written by `python -m artifacts.sizes --write` after `make sam-build`. Unzipped, as Lambda counts: a function's code
and all its layers may have 250 MB together. Ours may have half of that; functions with the layer `documents`, 210 MB.

| layers | functions | MB | of the limit |
|---|---|---|---|
"""


def by_layers() -> dict[tuple[str, ...], list[str]]:
    """The functions of the template by the layers that they carry."""
    document = read_document(ROOT / "template.yaml")["Resources"]
    found: dict[tuple[str, ...], list[str]] = {}
    for function in house.template().functions:
        own = [one["Ref"] for one in document[function.name]["Properties"].get("Layers", [])]
        names = ("deps", *(re.sub("Layer$", "", one).lower() for one in own))
        found.setdefault(names, []).append(function.name)
    return found


def limit_of(layers: Iterable[str]) -> int:
    """Bytes that a function with these layers may have."""
    return LIMIT_ALL if "documents" in layers else HALF


def main(*, write: bool) -> int:
    """Print the table and compare it with the limits."""
    sizes: dict[str, int] = json.loads((ROOT / ".aws-sam/layer-sizes.json").read_text())
    code = size_of(compiled())
    lines, over = [], 0
    for layers, functions in sorted(by_layers().items()):
        whole = code + sum(sizes[one] for one in layers)
        names = ", ".join(functions) if len(functions) < 6 else f"the other {len(functions)}"
        lines.append(f"| {', '.join(layers)} | {names} | {whole / MB:.0f} | {whole * 100 // AWS_LIMIT} % |\n")
        over += whole > limit_of(layers)
    table = HEAD + "".join(lines)
    print(f"{table}\n{code / MB:.0f} MB of each are our code; {over} kinds of functions are too large")
    if write:
        REPORT.write_text(table, "utf-8")
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main(write="--write" in sys.argv[1:]))
