"""Compiled code beside the sources, for the interpreter that Lambda runs and for no other.

Python loads a `.pyc` only if its own version wrote it. Without that interpreter on this machine none is shipped: right,
but slower to start (776 against 363 ms of processor time were measured), so the build says which of the two it did.
"""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def runtime_version() -> str:
    """Lambda's interpreter as template.yaml names it by default, e.g. `3.13`."""
    found = re.search(r"Runtime: \{.*Default: python(3\.\d+)", (ROOT / "template.yaml").read_text("utf-8"))
    if found is None:
        raise SystemExit("template.yaml: the parameter Runtime has no default")
    return found.group(1)


@cache
def interpreter(version: str) -> str | None:
    """A command that runs this Python version here, if there is one (LAMBDA_PYTHON names one by hand)."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [os.environ.get("LAMBDA_PYTHON", ""), f"python{version}"]
    candidates += sorted(map(str, pyenv.glob(f"versions/{version}*/bin/python")), reverse=True)
    return next((command for command in candidates if command and _version_of(command) == version), None)


def _version_of(command: str) -> str | None:
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([command, "-c", ask], capture_output=True, text=True, timeout=20)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def compile_tree(folder: Path) -> str:
    """Compile every module under `folder`; returns the sentence for the build's log."""
    version = runtime_version()
    python = interpreter(version)
    if python is None:
        return f"no bytecode: Python {version} is not on this machine (set LAMBDA_PYTHON)"
    # unchecked-hash: nothing is compared at start, and the same sources give the same bytes.
    flags = ["-q", "-j", "0", "--invalidation-mode", "unchecked-hash", "-s", str(folder), "-p", "/opt"]
    subprocess.run([python, "-m", "compileall", *flags, str(folder)], check=True, stdout=subprocess.DEVNULL)
    return f"bytecode by Python {version}"
