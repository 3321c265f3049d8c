"""What each function loads at its start, before any request: modules and the size of ours."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checks import house

# What every function loads, none of it of this house, is loaded once; then each handler in a process of its own.
ASK = """
import importlib, json, os, sys
for name in ("botocore.session", "chalice.app", "jwt", "pydantic", "pynamodb.models"):
    importlib.import_module(name)
for handler, environment in json.load(sys.stdin):
    if os.fork():
        if os.wait()[1]:
            sys.exit(f"{handler} can not be loaded")
    else:
        os.environ.update(environment)
        importlib.import_module(handler)
        print(json.dumps(sorted(sys.modules)), flush=True)
        os._exit(0)
"""
OURS = ("mashangban", "functions")


@dataclass(frozen=True, slots=True)
class Start:
    """How many modules of ours a function loads, and how many KB of source they are."""

    modules: int
    kilobytes: int


def loaded(function: str) -> frozenset[str]:
    """The modules that a process holds after importing the handler, under the function's own environment."""
    return _loaded()[function]


def start(function: str) -> Start:
    """Ours among them."""
    ours = [name for name in loaded(function) if name.partition(".")[0] in OURS]
    return Start(len(ours), sum(path.stat().st_size for path in _files(ours)) // 1024)


@cache
def _loaded() -> dict[str, frozenset[str]]:
    functions = house.template().functions
    asked = [(one.handler.rpartition(".")[0], dict(one.environment)) for one in functions]
    paths = {"PYTHONPATH": f"{house.ROOT / 'backend'}:{house.ROOT}", "AWS_REGION": "cn-north-1"}
    environment = {"SECRETS": "file:.", "TRACING": "0", **paths}
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, env=environment, input=json.dumps(asked), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    answers = [frozenset(json.loads(line)) for line in done.stdout.splitlines()]
    return dict(zip([one.name for one in functions], answers, strict=True))


def _files(modules: Iterable[str]) -> Iterable[Path]:
    for name in modules:
        folder = house.ROOT if name.startswith("functions") else house.ROOT / "backend"
        module = folder.joinpath(*name.split("."))
        file = module.with_suffix(".py")
        if file.is_file():
            yield file
        elif (package := module / "__init__.py").is_file():
            yield package
