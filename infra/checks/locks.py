"""What the locks hold: every package at one version, with the hashes of its files, from no address of its own."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[\w,-]+\])?==([^\s;\\]+)(?:\s*;[^\\]*)?\s*$")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Package:
    """One locked package. `licence` is what an npm lock says of it; a Python lock says nothing."""

    kind: str
    name: str
    version: str
    licence: str = ""
    shipped: bool = True

    @property
    def purl(self) -> str:
        """Its package address (purl-spec), as a bill of materials names it."""
        return f"pkg:{self.kind}/{self.name.replace('@', '%40')}@{self.version}"


def canonical(name: str) -> str:
    """A Python package's name in the one spelling that is compared (PyPA, name normalisation)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _entries(text: str) -> Iterator[str]:
    """A lock's entries, each on one line, without comments."""
    bare = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    yield from filter(None, (entry.strip() for entry in bare.replace("\\\n", " ").splitlines()))


def python_packages(text: str) -> list[Package]:
    """What a requirements lock pins."""
    found = (_PINNED.match(_HASH.sub("", entry).strip()) for entry in _entries(text))
    return [Package("pypi", canonical(one.group(1)), one.group(2)) for one in found if one]


def python_faults(text: str) -> list[str]:
    """Entries that pin no version, carry no hash, or say where else to look (an address, an index, an option)."""
    faults = []
    for entry in _entries(text):
        if not _PINNED.match(_HASH.sub("", entry).strip()):
            faults.append(f"pins nothing: {entry[:60]}")
        elif not _HASH.search(entry):
            faults.append(f"has no hash: {entry[:60]}")
    return faults


def _npm(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    packages: dict[str, dict[str, Any]] = json.loads(text)["packages"]
    yield from ((path, one) for path, one in packages.items() if path)


def npm_packages(text: str) -> list[Package]:
    """What a package-lock.json holds; `shipped` leaves out what only builds."""
    return [
        Package(
            "npm",
            path.rpartition("node_modules/")[2],
            one["version"],
            str(one.get("license", "")),
            shipped=not one.get("dev", False),
        )
        for path, one in _npm(text)
    ]


def npm_faults(text: str) -> list[str]:
    """Packages without a strong hash, or from an address of their own."""
    faults = []
    for path, one in _npm(text):
        if not str(one.get("integrity", "")).startswith("sha512-"):
            faults.append(f"has no sha512: {path}")
        if "resolved" in one or one.get("link"):
            faults.append(f"comes from somewhere of its own: {path}")
    return faults


def python_locks(root: Path) -> list[Path]:
    """All requirements locks."""
    return sorted((root / "requirements").glob("*.lock"))
