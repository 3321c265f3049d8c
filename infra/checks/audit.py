"""What can be known of packages without asking anybody: `make audit` looks, `make sbom` lists what is shipped.

Whether an advisory speaks of a version is known only outside (osv.dev, GitHub): that is not looked up here, and
docs/security.md says so.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from checks import house, licences, locks
from checks.locks import Package

# Comes with every virtual environment.
_GIVEN = frozenset(("pip", "setuptools", "wheel"))
_LAYERS = ("layer-deps", "layer-documents", "layer-pictures", "layer-search", "layer-sheets")
_NPM_SHIPPED = (
    "miniprogram/package-lock.json",
    "backend/mashangban/console/assets/package-lock.json",
    "layers/documents/fonts/package-lock.json",
)


def npm_locks(root: Path) -> list[Path]:
    """All package-lock.json of the house."""
    return [
        path for path in house.committed(".json") if path.name == "package-lock.json" and root in path.parents
    ]


def lock_faults(root: Path) -> Iterator[str]:
    """What is wrong with how packages are locked."""
    for path in locks.python_locks(root):
        yield from (f"{path.name}: {fault}" for fault in locks.python_faults(path.read_text("utf-8")))
    for path in npm_locks(root):
        name = path.relative_to(root)
        yield from (f"{name}: {fault}" for fault in locks.npm_faults(path.read_text("utf-8")))


def installed_faults(locked: Iterable[Package], installed: Iterable[Distribution]) -> Iterator[str]:
    """Installed packages that no lock names, or at another version."""
    versions = {one.name: one.version for one in locked}
    for one in installed:
        name = locks.canonical(one.metadata["Name"])
        if name not in _GIVEN and versions.get(name) != one.version:
            wanted = versions.get(name, "none")
            yield f"{name} {one.version} is installed, {wanted} is locked"


def licence_faults(installed: Iterable[Distribution], npm: Iterable[Package]) -> Iterator[str]:
    """Packages whose licence is not among those allowed."""
    told = [(locks.canonical(one.metadata["Name"]), licences.of_metadata(one.metadata)) for one in installed]
    told += [(one.name, one.licence or licences.READ_BY_HAND.get(one.name, "")) for one in npm]
    yield from (
        f"{name}: licence {said or 'not told'}"
        for name, said in sorted(set(told))
        if not licences.allowed(said)
    )


def _npm(root: Path) -> list[Package]:
    return [one for path in npm_locks(root) for one in locks.npm_packages(path.read_text("utf-8"))]


def _locked(root: Path, *names: str) -> list[Package]:
    texts = ((root / "requirements" / f"{name}.lock").read_text("utf-8") for name in names)
    return [one for text in texts for one in locks.python_packages(text)]


def faults(root: Path) -> list[str]:
    """Everything that `make audit` finds."""
    installed, npm = list(distributions()), _npm(root)
    return [
        *lock_faults(root),
        *installed_faults(_locked(root, "dev"), installed),
        *licence_faults(installed, npm),
    ]


def bill(root: Path) -> dict[str, Any]:
    """A bill of materials (CycloneDX 1.6) of what is deployed: the layers, their fonts, and the browser's files with
    what builds them (uni-app's packages do not tell the two apart)."""
    texts = [(root / path).read_text("utf-8") for path in _NPM_SHIPPED]
    npm = [one for text in texts for one in locks.npm_packages(text) if one.shipped]
    shipped = {one.purl: one for one in [*_locked(root, *_LAYERS), *npm]}
    parts = [
        {"type": "library", "bom-ref": purl, "purl": purl, "name": one.name, "version": one.version}
        for purl, one in sorted(shipped.items())
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "mashangban", "name": "mashangban"}},
        "components": parts,
    }


def main() -> int:
    if "--bill" in sys.argv:
        print(json.dumps(bill(house.ROOT), indent=1))
        return 0
    found = faults(house.ROOT)
    for fault in found:
        print(fault)
    counted = f"{len(_locked(house.ROOT, 'dev'))} Python and {len(_npm(house.ROOT))} npm packages"
    print(f"{counted}; {len(found)} faults. Advisories were not asked about: that needs a service outside.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
