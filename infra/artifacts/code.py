"""One function's code: the package (without the local server), its event handlers, compiled where possible.

`python -m artifacts.code <artifact folder> [handlers]`; `sam build` calls it through the Makefiles of backend/
and functions/. All functions carry the same code, so it is compiled once and linked into each artifact.
"""

import fcntl
import hashlib
import os
import shutil
import sys
from pathlib import Path

from artifacts.bytecode import compile_tree

ROOT = Path(__file__).resolve().parents[2]
COMPILED = ROOT / ".aws-sam/code"
# `build` holds what browsers load from the site's store (infra/deploy.sh puts it there), 20 MB of map shapes among it.
LEFT_OUT = shutil.ignore_patterns(
    "__pycache__",
    "*.pyc",
    "gateway",
    "*.md",
    "node_modules",
    "package.json",
    "build.mjs",
    "Makefile",
    "build",
)


def compiled() -> Path:
    """The package and the event handlers, compiled; made again only when a source changed."""
    stamp, wanted = COMPILED / ".sources", _sources()
    COMPILED.mkdir(parents=True, exist_ok=True)
    with (COMPILED.parent / "code.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # `sam build --parallel` asks from several processes
        if not stamp.exists() or stamp.read_text() != wanted:
            shutil.rmtree(COMPILED)
            shutil.copytree(ROOT / "backend/mashangban", COMPILED / "package/mashangban", ignore=LEFT_OUT)
            shutil.copytree(ROOT / "functions", COMPILED / "handlers/functions", ignore=LEFT_OUT)
            for folder in ("package", "handlers"):
                compile_tree(COMPILED / folder)
            stamp.write_text(wanted)
    return COMPILED


def _sources() -> str:
    """One hash of every file that is shipped: its name, its size and when it was written."""
    found = hashlib.sha256()
    for folder in (ROOT / "backend/mashangban", ROOT / "functions", Path(__file__).parent):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            if "__pycache__" not in path.parts and "node_modules" not in path.parts:
                seen = path.stat()
                found.update(f"{path.relative_to(ROOT)}\0{seen.st_size}\0{seen.st_mtime_ns}\0".encode())
    return found.hexdigest()


def main(artifacts: Path, *, handlers: bool) -> None:
    """Lay the package, and for event functions the handlers, into SAM's artifact folder."""
    source = compiled()
    for folder in ("package", "handlers") if handlers else ("package",):
        shutil.copytree(source / folder, artifacts, dirs_exist_ok=True, copy_function=os.link)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), handlers="handlers" in sys.argv[2:])
