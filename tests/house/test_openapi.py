"""docs/openapi.json: valid, unambiguous, and true for the pages of the mini-program."""

import json
import re
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from checks import house
from tests.miniprogram.pages import SCREENS

MINIPROGRAM = house.ROOT / "miniprogram/src"
ADDRESS = re.compile(r"[`'\"](/v1/[^`'\"?\s]*)")
CONSTANT = re.compile(r"const (\w+) = ['`\"](/v1[^'`\"]*)['`\"]")
SHORTHAND = re.compile(r"const (\w+) = \([^)]*\)[^=]*=>\s*`([^`]+)`")
PLACE = re.compile(r"\$\{[^}]*\}|\{\w+\}")

# A page for a screen that stands in a hall: tests/miniprogram/test_kiosk.py looks at it, as large as it is there.
OF_A_MACHINE = {"appointments/pages/kiosk/index"}


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((house.ROOT / "docs/openapi.json").read_text("utf-8"))
    return found


def test_the_api_description_is_valid(description: dict[str, Any]) -> None:
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []


def test_operation_names_are_unique(description: dict[str, Any]) -> None:
    names = [
        operation["operationId"] for path in description["paths"].values() for operation in path.values()
    ]
    assert sorted(names) == sorted(set(names))


def test_addresses_are_in_the_style_of_the_house(description: dict[str, Any]) -> None:
    odd = [path for path in description["paths"] if not re.fullmatch(r"(/[a-z0-9-]+|/\{[a-z_]+\})+", path)]
    assert odd == []


def test_every_address_that_the_mini_program_calls_exists(description: dict[str, Any]) -> None:
    known = {PLACE.sub("*", path) for path in description["paths"]}
    unknown = {}
    for file in sorted((MINIPROGRAM / "services").rglob("*.ts")):
        if not file.name.endswith(".d.ts"):
            called = {PLACE.sub("*", path).rstrip("/") for path in _addresses(file.read_text("utf-8"))}
            if called - known:
                unknown[file.name] = sorted(called - known)
    assert unknown == {}


def _addresses(text: str) -> list[str]:
    """Addresses in a service's source, its own constants and one-line shorthands put in."""
    for name, value in CONSTANT.findall(text):
        text = text.replace("${" + name + "}", value)
    for name, value in SHORTHAND.findall(text):
        address = value.replace("\\", "")
        text = re.sub(r"\$\{" + name + r"\([^)]*\)\}", address, text)
        text = re.sub(rf"\b{name}\([^)]*\)", f"`{address}`", text)
    return ADDRESS.findall(SHORTHAND.sub("", CONSTANT.sub("", text)))


def test_only_services_of_the_mini_program_know_addresses() -> None:
    knowing = [
        str(file.relative_to(MINIPROGRAM))
        for file in house.committed(".ts", ".vue")
        if file.is_relative_to(MINIPROGRAM) and not file.is_relative_to(MINIPROGRAM / "services")
        if ADDRESS.search(file.read_text("utf-8"))
    ]
    assert knowing == []


def test_every_page_of_the_mini_program_is_registered_and_every_registered_page_exists() -> None:
    registered = _registered_pages()
    there = {
        str(file.relative_to(MINIPROGRAM).with_suffix(""))
        for file in MINIPROGRAM.rglob("pages/**/*.vue")
        if "components" not in file.parts
    }
    assert there == registered


def test_every_page_of_the_mini_program_is_looked_at_in_a_browser_with_axe() -> None:
    shown = {screen.path.partition("?")[0] for screen in SCREENS.values()}
    assert _registered_pages() - shown == OF_A_MACHINE


def _registered_pages() -> set[str]:
    # pages.json may carry comments (uni-app's conditional compilation).
    text = re.sub(r"^\s*//.*$", "", (MINIPROGRAM / "pages.json").read_text("utf-8"), flags=re.MULTILINE)
    pages = json.loads(text)
    found = {page["path"] for page in pages["pages"]}
    for package in pages.get("subPackages", pages.get("subpackages", [])):
        found |= {f"{package['root'].rstrip('/')}/{page['path']}" for page in package["pages"]}
    return found
