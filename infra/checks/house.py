"""What the house consists of, read from template.yaml and from the code itself."""

import importlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mashangban.gateway.template import Function, Template, read_template
from mashangban.kernel.http.endpoint import Contract

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class HouseRoute:
    """One method and path of one function, with what its decorator promised (None: it has no @endpoint)."""

    function: Function
    method: str
    path: str
    view: Any
    contract: Contract | None

    @property
    def name(self) -> str:
        """As logs, snapshots and the role matrix call it."""
        return f"{self.method} {self.path}"


@cache
def template() -> Template:
    """template.yaml as the local server reads it."""
    return read_template(ROOT / "template.yaml", "http://127.0.0.1:8000")


def api_functions() -> list[Function]:
    """Functions that answer HTTP."""
    return [function for function in template().functions if function.routes]


@cache
def handler(function: str) -> Any:
    """The handler object of a function of the template, imported as Lambda would."""
    found = next(one for one in template().functions if one.name == function)
    module, _, attribute = found.handler.rpartition(".")
    return getattr(importlib.import_module(module), attribute)


def is_built(function: Function) -> bool:
    """Whether the handler's module is there at all (tests/house says which are not)."""
    return (ROOT / "backend" / Path(*function.handler.split(".")[:-1])).with_suffix(".py").is_file()


def routes() -> list[HouseRoute]:
    """Every route of every API function, in the order of path and method."""
    return sorted(_routes(), key=lambda route: (route.path, route.method))


def _routes() -> Iterator[HouseRoute]:
    for function in filter(is_built, api_functions()):
        for path, entries in handler(function.name).whole().routes.items():
            for method, entry in entries.items():
                view = entry.view_function
                yield HouseRoute(function, method, path, view, getattr(view, "contract", None))


@cache
def committed(*suffixes: str) -> tuple[Path, ...]:
    """Files that are in git or would be (not ignored), of these kinds; all kinds without an argument."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes))


def sources(folder: str = "backend/mashangban") -> list[Path]:
    """The product's Python files."""
    return [path for path in committed(".py") if path.is_relative_to(ROOT / folder)]


def modules() -> list[str]:
    """Dotted names of the product's modules."""
    found = []
    for path in sources():
        parts = path.relative_to(ROOT / "backend").with_suffix("").parts
        found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found
