"""Files that are made from the code and committed, so that a change of the house shows in a diff.

`python -m checks.generate` writes them; with `--check` it says which differ and ends with 1 (`make check`).
"""

import csv
import importlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import house, personal
from cost import model, report
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import openapi
from mashangban.kernel.permissions import Role

MATRIX_ROLES = [role for role in Role if role is not Role.SYSTEM]


def route_list() -> str:
    """Every address that the house answers; one that vanishes breaks somebody's phone."""
    return "".join(f"{route.name}  -> {route.function.name}\n" for route in house.routes())


def role_matrix() -> str:
    """Every route x every role: `public`, `yes`, `real name` (yes, with a proven identity) or empty."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["route", "permission", *MATRIX_ROLES])
    for route in house.routes():
        if route.contract is not None:
            cells = [_cell(route, role) for role in MATRIX_ROLES]
            table.writerow([route.name, route.contract.permission.name, *cells])
    return text.getvalue()


def _cell(route: house.HouseRoute, role: Role) -> str:
    assert route.contract is not None
    permission = route.contract.permission
    if permission.public:
        return "public"
    # Every signed-in person also is `person`, whatever else they are.
    if not permission.roles & {role, Role.PERSON}:
        return ""
    return "real name" if permission.real_name else "yes"


def error_codes() -> str:
    """Every stable code a client may meet, with the words people read."""
    lines = [
        "# Error codes",
        "",
        "Made by `python -m checks.generate` from the code; do not edit. Every answer that is not a success is",
        "`application/problem+json` (RFC 9457) with one of these codes. Codes never change their meaning.",
        "",
        "| code | status | what happened | what is kept | what to do |",
        "|---|---|---|---|---|",
    ]
    for error in sorted(set(errors()), key=lambda one: (one.code, one.__qualname__)):
        cells = (f"`{error.code}`", str(error.status), error.title, error.kept or "", error.next or "")
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def errors() -> Iterator[type[AppError]]:
    """All error classes of the product that have a code of their own."""
    for name in house.modules():
        if not name.startswith("mashangban.gateway"):
            importlib.import_module(name)
    waiting: list[type[AppError]] = [AppError]
    while waiting:
        error = waiting.pop()
        waiting += error.__subclasses__()
        if "code" in vars(error) and error.__module__.startswith("mashangban."):
            yield error


def api_description() -> str:
    """The OpenAPI 3.1 document that the mini-program's types and others' clients are made from."""
    apps = [house.handler(function.name) for function in house.api_functions() if house.is_built(function)]
    return json.dumps(openapi.document(apps), ensure_ascii=False, indent=1) + "\n"


def cost_page() -> str:
    """What a month costs, from the model and the units that docs/data says."""
    return report.page(model.load())


GENERATED: dict[str, Callable[[], str]] = {
    "tests/house/routes.txt": route_list,
    "tests/house/role_matrix.csv": role_matrix,
    "docs/errors.md": error_codes,
    "docs/openapi.json": api_description,
    "docs/cost.md": cost_page,
    "docs/personal-data.md": personal.page,
    "backend/mashangban/processes/mydata/service/told.json": personal.told,
}


def differing() -> list[str]:
    """Names of generated files that are not what the code says now."""
    return [name for name, make in GENERATED.items() if _stored(house.ROOT / name) != make()]


def _stored(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        stale = differing()
        for name in stale:
            print(f"{name} is not what the code says: run `python -m checks.generate` and look at the diff")
        return 1 if stale else 0
    for name, make in GENERATED.items():
        (house.ROOT / name).write_text(make(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
