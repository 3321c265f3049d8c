"""The shape of the code: small files, plain names, documented doors, nothing of one's own machine."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from checks import house

LINES = 300
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
ANATOMY = {
    "terms", "errors", "permissions", "events", "schemas", "rules", "models", "repository", "service", "routes",
    "console", "listeners", "templates", "app",
}  # fmt: skip
SHARED_ROOMS = ("audit", "deadlines", "documents", "employment", "files", "identity", "notices", "registry")
TEXT = (
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".lock",
    ".in",
    ".json",
    ".ts",
    ".vue",
    ".js",
    ".css",
    ".html",
    ".sh",
    "",
)
INDEX_ADDRESS = re.compile(
    r"(files\.pythonhosted\.org|pypi\.org/simple|registry\.npmjs\.org|registry\.npmmirror\.com|--(extra-)?index-url"
    r"|--find-links|\"resolved\":)"
)
OWN_MACHINE = re.compile(r"(/home/[a-z]\w+/|/Users/\w+/|/root/|C:\\\\Users)")
KEY = re.compile(r"-----BEGIN (RSA |EC |OPENSSH )?PRIVATE KEY-----\n[A-Za-z0-9+/]{40}|AKIA[0-9A-Z]{16}")
SAYS_WHAT_IT_LOOKS_FOR = {"tests/house/test_shape.py"}


def relative(path: Path) -> str:
    return str(path.relative_to(house.ROOT))


def rooms() -> list[Path]:
    package = house.ROOT / "backend/mashangban"
    shared = [package / name for name in SHARED_ROOMS if (package / name).is_dir()]
    upper = [
        path.parent for floor in ("domains", "processes") for path in package.glob(f"{floor}/*/__init__.py")
    ]
    return shared + sorted(upper)


def test_no_file_is_longer_than_a_person_can_hold() -> None:
    long = {}
    for path in house.committed(".py", ".ts", ".vue"):
        count = len(path.read_text("utf-8").splitlines())
        if count > LINES and not path.name.endswith(".d.ts"):
            long[relative(path)] = count
    assert long == {}


def test_no_name_says_nothing() -> None:
    vague = [
        relative(path)
        for path in house.committed(".py", ".ts", ".vue", ".html")
        if VAGUE & {part.lower() for part in path.relative_to(house.ROOT).with_suffix("").parts}
    ]
    assert vague == []


def test_rooms_have_the_anatomy_and_no_other_parts() -> None:
    settings = tomllib.loads((house.ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {one["id"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    crafts = set(contracts["anatomy"]["exhaustive_ignores"])
    strange = [
        relative(entry)
        for room in rooms()
        for entry in room.iterdir()
        if entry.stem not in ANATOMY | crafts | {"__init__", "__pycache__"}
    ]
    assert strange == []


def test_every_room_is_under_the_import_contract() -> None:
    settings = tomllib.loads((house.ROOT / "pyproject.toml").read_text("utf-8"))
    anatomy = next(one for one in settings["tool"]["importlinter"]["contracts"] if one["id"] == "anatomy")
    package = house.ROOT / "backend"
    names = {".".join(room.relative_to(package).parts) for room in rooms()}
    assert names - set(anatomy["containers"]) == set()


@pytest.mark.parametrize("part", ["kernel", "rules", "service"])
def test_what_others_call_is_explained(part: str) -> None:
    """Public functions of the kernel, of rules and of services say what they gain whom."""
    silent = []
    for path in house.sources():
        parts = path.relative_to(house.ROOT / "backend/mashangban").with_suffix("").parts
        if part in parts and "gateway" not in parts:
            silent += [f"{relative(path)}:{node.lineno} {node.name}" for node in _undocumented(path)]
    assert silent == []


def _undocumented(path: Path) -> list[ast.FunctionDef]:
    functions = [
        node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
    ]
    return [one for one in functions if not one.name.startswith("_") and ast.get_docstring(one) is None]


CLOCKS = {"clock", "date", "datetime", "time"}
ASKED = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter"}


def test_rules_never_ask_the_clock() -> None:
    asking = [
        f"{relative(path)}:{node.lineno}"
        for path in house.sources()
        if "rules" in path.relative_to(house.ROOT).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ASKED
        if isinstance(node.value, ast.Name) and node.value.id in CLOCKS
    ]
    assert asking == []


def test_no_request_path_scans_a_table() -> None:
    scans = [
        f"{relative(path)}:{number}"
        for path in house.sources()
        if "gateway" not in path.parts
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"(?<!scanner)\.(scan|rate_limited_scan)\(", line)
    ]
    assert scans == []


def test_nothing_committed_knows_a_package_index() -> None:
    assert _found(INDEX_ADDRESS) == []


def test_nothing_committed_knows_somebodys_machine() -> None:
    assert _found(OWN_MACHINE) == []


def test_no_key_is_committed() -> None:
    assert _found(KEY) == []


def _found(pattern: re.Pattern[str]) -> list[str]:
    hits = []
    for path in house.committed(*TEXT):
        if relative(path) in SAYS_WHAT_IT_LOOKS_FOR:
            continue
        text = path.read_text("utf-8", errors="replace")
        hits += [f"{relative(path)}: {match.group(0)}" for match in pattern.finditer(text)]
    return hits
