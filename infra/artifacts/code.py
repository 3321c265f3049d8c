"""One function's code: the package (without the local server), its event handlers, compiled where possible.

`python -m artifacts.code <artifact folder> [handlers]`; `sam build` calls it through the Makefiles of backend/
and functions/.
"""

import shutil
import sys
from pathlib import Path

from artifacts.bytecode import compile_tree

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(
    "__pycache__", "*.pyc", "gateway", "*.md", "node_modules", "package.json", "build.mjs"
)


def main(artifacts: Path, *, handlers: bool) -> None:
    """Lay the package, and for event functions the handlers, into SAM's artifact folder."""
    shutil.copytree(
        ROOT / "backend/mashangban", artifacts / "mashangban", ignore=LEFT_OUT, dirs_exist_ok=True
    )
    if handlers:
        shutil.copytree(ROOT / "functions", artifacts / "functions", ignore=LEFT_OUT, dirs_exist_ok=True)
        (artifacts / "functions/Makefile").unlink()
    compile_tree(artifacts)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), handlers="handlers" in sys.argv[2:])
