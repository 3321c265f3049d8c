"""Packages: locked by version and hash, from no address of their own, under licences that are allowed."""

import json
from email.message import Message
from importlib.metadata import Distribution, PackageMetadata, distributions
from typing import Any, cast

import pytest

from checks import audit, house, licences, locks

RESOLVED = "resolved"  # apart from its value: no file of the house may look like a lock with addresses
HASH = "--hash=sha256:" + "a" * 64


class Installed(Distribution):
    """A distribution that says what it is told to."""

    def __init__(self, **headers: str) -> None:
        self._headers = headers

    def read_text(self, filename: str) -> str | None:
        return "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in self._headers.items())

    def locate_file(self, path: Any) -> Any:
        raise NotImplementedError


def test_every_package_of_the_house_is_locked_by_version_and_hash() -> None:
    assert list(audit.lock_faults(house.ROOT)) == []
    assert len(locks.python_locks(house.ROOT)) > 8
    assert len(audit.npm_locks(house.ROOT)) > 3


def test_every_licence_is_allowed() -> None:
    npm = [one for path in audit.npm_locks(house.ROOT) for one in locks.npm_packages(path.read_text("utf-8"))]
    assert list(audit.licence_faults(distributions(), npm)) == []


def test_a_lock_of_the_house_is_read_whole() -> None:
    text = (house.ROOT / "requirements/layer-deps.lock").read_text("utf-8")
    names = {one.name for one in locks.python_packages(text)}
    assert {"pydantic", "pynamodb", "cryptography", "pyjwt"} <= names


@pytest.mark.parametrize(
    "line",
    [
        "requests==2.32.0",
        f"requests>=2.32.0 {HASH}",
        f"requests @ https://example.com/requests.whl {HASH}",
        "git+https://example.com/requests.git",
        "-e .",
        "--pre",
        "requests==2.32.0 --hash=md5:0123",
    ],
)
def test_an_entry_without_version_or_hash_or_from_elsewhere_is_named(line: str) -> None:
    good = f"idna==3.20 \\\n    {HASH}\n    # via requests\n"
    assert locks.python_faults(good) == []
    [fault] = locks.python_faults(good + line + "\n")
    assert line[:20] in fault


@pytest.mark.parametrize(
    "entry",
    [
        {"version": "1.0.0"},
        {"version": "1.0.0", "integrity": "sha1-abc"},
        {"version": "1.0.0", "integrity": "sha512-abc", RESOLVED: "git+ssh://git@example.com/x.git"},
    ],
)
def test_an_npm_package_without_a_strong_hash_or_from_elsewhere_is_named(entry: dict[str, str]) -> None:
    text = json.dumps({"packages": {"": {}, "node_modules/x": entry}})
    assert [fault for fault in locks.npm_faults(text) if "node_modules/x" in fault]


def test_what_is_installed_and_not_locked_or_at_another_version_is_named() -> None:
    locked = [locks.Package("pypi", "typing-extensions", "4.16.0"), locks.Package("pypi", "idna", "3.20")]
    installed = [
        Installed(Name="typing_extensions", Version="4.16.0"),
        Installed(Name="idna", Version="3.19"),
        Installed(Name="stranger", Version="1.0"),
        Installed(Name="pip", Version="26.0"),
    ]
    assert list(audit.installed_faults(locked, installed)) == [
        "idna 3.19 is installed, 3.20 is locked",
        "stranger 1.0 is installed, none is locked",
    ]


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("(MIT OR GPL-3.0-only)", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT AND Zlib) OR GPL-3.0-only", True),
        ("AGPL-3.0-or-later", False),
        ("SEE LICENSE IN LICENSE", False),
        ("", False),
    ],
)
def test_of_two_licences_one_is_enough_where_one_may_choose(expression: str, good: bool) -> None:
    assert licences.allowed(expression) is good


@pytest.mark.parametrize(
    ("headers", "expression"),
    [
        ([("License-Expression", "MIT-CMU")], "MIT-CMU"),
        ([("License", "MIT Licence\n\nCopyright (c) 2022")], "MIT"),
        ([("License", "Dual License"), ("Classifier", "License :: OSI Approved :: BSD License")], "BSD"),
        ([("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)")], "GNU General"),
        ([], ""),
    ],
)
def test_a_licence_is_read_however_it_is_told(headers: list[tuple[str, str]], expression: str) -> None:
    told = Message()
    for name, value in headers:
        told[name] = value
    found = licences.of_metadata(cast(PackageMetadata, told))
    assert found.startswith(expression)
    assert licences.allowed(found) is (bool(expression) and "GNU" not in expression)


def test_the_bill_names_what_is_shipped_once_and_nothing_that_only_tests() -> None:
    parts = audit.bill(house.ROOT)["components"]
    names = [part["purl"] for part in parts]
    assert len(names) == len(set(names))
    assert {"pydantic", "typst", "vue", "htmx.org"} <= {part["name"] for part in parts}
    assert not {"pytest", "moto", "eslint", "vitest"} & {part["name"] for part in parts}
