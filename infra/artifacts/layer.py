"""One Lambda layer from its lock: `python -m artifacts.layer <deps|documents|pictures|sheets|search> <folder>`.

Wheels for Lambda's interpreter and processor are installed with their hashes checked, trimmed to what runs, and
compiled. `sam build` calls this through layers/<name>/Makefile.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from artifacts.bytecode import compile_tree, runtime_version
from artifacts.trimming import strip_symbols, trim

ROOT = Path(__file__).resolve().parents[2]
PROCESSOR = os.environ.get("LAYER_PROCESSOR", "aarch64")  # x86_64: a layer that this machine can try out
MB = 1024 * 1024
# Unzipped. The functions that a phone waits for carry `deps` alone; the fullest function must stay a sixth under AWS's
# 250 MB with all its layers. Typst (one library) and the two whole Chinese faces are half of that.
LIMIT_DEPS = 50 * MB
LIMIT_ALL = 210 * MB


def install(lock: Path, folder: Path) -> None:
    """The locked wheels for Lambda's interpreter and processor."""
    subprocess.run([ROOT / "infra/uv.sh"], check=True)
    command: list[str | Path] = [
        ROOT / ".tools/uv/bin/uv",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--require-hashes",
    ]
    command += ["--only-binary", ":all:", "--target", folder, "--python-version", runtime_version()]
    command += ["--python-platform", f"{PROCESSOR}-manylinux_2_34", "--link-mode", "copy"]
    subprocess.run([*command, "--requirement", lock], check=True)


def add_fonts(folder: Path) -> None:
    """The faces that printed documents need, at /opt/fonts."""
    source = ROOT / "layers/documents/fonts"
    if not (source / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--prefix", str(source), "--ignore-scripts"], check=True)
    subprocess.run([sys.executable, str(source / "build.py"), str(folder)], check=True)


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def largest(folder: Path, count: int = 5) -> str:
    """The heaviest packages, for the build's log."""
    sizes = sorted(
        ((size_of(entry), entry.name) for entry in folder.iterdir() if entry.is_dir()), reverse=True
    )
    return ", ".join(f"{name} {size / MB:.1f}" for size, name in sizes[:count])


def remembered(name: str, size: int) -> int:
    """Write this layer's size down; returns the bytes of the fullest function, as far as layers are known."""
    book = ROOT / ".aws-sam/layer-sizes.json"
    sizes: dict[str, int] = json.loads(book.read_text()) if book.exists() else {}
    sizes[name] = size
    book.parent.mkdir(exist_ok=True)
    book.write_text(json.dumps(sizes, indent=1))
    return max(sum(sizes.get(one, 0) for one in {"deps", *own}) for own in carried())


def carried() -> list[list[str]]:
    """The layers that functions carry beside `deps`, as template.yaml lists them."""
    lists = re.findall(r"Layers: \[(.*?)\]", (ROOT / "template.yaml").read_text("utf-8"))
    return [[name.lower() for name in re.findall(r"!Ref (\w+)Layer", one)] for one in lists]


def main(name: str, artifacts: Path) -> int:
    packages = artifacts / "python"
    shutil.rmtree(packages, ignore_errors=True)
    install(ROOT / f"requirements/layer-{name}.lock", packages)
    before = size_of(packages)
    trim(packages)
    sentence = f"{strip_symbols(packages)}, {compile_tree(packages)}"
    if name == "documents":
        add_fonts(artifacts / "fonts")
    size = size_of(artifacts)
    print(f"layer {name}: {size / MB:.1f} MB (packages {before / MB:.1f} MB as installed; {sentence})")
    print(f"  heaviest: {largest(packages)}")
    total = remembered(name, size)
    if (name == "deps" and size > LIMIT_DEPS) or total > LIMIT_ALL:
        print(
            f"layer {name} is too large: deps may have {LIMIT_DEPS / MB:.0f} MB, a function {LIMIT_ALL / MB:.0f}"
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[2]).resolve()))
